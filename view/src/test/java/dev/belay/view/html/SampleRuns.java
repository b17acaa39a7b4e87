package dev.belay.view.html;

import static dev.belay.view.html.Samples.HOSTILE;
import static dev.belay.view.html.Samples.START;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.PhaseLine;
import dev.belay.workflow.event.RunReport.RollbackLine;
import dev.belay.workflow.event.RunReport.StepLine;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs of which the tests make pages. */
final class SampleRuns {

    private static final String RUN = "run-7ebee7d35f154c8ab0a7f28cb64edbec";
    private static final String OWNER = "ada on build-7, process 4711";
    private static final String DEPLOY = "deploy the shop";
    private static final String SMOKE = "smoke test " + HOSTILE;

    private SampleRuns() {}

    /** A failed run that was undone, with texts of others in every place. */
    static RunPage restored() {
        var report =
                new RunReport(
                        Optional.of(RUN),
                        "webshop & co",
                        Optional.of(START),
                        Optional.of(START.plusSeconds(3730)),
                        Optional.of(RunVerdict.RESTORED_WITH_RESIDUE),
                        JsonObject.of("sku", Json.of("S1"), "note", Json.of(HOSTILE)),
                        List.of(
                                phase("provision", PhaseStatus.SUCCEEDED, List.of(deploy())),
                                phase(
                                        "verify",
                                        PhaseStatus.FAILED,
                                        List.of(smoke(), skipped("tell the team")))),
                        List.of(
                                new RollbackLine(
                                        DEPLOY,
                                        1,
                                        Optional.of(Verdict.RESTORED_WITH_RESIDUE),
                                        Optional.of("A lock stands in the way."),
                                        Optional.of(START.plusSeconds(60)),
                                        Optional.of(START.plusSeconds(3700)),
                                        Optional.of(Samples.report(Verdict.RESTORED_WITH_RESIDUE))),
                                new RollbackLine(
                                        "grant rights",
                                        2,
                                        Optional.of(Verdict.SKIPPED),
                                        Optional.of("It had touched nothing."),
                                        Optional.of(START.plusSeconds(3701)),
                                        Optional.of(START.plusSeconds(3701)),
                                        Optional.empty())),
                        List.of(),
                        Optional.of(ArmError.of("ShellFailed", "It exited with 1. " + HOSTILE)),
                        List.of());
        return new RunPage(
                report,
                OWNER,
                Map.of(
                        DEPLOY,
                        List.of("--- attempt 1", "{\"type\":\"capturing\",\"resources\":3}"),
                        SMOKE,
                        List.of("--- attempt 1", HOSTILE, "y".repeat(400))),
                Map.of(Samples.TRANSACTION, Samples.held()));
    }

    /** An unfinished run that waits for a person, in a parallel step. */
    static RunPage waiting() {
        StepLine approval = step("ask the owner", "approval", StepStatus.RUNNING, List.of());
        StepLine network = step("deploy the network", "arm", StepStatus.RUNNING, List.of());
        var report =
                new RunReport(
                        Optional.of(RUN),
                        "release",
                        Optional.of(START),
                        Optional.empty(),
                        Optional.empty(),
                        Json.object(),
                        List.of(
                                phase(
                                        "provision",
                                        PhaseStatus.RUNNING,
                                        List.of(
                                                step(
                                                        "both at once",
                                                        "parallel",
                                                        StepStatus.RUNNING,
                                                        List.of(approval, network)))),
                                phase(
                                        "publish",
                                        PhaseStatus.PENDING,
                                        List.of(skipped("switch the traffic")))),
                        List.of(),
                        List.of(
                                new RunReport.Question(
                                        "ask the owner",
                                        "May version 42 go live?",
                                        Optional.of(START.plusSeconds(86_400)))),
                        Optional.empty(),
                        List.of("The run is unfinished; 'belay resume " + RUN + "' goes on."));
        return new RunPage(report, OWNER, Map.of(), Map.of());
    }

    private static PhaseLine phase(String name, PhaseStatus status, List<StepLine> steps) {
        return new PhaseLine(
                name,
                status,
                status == PhaseStatus.FAILED
                        ? Optional.of("The step 'smoke test' failed.")
                        : Optional.empty(),
                Optional.of(START),
                Optional.of(START.plusSeconds(50)),
                steps);
    }

    private static StepLine deploy() {
        return new StepLine(
                DEPLOY,
                "arm",
                StepStatus.SUCCEEDED,
                Optional.empty(),
                2,
                Optional.of(START),
                Optional.of(START.plusSeconds(49)),
                Optional.of(
                        new Provisioning(
                                Samples.TRANSACTION,
                                Samples.SHOP,
                                "Incremental",
                                "belay-3f2b8c1d9e70",
                                Optional.empty())),
                JsonObject.of(
                        "endpoint", Json.of("https://shop/"), "ports", Json.array(Json.of(443))),
                Optional.empty(),
                true,
                List.of());
    }

    private static StepLine smoke() {
        return new StepLine(
                SMOKE,
                "shell",
                StepStatus.FAILED,
                Optional.empty(),
                1,
                Optional.of(START.plusSeconds(50)),
                Optional.of(START.plusSeconds(50)),
                Optional.empty(),
                Json.object(),
                Optional.of(ArmError.of("ShellFailed", "It exited with 1. " + HOSTILE)),
                true,
                List.of());
    }

    private static StepLine skipped(String name) {
        return new StepLine(
                name,
                "http",
                StepStatus.SKIPPED,
                Optional.of("Its phase failed."),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Json.object(),
                Optional.empty(),
                false,
                List.of());
    }

    private static StepLine step(
            String name, String kind, StepStatus status, List<StepLine> inner) {
        return new StepLine(
                name,
                kind,
                status,
                Optional.empty(),
                1,
                Optional.of(START),
                Optional.empty(),
                Optional.empty(),
                Json.object(),
                Optional.empty(),
                false,
                inner);
    }

    /** One run of each verdict, one that waits and one that is unfinished. */
    static RunsPage list() {
        List<RunsPage.Row> rows =
                IntStream.range(0, RunVerdict.values().length + 2)
                        .mapToObj(SampleRuns::row)
                        .toList();
        return new RunsPage(rows);
    }

    private static RunsPage.Row row(int number) {
        RunVerdict[] all = RunVerdict.values();
        Optional<RunVerdict> verdict =
                number < all.length ? Optional.of(all[number]) : Optional.empty();
        Instant opened = START.minusSeconds(86_400L * number);
        String run = "run-%032x".formatted(0x7ebee7d3L * (number + 1));
        return new RunsPage.Row(
                run,
                number == 0 ? "webshop " + HOSTILE : "webshop",
                opened,
                verdict.map(_ -> opened.plusSeconds(59L * number)),
                verdict,
                Optional.of("provision"),
                number == all.length,
                OWNER,
                run + ".html");
    }
}

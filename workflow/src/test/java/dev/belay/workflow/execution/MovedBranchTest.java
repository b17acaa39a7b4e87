package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.transaction.run.StopSignal;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that deploy a branch of a real Git repository while others push to it. */
final class MovedBranchTest {

    private static final String PROVISIONER =
            """
            name: shop
            provisioners:
              web:
                template: {git: {repository: shop, ref: main, path: net.json}}
                scope: {resourceGroup: rg}
                parameters: {values: {name: web, release: "2"}}
              data:
                template: {git: {repository: shop, ref: main, path: net.json}}
                scope: {resourceGroup: rg}
                parameters: {values: {name: data, release: "2"}}
            phases:
              - name: a
                steps:
            """;

    @TempDir private Path folder;
    private String commit = "";

    @BeforeEach
    void a_repository() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("shop"));
        git("init", "-q", "-b", "main");
        commit = pushed(RunBench.TEMPLATE);
    }

    private String pushed(String template) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("shop/net.json"), template);
        git("add", "-A");
        git("commit", "-q", "-m", "net");
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        for (String setting :
                new String[] {"user.name=a", "user.email=a@example.org", "commit.gpgsign=false"}) {
            command.addAll(List.of("-c", setting));
        }
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.resolve("shop").toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private RunBench bench(String more) {
        var bench = new RunBench(more);
        bench.folder = folder;
        return bench;
    }

    /** The next commit sets another tag. */
    private void branchMoves() {
        try {
            pushed(RunBench.TEMPLATE.replace("\"tags\":{\"release\"", "\"tags\":{\"moved\""));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_commit_stands_in_the_report_and_in_the_log_of_the_step() {
        RunBench bench = bench("");

        RunReport report = bench.run(PROVISIONER + "      - {arm: web, name: web}\n");

        Provisioning.GitTemplate git =
                RunsTest.step(report, "web").provisioning().orElseThrow().git().orElseThrow();
        assertThat(git.commit()).isEqualTo(commit);
        assertThat(report.toJson().toText()).contains("\"commit\":\"" + commit + "\"");
        assertThat(bench.runs().log(report.run().orElseThrow(), "web").orElseThrow())
                .contains("Template net.json of shop at main, commit " + commit);
    }

    @Test
    void a_retry_deploys_the_same_commit() {
        RunBench bench =
                bench(
                        ",\"faults\":[{\"when\":{\"method\":\"PUT\",\"type\":"
                                + "\"Microsoft.Network/networkSecurityGroups\",\"nth\":1,"
                                + "\"stage\":\"provisioning\"},\"then\":{\"fail\":{\"status\":409,"
                                + "\"code\":\"Boom\",\"message\":\"It broke.\"}}}]");
        var moved = new ArrayList<String>();

        RunOutcome outcome =
                bench.runs()
                        .run(
                                bench.request(
                                        PROVISIONER
                                                + "      - {arm: web, name: web, retry: {attempts:"
                                                + " 2}}\n",
                                        new LinkedHashMap<>()),
                                _ -> {
                                    if (!bench.deployed.isEmpty() && moved.isEmpty()) {
                                        moved.add("once");
                                        branchMoves();
                                    }
                                });

        RunReport report = RunBench.report(outcome);
        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(RunsTest.step(report, "web").attempts()).isEqualTo(2);
        assertThat(bench.releases()).isEqualTo(Map.of("web", "2", "data", "1"));
    }

    @Test
    void a_resumed_run_deploys_the_same_commit_even_if_the_repository_is_gone() throws IOException {
        RunBench bench = bench("");
        bench.whileRealTimePasses = () -> bench.stop = StopSignal.Asked.STOP_NOW;
        RunOutcome outcome =
                bench.runs()
                        .run(
                                bench.request(
                                        PROVISIONER
                                                + """
                                                      - {arm: web, name: web}
                                                      - approval: {message: go on?}
                                                      - {arm: data, name: data}
                                                """,
                                        new LinkedHashMap<>()),
                                _ -> {});
        String run = ((RunOutcome.Stopped) outcome).run();
        bench.stop = StopSignal.Asked.NOTHING;
        bench.whileRealTimePasses = () -> bench.runs().answer(run, Optional.empty(), true, "ann");
        Files.move(folder.resolve("shop"), folder.resolve("gone"));

        RunReport report = bench.resume(run);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(bench.releases()).isEqualTo(Map.of("web", "2", "data", "2"));
    }
}

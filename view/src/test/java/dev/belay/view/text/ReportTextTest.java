package dev.belay.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.change.Reason;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.plan.StepStatus;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class ReportTextTest {

    private static final Scope SHOP = new Scope.ResourceGroup("s1", "rg-shop");
    private static final ResourceId STORE =
            ResourceId.of(SHOP.path() + "/providers/Microsoft.Storage/storageAccounts/stshop");
    private static final ResourceId QUEUE =
            ResourceId.of(SHOP.path() + "/providers/Microsoft.ServiceBus/namespaces/sb");
    private static final ResourceId ELSEWHERE =
            ResourceId.of(
                    "/subscriptions/s1/resourceGroups/other/providers/Microsoft.Network/"
                            + "virtualNetworks/hub");

    @Test
    void an_undone_failure_tells_its_whole_story() {
        var report =
                report(
                        Verdict.RESTORED_WITH_RESIDUE,
                        new Proof(40, 1, 2),
                        List.of(
                                step(1, "DeleteCreated", QUEUE, StepStatus.DONE),
                                step(2, "RestoreModified", STORE, StepStatus.DONE),
                                step(3, "LeaveAlone", ELSEWHERE, StepStatus.DONE)));

        String text = String.join("\n", ReportText.of(report, Style.PLAIN));

        assertThat(text)
                .isEqualTo(
                        """

                        Saved before the deployment
                          present     Microsoft.Storage/storageAccounts/stshop
                          absent      Microsoft.ServiceBus/namespaces/sb

                        What failed
                          Microsoft.ServiceBus/namespaces/sb
                          QuotaExceeded (Conflict)
                          No more.

                        Undone, in this order
                          deleted     Microsoft.ServiceBus/namespaces/sb
                          restored    Microsoft.Storage/storageAccounts/stshop
                                      /properties/accessTier

                        Left alone: changed by others
                          /subscriptions/s1/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/hub
                            /tags/owner
                            Somebody else changed it.

                        Left different
                          Microsoft.Storage/storageAccounts/stshop
                            A lock stands in the way.

                        RESTORED_WITH_RESIDUE  All is as before but for what is named under 'Left different': 40 properties compared, 1 resource proven absent, 2 that ARM does not show.
                          A sentence.\
                        """);
    }

    @Test
    void a_success_names_its_outputs_and_how_to_undo_it() {
        var report =
                new Report(
                        Optional.of("abc"),
                        "d",
                        SHOP,
                        Verdict.COMMITTED,
                        Proof.NONE,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        JsonObject.of(
                                "url",
                                JsonObject.of("type", Json.of("String"), "value", Json.of("u")),
                                "key",
                                JsonObject.of("type", Json.of("SecureString"))),
                        List.of());

        assertThat(ReportText.of(report, Style.PLAIN))
                .containsExactly(
                        "",
                        "Outputs",
                        "  url = u",
                        "  key = (secure)",
                        "",
                        "COMMITTED  The deployment succeeded and is kept.",
                        "  To undo it later: belay rollback abc");
    }

    @Test
    void colours_change_nothing_but_colours() {
        var report = report(Verdict.RESTORED, new Proof(1, 0, 0), List.of());

        List<String> coloured = ReportText.of(report, Style.COLOURED);

        assertThat(coloured).anyMatch(line -> line.contains("\u001b[32mRESTORED\u001b[0m"));
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")))
                .containsExactlyElementsOf(ReportText.of(report, Style.PLAIN));
    }

    private static Report report(Verdict verdict, Proof proof, List<Report.Step> steps) {
        return new Report(
                Optional.of("abc"),
                "d",
                SHOP,
                verdict,
                proof,
                List.of(
                        new Report.Saved(STORE, "2023-01-01", true),
                        new Report.Saved(QUEUE, "2022-10-01", false)),
                Optional.of(
                        new Report.Failure(
                                ArmError.of("QuotaExceeded", "No more."),
                                Optional.of(QUEUE),
                                Optional.of("Conflict"))),
                steps,
                List.of(new Finding(STORE, List.of(), Reason.LOCKED, "A lock stands in the way.")),
                List.of(
                        new Finding(
                                ELSEWHERE,
                                List.of(JsonPointer.parse("/tags/owner")),
                                Reason.CHANGED_BY_OTHERS,
                                "Somebody else changed it.")),
                Json.object(),
                List.of("A sentence."));
    }

    private static Report.Step step(int number, String kind, ResourceId id, StepStatus status) {
        List<JsonPointer> paths =
                kind.equals("RestoreModified")
                        ? List.of(JsonPointer.parse("/properties/accessTier"))
                        : List.of();
        return new Report.Step(number, kind, id, paths, Optional.of(status), Optional.empty());
    }
}

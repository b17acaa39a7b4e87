package dev.belay.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ProgressTextTest {

    private static final Scope SHOP = new Scope.ResourceGroup("s1", "rg-shop");
    private static final ResourceId STORE =
            ResourceId.of(SHOP.path() + "/providers/Microsoft.Storage/storageAccounts/stshop");

    private final ProgressText progress = new ProgressText(Style.PLAIN, Scope.TENANT);
    private final List<String> lines = new ArrayList<>();

    @Test
    void every_change_of_state_is_one_line_with_its_time() {
        see(0, new TransactionEvent.Opened("t1", "d", SHOP));
        see(1, new TransactionEvent.Capturing(1));
        see(2, new TransactionEvent.Captured(1, 0));
        see(2, new TransactionEvent.Submitted("d"));
        see(17, create("Running", Optional.empty()));
        see(20, create("Running", Optional.empty()));
        see(3675, create("Failed", Optional.of(ArmError.of("QuotaExceeded", "No more quota."))));
        see(3676, new TransactionEvent.Planned(List.of(new RollbackStep.DeleteCreated(STORE))));
        see(
                3680,
                new TransactionEvent.StepEnded(
                        1,
                        new RollbackStep.DeleteCreated(STORE),
                        StepStatus.DONE,
                        Optional.empty()));
        see(3681, new TransactionEvent.Verifying(1));

        assertThat(lines)
                .containsExactly(
                        "Deployment 'd' in resource group 'rg-shop', transaction t1",
                        "   0:01  saving        1 resource",
                        "   0:02  saved         1 present, 0 absent",
                        "   0:02  deploying     accepted by ARM",
                        "   0:17  running       Microsoft.Storage/storageAccounts/stshop",
                        "1:01:15  failed        Microsoft.Storage/storageAccounts/stshop:"
                                + " QuotaExceeded",
                        "1:01:16  undoing       1 step",
                        "1:01:20  deleted       Microsoft.Storage/storageAccounts/stshop",
                        "1:01:21  verifying     1 resource");
    }

    @Test
    void reads_of_a_deployment_are_not_worth_a_line() {
        see(0, new TransactionEvent.Progress(STORE, "Read", "Succeeded", Optional.empty()));

        assertThat(lines).isEmpty();
    }

    private static TransactionEvent create(String state, Optional<ArmError> error) {
        return new TransactionEvent.Progress(STORE, "Create", state, error);
    }

    private void see(int seconds, TransactionEvent event) {
        lines.addAll(progress.lines(event, Duration.ofSeconds(seconds)));
    }
}

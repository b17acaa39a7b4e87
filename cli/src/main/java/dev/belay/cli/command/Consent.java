package dev.belay.cli.command;

import dev.belay.arm.ArmError;
import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.run.DeployRequest;
import dev.belay.transaction.run.TransactionOutcome;
import dev.belay.transaction.run.Transactions;
import dev.belay.view.text.DeletionsText;

import java.util.function.Function;

/**
 * A person's consent to deletions: where a deployment was refused for want of it, what would be
 * deleted is shown, and the name of the group has to be typed.
 */
final class Consent {

    private final Wiring wiring;
    private final Output output;

    Consent(Wiring wiring, Output output) {
        this.wiring = wiring;
        this.output = output;
    }

    /**
     * @param deploy one attempt
     * @return what came of the last attempt
     */
    TransactionOutcome asked(
            DeployRequest request, Function<DeployRequest, TransactionOutcome> deploy) {
        TransactionOutcome outcome = deploy.apply(request);
        return outcome instanceof TransactionOutcome.Reported(var report)
                        && wantsConsent(report)
                        && given(report)
                ? deploy.apply(request.acceptingDeletions())
                : outcome;
    }

    private static boolean wantsConsent(Report report) {
        return report.failure()
                .map(Report.Failure::error)
                .map(ArmError::code)
                .filter(Transactions.DELETIONS_NOT_ACCEPTED::equals)
                .isPresent();
    }

    private boolean given(Report report) {
        if (!wiring.around().terminal() || output.forPrograms()) {
            return false;
        }
        ArmError error = report.failure().orElseThrow().error();
        output.gap();
        DeletionsText.of(error).forEach(output::note);
        String name = report.scope().path().replaceFirst(".*/", "");
        return wiring.prompt()
                .ask("Type the name of the group to accept this: ")
                .filter(name::equalsIgnoreCase)
                .isPresent();
    }
}

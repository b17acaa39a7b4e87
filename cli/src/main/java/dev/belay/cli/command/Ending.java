package dev.belay.cli.command;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.run.TransactionOutcome;
import dev.belay.view.text.Complaint;
import dev.belay.view.text.Complaints;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a command on a transaction ended.
 *
 * @param exit the process's exit code
 * @param report empty where there was no verdict
 */
record Ending(int exit, Optional<Report> report) {

    private static final int UNEXPECTED = 1;
    private static final int SECOND_SIGNAL = 130;

    /** Which command's exit codes count. */
    enum Of {
        DEPLOY,
        ROLLBACK
    }

    /**
     * Shows the outcome.
     *
     * @param template what diagnostics are about
     * @throws BadInput if the template or its parameters were refused
     */
    static Ending show(
            TransactionOutcome outcome, Of of, Optional<InputFile> template, Output output) {
        return switch (outcome) {
            case TransactionOutcome.Reported(var report) -> {
                output.report(report);
                yield new Ending(exit(report, of), Optional.of(report));
            }
            case TransactionOutcome.BadInput(var diagnostics) -> {
                InputFile file = template.orElseGet(() -> new InputFile("template", ""));
                List<Complaint> complaints =
                        diagnostics.stream()
                                .map(each -> Complaints.of(each, file.name(), file.text()))
                                .toList();
                throw new BadInput(complaints);
            }
            case TransactionOutcome.Stopped(var id) -> {
                output.aside(
                        "Stopped as asked; the transaction is unfinished. To go on:"
                                + " belay resume "
                                + id
                                + "; to undo it: belay rollback "
                                + id);
                yield new Ending(SECOND_SIGNAL, Optional.empty());
            }
        };
    }

    private static int exit(Report report, Of of) {
        Verdict verdict = report.verdict();
        // an undo without any proof is not to be believed
        boolean unproven =
                verdict == Verdict.RESTORED
                        && !report.steps().isEmpty()
                        && report.proof().comparedProperties() == 0
                        && report.proof().provenAbsent() == 0;
        OptionalInt exit =
                switch (of) {
                    case DEPLOY -> verdict.exitOfDeploy();
                    case ROLLBACK -> verdict.exitOfRollback();
                };
        return unproven ? UNEXPECTED : exit.orElse(UNEXPECTED);
    }
}

package dev.belay.view.text;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.journal.Proof;

import java.util.Optional;

/** What a verdict means here, and what a person may do next. */
public final class VerdictWords {

    private VerdictWords() {}

    public static String meaning(Report report) {
        return switch (report.verdict()) {
            case COMMITTED -> "The deployment succeeded and is kept.";
            case RESTORED -> restored(report.proof());
            case RESTORED_WITH_RESIDUE ->
                    "All is as before but for what is named under 'Left different': "
                            + counted(report.proof())
                            + ".";
            case NOT_RESTORED -> "The undo could not finish; some of what was changed is still so.";
            case REFUSED -> "Nothing was touched.";
            case UNTOUCHED -> "Stopped before anything was accepted; nothing was touched.";
            case KEPT -> "The deployment failed and is left as it is, as asked.";
            case SKIPPED -> "There was nothing to undo.";
            case HELD -> "It is held until its workflow run decides.";
        };
    }

    private static String restored(Proof proof) {
        return proof.comparedProperties() == 0 && proof.provenAbsent() == 0
                ? "Nothing had been changed."
                : "Nothing that the deployment did is left: " + counted(proof) + ".";
    }

    private static String counted(Proof proof) {
        String compared =
                proof.comparedProperties() == 1
                        ? "1 property compared"
                        : proof.comparedProperties() + " properties compared";
        String text =
                compared + ", " + Names.count(proof.provenAbsent(), "resource") + " proven absent";
        return proof.incomparable() == 0
                ? text
                : text + ", " + proof.incomparable() + " that ARM does not show";
    }

    /** The command that a person may want to type next. */
    public static Optional<String> next(Report report) {
        return report.transaction()
                .flatMap(
                        id ->
                                switch (report.verdict()) {
                                    case COMMITTED ->
                                            Optional.of("To undo it later: belay rollback " + id);
                                    case KEPT -> Optional.of("To undo it: belay rollback " + id);
                                    case NOT_RESTORED ->
                                            Optional.of(
                                                    "Remove what stands in the way, then go on"
                                                            + " with: belay resume "
                                                            + id);
                                    case RESTORED,
                                            RESTORED_WITH_RESIDUE,
                                            REFUSED,
                                            UNTOUCHED,
                                            SKIPPED,
                                            HELD ->
                                            Optional.empty();
                                });
    }
}

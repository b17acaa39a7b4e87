package dev.belay.view.text;

import dev.belay.transaction.journal.Proof;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;

import java.util.List;
import java.util.Optional;

/** What statuses and verdicts of runs look like and mean, and what a person may do next. */
public final class RunWords {

    private RunWords() {}

    static String coloured(String word, Style style) {
        return switch (word) {
            case "failed", "rejected", "refused", "cancelled", "not restored" -> style.bad(word);
            case "succeeded",
                    "restored",
                    "deleted",
                    "recreated",
                    "redeployed",
                    "approved",
                    "committed" ->
                    style.good(word);
            case "restored with residue", "asking", "kept", "ignored" -> style.doubtful(word);
            default -> style.faint(word);
        };
    }

    public static String meaning(RunReport report) {
        return switch (report.verdict().orElseThrow()) {
            case COMMITTED -> "Every step succeeded; what was provisioned is kept.";
            case RESTORED ->
                    "The run failed, and nothing that it provisioned is left" + proof(report) + ".";
            case FAILED -> "The run failed; no step had provisioned anything.";
            case RESTORED_WITH_RESIDUE ->
                    "The run failed, and all is as before but for what is named"
                            + proof(report)
                            + ".";
            case NOT_RESTORED ->
                    "The run failed, and the undo could not finish; some of what was changed is"
                            + " still so.";
            case REFUSED -> "Nothing was touched.";
            case UNTOUCHED -> "Cancelled before any step had an effect.";
            case KEPT -> "What was provisioned is left as it is.";
        };
    }

    private static String proof(RunReport report) {
        List<Proof> proofs =
                report.rollbacks().stream()
                        .flatMap(line -> line.transaction().stream())
                        .map(transaction -> transaction.proof())
                        .toList();
        int compared = proofs.stream().mapToInt(Proof::comparedProperties).sum();
        int absent = proofs.stream().mapToInt(Proof::provenAbsent).sum();
        return ": "
                + (compared == 1 ? "1 property" : compared + " properties")
                + " compared, "
                + Names.count(absent, "resource")
                + " proven absent";
    }

    /** A message without its line breaks. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** The command that a person may want to type next. */
    public static Optional<String> next(RunReport report) {
        return report.run()
                .flatMap(
                        run ->
                                report.verdict()
                                        .filter(RunVerdict.NOT_RESTORED::equals)
                                        .map(
                                                _ ->
                                                        "Remove what stands in the way, then go on"
                                                                + " with: belay resume "
                                                                + run));
    }
}

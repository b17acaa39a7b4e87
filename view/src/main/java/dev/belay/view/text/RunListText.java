package dev.belay.view.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The workflow runs of a store as a table. */
public final class RunListText {

    private RunListText() {}

    /**
     * One run.
     *
     * @param phase that it is in, or was in last
     * @param verdict empty while it is unfinished
     * @param waiting whether it waits for a person
     * @param owner who began it
     */
    public record Row(
            String run,
            Instant opened,
            String workflow,
            Optional<String> phase,
            Optional<String> verdict,
            boolean waiting,
            String owner) {

        private String state() {
            return verdict.orElse(waiting ? "waits for an answer" : "unfinished");
        }

        private String phaseText() {
            return phase.orElse("-");
        }
    }

    public static List<String> of(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of("No runs.");
        }
        String form =
                "%-"
                        + width("RUN", rows, Row::run)
                        + "s  %-20s  %-"
                        + width("WORKFLOW", rows, Row::workflow)
                        + "s  %-"
                        + width("PHASE", rows, Row::phaseText)
                        + "s  %-"
                        + width("STATE", rows, Row::state)
                        + "s  %s";
        var lines = new ArrayList<String>();
        lines.add(form.formatted("RUN", "OPENED", "WORKFLOW", "PHASE", "STATE", "BY"));
        for (Row row : rows) {
            lines.add(
                    form.formatted(
                            row.run(),
                            row.opened().truncatedTo(ChronoUnit.SECONDS),
                            row.workflow(),
                            row.phaseText(),
                            row.state(),
                            row.owner()));
        }
        return lines;
    }

    private static int width(String title, List<Row> rows, Function<Row, String> column) {
        return Math.max(
                title.length(), rows.stream().map(column).mapToInt(String::length).max().orElse(0));
    }
}

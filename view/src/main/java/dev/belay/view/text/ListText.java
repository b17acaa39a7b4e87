package dev.belay.view.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The transactions of a store as a table. */
public final class ListText {

    private ListText() {}

    /**
     * One transaction.
     *
     * @param where the scope, short
     * @param state where it stands
     * @param finished whether it no longer blocks its scope
     * @param run the workflow run that it belongs to
     */
    public record Row(
            String id,
            Instant opened,
            String where,
            String deployment,
            String state,
            boolean finished,
            Optional<String> run) {

        private String stateText() {
            String of = run.map(id -> ", of " + id).orElse("");
            return (finished ? state : state + " (unfinished)") + of;
        }
    }

    public static List<String> of(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of("No transactions.");
        }
        int id = width("TRANSACTION", rows, Row::id);
        int where = width("SCOPE", rows, Row::where);
        int deployment = width("DEPLOYMENT", rows, Row::deployment);
        String form = "%-" + id + "s  %-20s  %-" + where + "s  %-" + deployment + "s  %s";
        var lines = new java.util.ArrayList<String>();
        lines.add(form.formatted("TRANSACTION", "OPENED", "SCOPE", "DEPLOYMENT", "STATE"));
        for (Row row : rows) {
            String opened = row.opened().truncatedTo(ChronoUnit.SECONDS).toString();
            lines.add(
                    form.formatted(
                            row.id(), opened, row.where(), row.deployment(), row.stateText()));
        }
        return lines;
    }

    private static int width(String title, List<Row> rows, Function<Row, String> column) {
        return Math.max(
                title.length(), rows.stream().map(column).mapToInt(String::length).max().orElse(0));
    }
}

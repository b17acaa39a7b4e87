package dev.belay.scenarios;

import dev.belay.scenarios.Bystander.Fate;
import dev.belay.scenarios.BystanderScene.Outcome;
import dev.belay.scenarios.BystanderScene.When;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What both strategies did to the work of colleagues, side by side, as a page of Markdown. */
final class BystanderTable {

    private static final String TEXT =
            """
            # Two strategies, and what each does to other people's work

            `surgical` (the default) undoes what the deployment did, resource by resource and property by property. `complete` (`--strategy complete`) does what other tools do: it deploys the group's exported template again in mode Complete.

            This page is written by a test, `BystanderKindsTest`, from what it saw. Each row runs four times in a fresh embedded ARM: a deployment changes one resource, makes two, and fails, or succeeds and is undone by `belay rollback`; a colleague does one thing, during the deployment or after its success. What became of that is read by plain GETs. *Named*: the report says so, in `leftAlone`, in `residue`, or in the text of a refusal.

            | Kind | A colleague … | `surgical`, during a deployment that fails | `surgical`, after a success that is undone | `complete`, during | `complete`, after | Why `complete` does so |
            |---|---|---|---|---|---|---|
            %s
            `surgical`: %s. `complete`, once deletions are accepted: %s.

            **How to read it.** Exit codes are those of the undo: 3 or 0 restored, 4 restored but for what is named, 5 not restored. *Asks* means that `complete` does not begin: it names what it would delete or write over, changes nothing and exits 5; then `belay rollback ID --accept-deletions` goes on, which does what stands behind *accepted*, and `belay rollback ID --strategy surgical` restores without hurting anybody. Exit 4 of `surgical` is the price of keeping: what the deployment made stays where somebody else's work lies in it or holds it.

            **Locks.** A lock that a colleague set is never taken away. What it holds stays as it is and is named with the lock: exit 4. Once the colleague has removed it, `belay resume ID` finishes. So it is with everything of others that lies in what the deployment made.

            **What cannot be told apart.** Two things that happen *while the deployment runs* go with it, under both strategies. A setting of a target that the template does not send may have been changed by the deployment's own PUT: it is put back, and said in a note. A tag or a setting of something that the deployment itself made goes with that, for policies add such things too.
            """;

    private record Row(
            Bystander bystander, Map<When, Outcome> surgical, Map<When, Outcome> complete) {}

    private final List<Row> rows = new ArrayList<>();

    void add(Bystander bystander, Map<When, Outcome> surgical, Map<When, Outcome> complete) {
        rows.add(new Row(bystander, new EnumMap<>(surgical), new EnumMap<>(complete)));
    }

    /** The whole page. */
    String page() {
        return TEXT.formatted(
                lines(),
                counts(rows.stream().flatMap(row -> row.surgical().values().stream())),
                counts(
                        rows.stream()
                                .filter(row -> !row.bystander().isGroup())
                                .flatMap(row -> row.complete().values().stream())));
    }

    /** The table alone, for reading along. */
    String lines() {
        var text = new StringBuilder();
        for (Row row : rows) {
            Bystander bystander = row.bystander();
            text.append(
                    "| %s | %s | %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    bystander.kind(),
                                    bystander.deed(),
                                    cell(row.surgical(), When.DURING),
                                    cell(row.surgical(), When.AFTER),
                                    cell(row.complete(), When.DURING),
                                    cell(row.complete(), When.AFTER),
                                    bystander.why().words()));
        }
        return text.toString();
    }

    private static String cell(Map<When, Outcome> outcomes, When when) {
        Outcome outcome = Objects.requireNonNull(outcomes.get(when));
        String named = outcome.named() ? ", named" : "";
        return switch (outcome.refused()) {
            case 0 -> word(outcome) + ", exit " + outcome.exit() + named;
            case 2 -> "refused, nothing done, exit 2";
            default ->
                    "asks, exit "
                            + outcome.refused()
                            + named
                            + "; accepted: "
                            + word(outcome)
                            + ", exit "
                            + outcome.exit();
        };
    }

    private static String word(Outcome outcome) {
        return outcome.fate() == Fate.KEPT ? "kept" : "**" + outcome.fate().word() + "**";
    }

    private static String counts(Stream<Outcome> outcomes) {
        List<Fate> fates = outcomes.map(Outcome::fate).toList();
        return "%d of %d kept, %d changed, %d deleted"
                .formatted(
                        count(fates, Fate.KEPT::equals),
                        fates.size(),
                        count(fates, Fate.CHANGED::equals),
                        count(fates, Fate.DELETED::equals));
    }

    private static long count(List<Fate> fates, Predicate<Fate> which) {
        return fates.stream().filter(which).count();
    }
}

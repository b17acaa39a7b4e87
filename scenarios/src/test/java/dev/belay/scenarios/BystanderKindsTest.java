package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.scenarios.Bystander.Fate;
import dev.belay.scenarios.Bystander.Why;
import dev.belay.scenarios.BystanderScene.Outcome;
import dev.belay.scenarios.BystanderScene.When;
import dev.belay.testkit.Golden;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.Fact;
import dev.belay.types.catalog.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Bystanders of every kind, during a deployment that fails and after a success that is undone,
 * under both strategies: what became of them, seen from outside, is a page of the documentation.
 */
class BystanderKindsTest {

    private static final String PAGE = "../docs/strategies.md";
    private static final String[] SURGICAL = {};
    private static final String[] COMPLETE = {"--strategy", "complete", "--accept-deletions"};

    @TempDir private Path temporary;
    private int worlds;

    @Test
    void both_strategies_side_by_side() throws IOException {
        var table = new BystanderTable();
        for (Bystander bystander : Bystanders.all()) {
            Map<When, Outcome> surgical = outcomes(bystander, SURGICAL);
            Map<When, Outcome> complete = outcomes(bystander, COMPLETE);
            table.add(bystander, surgical, complete);

            surgical.forEach((when, outcome) -> keeps(bystander, when, outcome));
            complete.forEach((when, outcome) -> doesAsKnown(bystander, when, outcome));
            sparesUnderTheOther(bystander, complete);
        }

        tell(table.lines());
        Golden.file(PAGE, table.page());
    }

    private Map<When, Outcome> outcomes(Bystander bystander, String... strategy)
            throws IOException {
        var outcomes = new EnumMap<When, Outcome>(When.class);
        for (When when : When.values()) {
            outcomes.put(when, world(bystander, when).run(strategy));
        }
        return outcomes;
    }

    /** Where {@code complete} asks, {@code surgical} undoes the same and hurts nobody. */
    private void sparesUnderTheOther(Bystander bystander, Map<When, Outcome> complete)
            throws IOException {
        for (When when : When.values()) {
            if (Objects.requireNonNull(complete.get(when)).refused() == 5) {
                String what = bystander.deed() + ", " + when + ", then surgical";
                Outcome outcome = world(bystander, when).runAndChangeMind(COMPLETE);
                assertThat(outcome.fate()).as(what).isEqualTo(Fate.KEPT);
                assertThat(outcome.exit()).as(what).isIn(0, 4);
                assertThat(outcome.named()).as(what).isTrue();
            }
        }
    }

    private BystanderScene world(Bystander bystander, When when) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("world" + worlds++));
        return BystanderScene.of(folder, bystander, when);
    }

    /** Nothing is deleted or changed, and an undo that leaves something of its own names why. */
    private static void keeps(Bystander bystander, When when, Outcome outcome) {
        String what = bystander.deed() + ", " + when;
        int restored = when == When.DURING ? 3 : 0;
        assertThat(outcome.fate()).as(what).isEqualTo(Fate.KEPT);
        assertThat(outcome.refused()).as(what).isZero();
        assertThat(outcome.exit()).as(what).isIn(restored, 4);
        assertThat(outcome.named() || outcome.exit() == restored).as(what + " named").isTrue();
    }

    private static void doesAsKnown(Bystander bystander, When when, Outcome outcome) {
        String what = bystander.deed() + ", " + when;
        assertThat(outcome.fate()).as(what).isEqualTo(bystander.complete());
        if (bystander.isGroup()) {
            assertThat(outcome.refused()).as(what).isEqualTo(2);
        } else if (outcome.fate() != Fate.KEPT) {
            assertThat(outcome.refused()).as(what + " asks").isEqualTo(5);
            assertThat(outcome.named()).as(what + " named").isTrue();
        }
        if (bystander.why() == Why.DELETED_BY_TABLE || bystander.why() == Why.KEPT_BY_TABLE) {
            Fact<Boolean> deleted =
                    Catalog.standard()
                            .type(ResourceId.of(bystander.look().id()).type())
                            .orElseThrow()
                            .deletedInCompleteMode();
            assertThat(deleted.origin()).as(what).isEqualTo(Origin.DOCS);
            assertThat(deleted.value()).isEqualTo(bystander.why() == Why.DELETED_BY_TABLE);
        }
    }

    @SuppressWarnings("SystemOut") // the table is this test's result
    private static void tell(String table) {
        System.err.println(table);
    }
}

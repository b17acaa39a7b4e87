package dev.belay.types.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What holds for every body of every type; {@code -Dseed=N} repeats a run. */
class SanitiserPropertiesTest {

    private static final int BODIES = 2_000;

    @Test
    void a_sanitised_body_is_left_as_it_is_and_loses_nothing_unnamed() {
        long seed = Long.getLong("seed", new Random().nextLong());
        var random = new Random(seed);
        var bodies = new RandomBodies(random);
        List<ResourceType> types = Catalog.standard().types();
        Set<ResourceType> seen = new HashSet<>();

        for (int i = 0; i < BODIES; i++) {
            ResourceType type = types.get(random.nextInt(types.size()));
            TypeFacts facts = Catalog.standard().type(type).orElseThrow();
            JsonObject body = bodies.body(facts.body().shape());
            String what = "seed " + seed + ", body " + i + ", " + type + ": " + body.toText();

            Sanitised once = Sanitiser.toPutBody(facts, facts.apiVersion(), "n", body);
            Sanitised twice = Sanitiser.toPutBody(facts, facts.apiVersion(), "n", once.body());

            assertThat(twice.body()).as(what).isEqualTo(once.body());
            assertThat(twice.stripped()).as(what).isEmpty();
            assertThat(twice.masked()).as(what).isEmpty();
            for (JsonPointer pointer : once.stripped()) {
                assertThat(body.at(pointer)).as(what).isPresent();
                assertThat(once.body().at(pointer)).as(what).isEmpty();
            }
            assertThat(once.masked()).as(what).allMatch(pointer -> body.at(pointer).isPresent());
            seen.add(type);
        }

        assertThat(seen).hasSizeGreaterThan(1_000);
    }
}

package dev.belay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Optional;

/** A request costs what it touches, not what the world holds. */
final class ScaleTest {

    private static final int ROUNDS = 400;

    @Test
    void a_put_in_a_world_of_10000_resources_costs_about_what_it_costs_in_1000() {
        World small = world(1_000);
        World large = world(10_000);

        long inSmall = best(small);
        long inLarge = best(large);

        // Logarithmic growth is a few per cent; a scan would be ten times as much.
        assertThat(inLarge).isLessThan(inSmall * 4 + 2_000_000);
    }

    private static World world(int resources) {
        World world = Rig.empty().world();
        for (int i = 0; i < resources; i++) {
            ResourceId id = ResourceId.of(Rig.STORAGE + "acc" + i);
            JsonObject body =
                    JsonObject.of(
                            "id",
                            Json.of(id.path()),
                            "location",
                            Json.of("westus"),
                            "properties",
                            Json.object());
            world =
                    world.draw()
                            .world()
                            .with(
                                    new StoredResource(
                                            id,
                                            "2023-01-01",
                                            body,
                                            Json.object(),
                                            StoredResource.SUCCEEDED,
                                            Optional.empty(),
                                            world.now(),
                                            world.now(),
                                            Optional.empty(),
                                            world.drawn()));
        }
        return world;
    }

    /** The shortest of three runs. */
    private static long best(World world) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            best = Math.min(best, time(world));
        }
        return best;
    }

    /** Nanoseconds of many updates of one account. */
    private static long time(World start) {
        World world = start;
        URI uri = URI.create(Rig.STORAGE + "acc7?api-version=2023-01-01");
        long begin = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            ArmRequest request = ArmRequest.of(Method.PUT, uri, Rig.STORAGE_BODY);
            world = Rig.router().handle(world, request, world.now()).after();
        }
        return System.nanoTime() - begin;
    }
}

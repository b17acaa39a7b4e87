package dev.belay.emulator.router;

import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Does the work that is due: one line per kind of work. */
final class Works {

    private final Provisioning provisioning;

    Works(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    /** The world after the work; the entry is off its agenda already. */
    World run(World world, Scheduled due) {
        Instant now = due.at();
        return switch (due.work()) {
            case Work.FinishOperation(var operation) -> provisioning.finish(world, operation, now);
            case Work.ContinueDeployment _ -> world;
            case Work.HappenTimelineEvent _ -> world;
        };
    }
}

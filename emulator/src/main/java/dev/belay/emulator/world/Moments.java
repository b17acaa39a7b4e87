package dev.belay.emulator.world;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.time.Trigger;
import dev.belay.emulator.time.Work;

import org.pcollections.TreePVector;

import java.time.Instant;
import java.util.List;

/**
 * Lets a moment come: what waits for it is put on the agenda, before anything that is scheduled
 * afterwards.
 */
public final class Moments {

    private Moments() {}

    /** A write of the resource, or a deployment of this id, has begun. */
    public static World started(World world, ResourceId id, Instant now) {
        return come(world, Trigger.Moment.STARTED, id, now);
    }

    /** It has ended: well, as failed, or cancelled. */
    public static World ended(World world, ResourceId id, LongRunning.Status how, Instant now) {
        World after =
                switch (how) {
                    case FAILED -> come(world, Trigger.Moment.FAILED, id, now);
                    case CANCELED -> come(world, Trigger.Moment.CANCELLED, id, now);
                    case SUCCEEDED, RUNNING -> world;
                };
        return come(after, Trigger.Moment.ENDED, id, now);
    }

    private static World come(World world, Trigger.Moment moment, ResourceId id, Instant now) {
        if (!world.standing()) {
            return world;
        }
        World after = world;
        for (Trigger trigger : triggers(moment, id)) {
            after = come(after, trigger, now);
        }
        return after;
    }

    private static List<Trigger> triggers(Trigger.Moment moment, ResourceId id) {
        var plain = new Trigger(moment, id.path());
        return id.type().equals(ResourceType.DEPLOYMENT)
                ? List.of(plain, new Trigger(moment, "deployment:" + id.parent().path()))
                : List.of(plain);
    }

    private static World come(World world, Trigger trigger, Instant now) {
        Timeline timeline = world.script().timeline().withMoment(trigger, now);
        World after = world;
        for (int i = 0; i < timeline.events().size(); i++) {
            boolean waits =
                    timeline.events().get(i).when() instanceof Timeline.When.After(var awaited)
                            && awaited.equals(trigger)
                            && !timeline.begun().contains(i);
            if (waits) {
                timeline = timeline.withBegun(i);
                after = after.schedule(now, new Work.HappenTimelineEvent(i));
            }
        }
        after = after.with(after.script().withTimeline(timeline));
        return release(after, trigger, now);
    }

    private static World release(World world, Trigger trigger, Instant now) {
        World after = world.with(world.script().withoutWaiting(trigger));
        for (Script.Waiting one :
                world.script().waiting().getOrDefault(trigger, TreePVector.empty())) {
            Instant end = now.plus(one.plus());
            LongRunning operation = after.operations().get(one.operation());
            if (operation != null && operation.running()) {
                after =
                        after.with(operation.endingAt(end))
                                .schedule(end, new Work.FinishOperation(one.operation()));
            }
        }
        return after;
    }
}

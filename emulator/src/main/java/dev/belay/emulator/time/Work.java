package dev.belay.emulator.time;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;

/**
 * Work to do later, as data: the world that holds it can be kept on disk and goes on elsewhere.
 * What does the work is found by {@code router.Works}.
 */
public sealed interface Work {

    /**
     * A long-running operation comes to its end.
     *
     * @param operation the operation's id, a key of {@code World.operations()}
     */
    record FinishOperation(String operation) implements Work {
        public FinishOperation {
            requireNonNull(operation);
        }
    }

    /**
     * A deployment goes on: it starts, or something that it started has ended.
     *
     * @param deployment the deployment's id
     * @param step what has ended, in the deployment's own terms (an operation id of the
     *     deployment); empty for the start
     */
    record ContinueDeployment(ResourceId deployment, String step) implements Work {
        public ContinueDeployment {
            requireNonNull(deployment);
            requireNonNull(step);
        }
    }

    /**
     * What somebody else does, as the world file's {@code timeline} says.
     *
     * @param event its place in the timeline, from 0
     */
    record HappenTimelineEvent(int event) implements Work {}
}

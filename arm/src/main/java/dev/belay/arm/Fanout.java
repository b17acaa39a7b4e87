package dev.belay.arm;

import java.util.List;
import java.util.function.Supplier;

/** Runs independent tasks: one after the other in tests, side by side otherwise. */
@FunctionalInterface
public interface Fanout {

    /**
     * The results in the order of the tasks. If tasks throw, the first one's exception is thrown
     * after all have ended.
     */
    <T> List<T> all(List<Supplier<T>> tasks);
}

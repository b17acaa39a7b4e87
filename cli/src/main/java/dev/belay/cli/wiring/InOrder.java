package dev.belay.cli.wiring;

import dev.belay.arm.Fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One task after the other: as repeatable as the embedded ARM that it is used with. */
final class InOrder implements Fanout {

    @Override
    public <T> List<T> all(List<Supplier<T>> tasks) {
        var results = new ArrayList<T>();
        Optional<RuntimeException> first = Optional.empty();
        for (Supplier<T> task : tasks) {
            try {
                results.add(task.get());
            } catch (RuntimeException failed) {
                first = first.or(() -> Optional.of(failed));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
        return results;
    }
}

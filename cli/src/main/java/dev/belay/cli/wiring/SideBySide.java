package dev.belay.cli.wiring;

import dev.belay.arm.Fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several tasks at a time, for those that wait for a network. */
final class SideBySide implements Fanout {

    /** As many requests at a time as ARM takes from one caller without throttling (inferred). */
    private static final int LANES = 8;

    @Override
    public <T> List<T> all(List<Supplier<T>> tasks) {
        if (tasks.size() == 1) {
            return List.of(tasks.getFirst().get());
        }
        try (ExecutorService lanes =
                Executors.newFixedThreadPool(LANES, Thread.ofVirtual().factory())) {
            List<Future<T>> running = new ArrayList<>();
            for (Supplier<T> task : tasks) {
                Callable<T> call = task::get;
                running.add(lanes.submit(call));
            }
            return results(running);
        }
    }

    private static <T> List<T> results(List<Future<T>> running) {
        var results = new ArrayList<T>();
        Optional<RuntimeException> first = Optional.empty();
        for (Future<T> task : running) {
            try {
                results.add(task.get());
            } catch (ExecutionException failed) {
                RuntimeException why = unchecked(failed.getCause());
                first = first.or(() -> Optional.of(why));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while tasks ran.", interrupted);
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
        return results;
    }

    private static RuntimeException unchecked(@org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("A task failed: " + cause, cause);
    }
}

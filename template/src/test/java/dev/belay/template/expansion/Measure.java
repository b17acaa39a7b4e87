package dev.belay.template.expansion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many of many cases come out right; the misses stand in {@code target/misses-NAME.txt}.
 *
 * @param misses id and difference of each
 */
record Measure(int right, int all, List<String> misses) {

    static Measure of(String name, Stream<EngineRow> rows) {
        List<String> misses = new ArrayList<>();
        int[] all = {0};
        rows.forEach(
                row -> {
                    all[0]++;
                    difference(row).ifPresent(text -> misses.add(row.id() + "\n    " + text));
                });
        var measure = new Measure(all[0] - misses.size(), all[0], misses);
        try {
            Files.write(
                    Path.of("target", "misses-" + name + ".txt"),
                    (measure.rate() + "\n" + String.join("\n", misses) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return measure;
    }

    // A bug of ours must not hide behind the count of misses: it is a miss with its own text.
    private static Optional<String> difference(EngineRow row) {
        try {
            return row.difference();
        } catch (IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | StackOverflowError e) {
            return Optional.of("BUG " + e + " at " + first(e));
        }
    }

    private static String first(Throwable error) {
        return error.getStackTrace().length == 0
                ? ""
                : Stream.of(error.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("dev.belay"))
                        .findFirst()
                        .map(StackTraceElement::toString)
                        .orElse("");
    }

    String rate() {
        return right + " of " + all;
    }

    String report() {
        return rate()
                + " as the engine; first misses:\n"
                + String.join("\n", misses.stream().limit(10).toList());
    }
}

package dev.belay.cli.wiring;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How large the terminal is. */
public record TerminalSize(int rows, int columns) {

    private static final TerminalSize USUAL = new TerminalSize(24, 80);

    /** As {@code stty} says; where there is none: 24 rows of 80 columns. */
    static TerminalSize ofTerminal() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String text =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor() == 0 ? parse(text).orElse(USUAL) : USUAL;
        } catch (IOException _) {
            return USUAL;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    static Optional<TerminalSize> parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,4}") || !parts[1].matches("\\d{1,4}")) {
            return Optional.empty();
        }
        var size = new TerminalSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return size.rows() < 2 || size.columns() < 20 ? Optional.empty() : Optional.of(size);
    }
}

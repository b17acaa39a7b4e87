package dev.belay.cli.command;

import dev.belay.cli.wiring.Emulator;
import dev.belay.cli.wiring.Signals;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonObject;

import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** {@code belay emulator}: serves the embedded ARM until a signal stops it. */
public final class EmulatorCommand implements Command {

    private static final int LAST_PORT = 65_535;

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--world",
                            "FILE",
                            "The world file to begin with. Default: one subscription, empty."),
                    Option.value(
                            "--state",
                            "FILE",
                            "Where every change is kept, so that the world outlives the process."
                                    + " Default: nowhere."),
                    Option.value(
                            "--port",
                            "N",
                            "The port on 127.0.0.1; 0 takes any that is free. Default: 0."),
                    Option.value(
                            "--clock",
                            "wall:N",
                            "Real time, N times as fast. Default: polls move the clock."),
                    Option.value(
                            "--pacing",
                            "PACING",
                            "How long clients are told to wait: clients (1 second), or recorded"
                                    + " (as Azure). Default: clients."),
                    Option.value(
                            "--request-log",
                            "FILE",
                            "One line of JSON for each request, without bodies, is added to"
                                    + " FILE."));

    @Override
    public Grammar grammar() {
        return Grammar.command("emulator", "Serve the embedded ARM over HTTP on this machine.")
                .options(OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        Emulator.Settings settings = settings(arguments, wiring.around());
        var stopped = new CountDownLatch(1);
        try (Signals.Listening _ = wiring.signals().listen(_ -> stopped.countDown());
                Emulator emulator = start(arguments, settings, wiring)) {
            emulator.notes().forEach(output::aside);
            String address = emulator.address().toString();
            output.either(
                    JsonObject.builder()
                            .put("type", "listening")
                            .put("address", address)
                            .put("port", emulator.address().getPort())
                            .build(),
                    List.of("Listening on " + address));
            await(stopped);
        }
        return 0;
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // an interrupt stops it as well
        }
    }

    private static Emulator start(Arguments arguments, Emulator.Settings settings, Wiring wiring) {
        InputFile world =
                arguments
                        .text("--world")
                        .map(name -> InputFile.read(wiring.around(), name, "world file"))
                        .orElseGet(() -> new InputFile("no world file", ""));
        String state = arguments.text("--state").orElse("");
        return WorldInput.opened(world, state, () -> bound(settings, wiring));
    }

    private static Emulator bound(Emulator.Settings settings, Wiring wiring) {
        try {
            return wiring.emulator(settings);
        } catch (BindException taken) {
            throw BadInput.of(
                    String.valueOf(taken.getMessage()), "Choose another port, or 0 for any.");
        }
    }

    private static Emulator.Settings settings(Arguments arguments, Surroundings around) {
        return new Emulator.Settings(
                path(arguments, "--world", around),
                path(arguments, "--state", around),
                port(arguments),
                wall(arguments),
                arguments
                        .oneOf("--pacing", List.of("clients", "recorded"))
                        .filter("recorded"::equals)
                        .isPresent(),
                path(arguments, "--request-log", around));
    }

    private static Optional<Path> path(Arguments arguments, String key, Surroundings around) {
        return arguments.text(key).map(around::path);
    }

    private static int port(Arguments arguments) {
        String text = arguments.text("--port").orElse("0");
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : LAST_PORT + 1;
        if (port > LAST_PORT) {
            throw BadInput.of("'--port' takes 0 to 65535, not '" + text + "'.", "");
        }
        return port;
    }

    private static OptionalInt wall(Arguments arguments) {
        Optional<String> clock = arguments.text("--clock");
        if (clock.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!clock.get().matches("wall:[1-9]\\d{0,5}")) {
            throw BadInput.of(
                    "'--clock' takes wall:N with N from 1 to 999999, not '" + clock.get() + "'.",
                    "Leave it out to let polls move the clock.");
        }
        return OptionalInt.of(Integer.parseInt(clock.get().substring("wall:".length())));
    }
}

package dev.belay.cli.main;

import dev.belay.cli.wiring.Wiring;

import java.util.List;

/** The entry of the {@code belay} process. */
public final class Main {

    private Main() {}

    /** Exits with the code of the command. */
    public static void main(String[] arguments) {
        int code = Belay.run(List.of(arguments), Wiring.ofProcess());
        System.out.flush();
        System.err.flush();
        // other threads (a transport's) must not keep the process; their work is in the log
        System.exit(code);
    }
}

package dev.belay.cli.command;

import java.util.List;

/** Where transactions are kept. */
final class StoreOption {

    static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--store",
                            "DIR",
                            "Where transactions are kept. Default: belay in the user's state"
                                    + " directory."));

    private StoreOption() {}
}

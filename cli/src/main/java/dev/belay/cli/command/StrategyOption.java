package dev.belay.cli.command;

import dev.belay.transaction.journal.RecordedRequest.Strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an undo is done. */
final class StrategyOption {

    static final Option DEPLOY =
            Option.value(
                    "--strategy",
                    "STRATEGY",
                    "How to undo: surgical, resource by resource; or complete, as other tools do"
                        + " it: the group's exported template, deployed in mode Complete. Default:"
                        + " surgical.");

    static final Option ROLLBACK =
            Option.value(
                    "--strategy",
                    "STRATEGY",
                    "surgical, or complete. Default: as the deployment was told.");

    private StrategyOption() {}

    static Optional<Strategy> of(Arguments arguments) {
        return arguments
                .oneOf("--strategy", List.of("surgical", "complete"))
                .map(word -> Strategy.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}

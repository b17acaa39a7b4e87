package dev.belay.cli.main;

import dev.belay.cli.command.Grammar;

import java.util.List;

/** What {@code belay --help} prints. */
final class Overview {

    private Overview() {}

    static String of(List<Grammar> commands) {
        var text = new StringBuilder();
        text.append("Usage: belay COMMAND [OPTION]…\n\n");
        text.append("Transactional Azure Resource Manager deployments: if one fails, everything\n");
        text.append("it touched is put back as it was, and that is proved.\n\nCommands:\n");
        for (Grammar command : commands) {
            text.append("  %-10s %s\n".formatted(command.name(), command.summary()));
        }
        text.append("\nOptions:\n  -h, --help     Show this, or the help of a command.\n");
        text.append("  -V, --version  Show the version.\n");
        text.append(EXITS);
        return text.toString();
    }

    private static final String EXITS =
            """

            Exit codes of 'deploy' and 'run':
              0  succeeded and kept       3  failed, restored and proven
              4  restored but for what is named
              5  could not be restored; can be resumed
              6  refused or interrupted, nothing was touched
              7  failed and kept as asked
              1  unexpected error         2  bad input         130  second signal
            Exit codes of 'rollback': 0 restored or nothing to undo; 4, 5, 6, 1, 2, 130 as above.
            """;
}

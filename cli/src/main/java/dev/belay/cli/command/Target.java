package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which ARM, and which subscription: what the options say about them. */
final class Target {

    private static final String EMBEDDED = "embedded:";

    /** Where ARM is. */
    static final List<Option> ARM =
            List.of(
                    Option.value(
                            "--arm",
                            "URL|embedded:FILE",
                            "Where ARM is: an address, or the embedded ARM made from world file"
                                    + " FILE. What that becomes is kept in FILE.state."),
                    Option.value(
                            "--subscription",
                            "ID",
                            "The subscription. Default: AZURE_SUBSCRIPTION_ID, else the only one"
                                    + " there is."),
                    Option.value(
                            "--request-timeout",
                            "DURATION",
                            "The longest time that one request may take. Default: 60s."),
                    Option.value(
                            "--as",
                            "PRINCIPAL",
                            "Act as a principal that the world file of the embedded ARM lists."),
                    Option.later("--ca", "FILE"),
                    Option.later("--tenant", "ID"));

    /** Taken by commands that only look at a store, so that a script can say it everywhere. */
    static final List<Option> ANY_ARM =
            List.of(
                    Option.value(
                            "--arm",
                            "embedded:FILE",
                            "Accepted as everywhere; what a store keeps is shown without asking"
                                    + " ARM."));

    private Target() {}

    /**
     * @throws BadInput if the options name no ARM that can be opened
     */
    static Connection open(Arguments arguments, Wiring wiring) {
        return open(arguments.text("--arm"), arguments, wiring);
    }

    /**
     * @param address as {@code --arm} takes it
     * @throws BadInput if it names no ARM that can be opened
     */
    static Connection open(Optional<String> address, Arguments arguments, Wiring wiring) {
        String arm =
                address.orElseThrow(
                        () ->
                                BadInput.of(
                                        "Signing in to Azure is not built yet.",
                                        "Use '--arm URL', or '--arm embedded:FILE' with"
                                                + " a world file."));
        Connection connection =
                arm.startsWith(EMBEDDED)
                        ? embedded(arm.substring(EMBEDDED.length()), wiring)
                        : ArmAddress.open(arm, requestTimeout(arguments), wiring);
        return arguments.text("--as").map(connection::as).orElse(connection);
    }

    private static Connection embedded(String name, Wiring wiring) {
        if (name.isEmpty()) {
            throw BadInput.of(
                    "'--arm embedded:' names no world file.", "Write '--arm embedded:FILE'.");
        }
        InputFile file = InputFile.read(wiring.around(), name, "world file");
        return WorldInput.opened(
                file, name + ".state", () -> wiring.embedded(wiring.around().path(name)));
    }

    static Duration requestTimeout(Arguments arguments) {
        return arguments
                .text("--request-timeout")
                .map(text -> Durations.parse("--request-timeout", text))
                .orElse(Duration.ofSeconds(60));
    }
}

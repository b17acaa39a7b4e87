package dev.belay.cli.command;

import dev.belay.arm.Scope;
import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which ARM, which subscription, which scope: what the options say about them. */
final class Target {

    private static final String EMBEDDED = "embedded:";
    private static final String GROUP_NAME = "[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]";

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
                    Option.later("--as", "PRINCIPAL"),
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

    /** Which scope of it. */
    static final List<Option> SCOPE =
            List.of(
                    Option.value("-g|--resource-group", "GROUP", "The resource group."),
                    Option.value("--scope", "rg", "The kind of scope; resource groups for now."),
                    Option.later("--management-group", "ID"),
                    Option.later("--location", "LOCATION"));

    private Target() {}

    /**
     * @throws BadInput if the options name no ARM that can be opened
     */
    static Connection open(Arguments arguments, Wiring wiring) {
        String arm =
                arguments
                        .text("--arm")
                        .orElseThrow(
                                () ->
                                        BadInput.of(
                                                "Signing in to Azure is not built yet.",
                                                "Use '--arm URL', or '--arm embedded:FILE' with"
                                                        + " a world file."));
        return arm.startsWith(EMBEDDED)
                ? embedded(arm.substring(EMBEDDED.length()), wiring)
                : ArmAddress.open(arm, requestTimeout(arguments), wiring);
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

    /** The name given with {@code -g}. */
    static Optional<String> group(Arguments arguments) {
        Optional<String> scope = arguments.text("--scope");
        if (scope.filter(word -> !word.equals("rg")).isPresent()) {
            boolean known = List.of("sub", "mg", "tenant").contains(scope.get());
            throw known
                    ? BadInput.of(
                            "'--scope " + scope.get() + "' is not built yet.",
                            "Deploy to a resource group.")
                    : BadInput.of(
                            "'--scope' takes rg, sub, mg or tenant, not '" + scope.get() + "'.",
                            "");
        }
        Optional<String> group = arguments.text("--resource-group");
        group.filter(name -> !name.matches(GROUP_NAME))
                .ifPresent(
                        name -> {
                            throw BadInput.of(
                                    "'" + name + "' cannot be the name of a resource group.",
                                    "Names have up to 90 letters, digits, '_', '-', '.', '(' and"
                                            + " ')', and do not end with a dot.");
                        });
        return group;
    }

    static Scope scope(Arguments arguments, Wiring wiring, Connection connection) {
        String group =
                group(arguments)
                        .orElseThrow(
                                () ->
                                        BadInput.of(
                                                "'--resource-group' is missing.",
                                                "Name the resource group: -g GROUP."));
        return new Scope.ResourceGroup(
                Subscriptions.choose(arguments, wiring.around(), connection), group);
    }
}

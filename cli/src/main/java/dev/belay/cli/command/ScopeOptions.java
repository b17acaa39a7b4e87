package dev.belay.cli.command;

import dev.belay.arm.Scope;
import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which scope is meant: a resource group, a subscription, a management group or the tenant. As in
 * {@code az}, {@code -g} says that it is a group, and above groups a deployment has a location.
 */
final class ScopeOptions {

    private static final String GROUP_NAME = "[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]";
    private static final String MANAGEMENT_GROUP_NAME = "[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]";

    static final List<Option> WHICH =
            List.of(
                    Option.value("-g|--resource-group", "GROUP", "The resource group."),
                    Option.value(
                            "--scope",
                            "KIND",
                            "The kind of scope: rg, sub, mg or tenant. Default: rg, or what -g or"
                                    + " --management-group implies."),
                    Option.value("--management-group", "ID", "The management group's id."));

    static final List<Option> LOCATION =
            List.of(
                    Option.value(
                            "--location",
                            "LOCATION",
                            "Where ARM keeps the record of the deployment; needed with sub, mg and"
                                    + " tenant."));

    private ScopeOptions() {}

    private enum Kind {
        RG,
        SUB,
        MG,
        TENANT
    }

    /**
     * What can be said wrong about the scope of a deployment without asking anybody.
     *
     * @throws BadInput if something is
     */
    static void check(Arguments arguments) {
        Kind kind = named(arguments).orElse(Kind.RG);
        if (kind == Kind.RG && group(arguments).isEmpty()) {
            throw BadInput.of(
                    "'--resource-group' is missing.",
                    "Name the resource group: -g GROUP; or deploy elsewhere: --scope sub, mg or"
                            + " tenant.");
        }
        if (kind == Kind.MG && arguments.text("--management-group").isEmpty()) {
            throw BadInput.of(
                    "'--management-group' is missing.",
                    "Name the management group: --management-group ID.");
        }
        boolean located = arguments.text("--location").isPresent();
        if (kind == Kind.RG && located) {
            throw BadInput.of(
                    "'--location' does not go with a resource group, which has its own.",
                    "Leave it out.");
        }
        if (kind != Kind.RG && !located) {
            throw BadInput.of(
                    "'--location' is missing.",
                    "Say where ARM is to keep the record of the deployment: --location westeurope,"
                            + " for instance.");
        }
    }

    static boolean inGroup(Arguments arguments) {
        return named(arguments).orElse(Kind.RG) == Kind.RG;
    }

    /** The kind that the options name or imply, checked; empty if they say nothing. */
    private static Optional<Kind> named(Arguments arguments) {
        Optional<Kind> said =
                arguments
                        .oneOf("--scope", List.of("rg", "sub", "mg", "tenant"))
                        .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)));
        Optional<String> group = group(arguments);
        Optional<String> managementGroup = managementGroup(arguments);
        if (group.isPresent() && said.filter(kind -> kind != Kind.RG).isPresent()) {
            throw clash("--resource-group", said.get());
        }
        if (managementGroup.isPresent() && said.filter(kind -> kind != Kind.MG).isPresent()) {
            throw clash("--management-group", said.get());
        }
        if (group.isPresent() && managementGroup.isPresent()) {
            throw BadInput.of(
                    "'--resource-group' and '--management-group' name two scopes.",
                    "Leave one of them out.");
        }
        return said.or(() -> group.map(_ -> Kind.RG)).or(() -> managementGroup.map(_ -> Kind.MG));
    }

    private static BadInput clash(String option, Kind kind) {
        return BadInput.of(
                "'"
                        + option
                        + "' does not go with '--scope "
                        + kind.name().toLowerCase(Locale.ROOT)
                        + "'.",
                "Leave one of them out.");
    }

    private static Optional<String> group(Arguments arguments) {
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

    private static Optional<String> managementGroup(Arguments arguments) {
        Optional<String> group = arguments.text("--management-group");
        group.filter(id -> !id.matches(MANAGEMENT_GROUP_NAME))
                .ifPresent(
                        id -> {
                            throw BadInput.of(
                                    "'" + id + "' cannot be the id of a management group.",
                                    "Ids have up to 90 letters, digits, '_', '-', '.', '(' and"
                                            + " ')', and do not end with a dot; the display name is"
                                            + " something else.");
                        });
        return group;
    }

    /** The scope of a deployment whose options {@link #check} has passed. */
    static Scope of(Arguments arguments, Wiring wiring, Connection connection) {
        return switch (named(arguments).orElse(Kind.RG)) {
            case TENANT -> Scope.TENANT;
            case MG -> new Scope.ManagementGroup(managementGroup(arguments).orElseThrow());
            case SUB ->
                    new Scope.Subscription(
                            Subscriptions.choose(arguments, wiring.around(), connection));
            case RG ->
                    new Scope.ResourceGroup(
                            Subscriptions.choose(arguments, wiring.around(), connection),
                            group(arguments).orElseThrow());
        };
    }

    /** The scope that the options name, in a subscription that nobody is asked for. */
    static Scope offline(Arguments arguments, String subscription) {
        return switch (named(arguments).orElse(Kind.RG)) {
            case TENANT -> Scope.TENANT;
            case MG -> new Scope.ManagementGroup(managementGroup(arguments).orElse("group"));
            case SUB -> new Scope.Subscription(subscription);
            case RG -> new Scope.ResourceGroup(subscription, group(arguments).orElse("group"));
        };
    }

    /** Whether a transaction of this scope is meant, as far as the options say anything. */
    static boolean mean(Arguments arguments, Scope scope) {
        Optional<Kind> kind = named(arguments);
        if (kind.isEmpty()) {
            return true;
        }
        Optional<String> subscription = arguments.text("--subscription");
        return switch (scope) {
            case Scope.Tenant _ -> kind.get() == Kind.TENANT;
            case Scope.ManagementGroup(var id) ->
                    kind.get() == Kind.MG
                            && managementGroup(arguments)
                                    .filter(other -> !id.equalsIgnoreCase(other))
                                    .isEmpty();
            case Scope.Subscription(var id) ->
                    kind.get() == Kind.SUB
                            && subscription.filter(other -> !id.equalsIgnoreCase(other)).isEmpty();
            case Scope.ResourceGroup(var id, var name) ->
                    kind.get() == Kind.RG
                            && subscription.filter(other -> !id.equalsIgnoreCase(other)).isEmpty()
                            && group(arguments)
                                    .filter(other -> !name.equalsIgnoreCase(other))
                                    .isEmpty();
        };
    }
}

package dev.belay.view.text;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;

import java.time.Duration;
import java.util.Optional;

/** Ids and times as short as they can be without becoming unclear. */
final class Names {

    private Names() {}

    /** The id without the scope that the reader knows already; the whole id elsewhere. */
    static String within(Scope scope, ResourceId id) {
        return after(scope.path() + "/providers/", id)
                .or(() -> after(scope.path() + "/", id))
                .orElseGet(id::path);
    }

    private static Optional<String> after(String prefix, ResourceId id) {
        return id.path().regionMatches(true, 0, prefix, 0, prefix.length())
                ? Optional.of(id.path().substring(prefix.length()))
                : Optional.empty();
    }

    static String of(Scope scope) {
        return switch (scope) {
            case Scope.Tenant _ -> "the tenant";
            case Scope.ManagementGroup(var name) -> "management group '" + name + "'";
            case Scope.Subscription(var id) -> "subscription '" + id + "'";
            case Scope.ResourceGroup(_, var name) -> "resource group '" + name + "'";
        };
    }

    /** Minutes and seconds, {@code 1:05}; hours in front where there are any. */
    static String clock(Duration elapsed) {
        long seconds = Math.max(0, elapsed.toSeconds());
        String minutes = "%d:%02d".formatted(seconds / 60 % 60, seconds % 60);
        return seconds < 3600
                ? minutes
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 1 step}, {@code 2 steps}. */
    static String count(int number, String singular) {
        return number + " " + (number == 1 ? singular : singular + "s");
    }
}

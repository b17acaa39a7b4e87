package dev.belay.emulator.world;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that only the server knows, as world files name them: {@code ${principalId:ID}} and {@code
 * ${deployment:SCOPE}}.
 */
public final class Placeholders {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(principalId|deployment):([^}]*)}");

    private Placeholders() {}

    /** The text with all values that the world knows put in; unknown ones stay as they are. */
    public static String filled(String text, World world) {
        return PLACE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        value(found.group(1), found.group(2), world)
                                                .orElse(found.group())));
    }

    private static Optional<String> value(String kind, String about, World world) {
        return kind.equals("deployment")
                ? Scope.parse(about)
                        .flatMap(scope -> newest(scope, world))
                        .map(record -> record.id().path())
                : ResourceId.parse(about)
                        .flatMap(world::find)
                        .flatMap(
                                stored ->
                                        stored.body()
                                                .textAt("/identity/principalId")
                                                .or(
                                                        () ->
                                                                stored.body()
                                                                        .textAt(
                                                                                "/properties/principalId")));
    }

    private static Optional<DeploymentRecord> newest(Scope scope, World world) {
        return world.deploymentsOf(scope).stream()
                .max(Comparator.comparing(DeploymentRecord::startedAt));
    }
}

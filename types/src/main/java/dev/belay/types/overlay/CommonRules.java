package dev.belay.types.overlay;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonString;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules by name that hold for every type. All names are folded.
 *
 * @param rootMembers members of the root that the server sets in every type
 * @param anyDepth members that the server sets wherever they stand among named members
 * @param emptyIsAbsent members of the root whose emptiness means the same as their absence
 * @param secretParts a property whose name contains one of these holds a secret
 * @param secretEnds a property whose name ends with one of these holds a secret
 * @param notSecret names for which the last two do not hold
 * @param masks texts that stand for a value that is not shown
 */
public record CommonRules(
        Set<String> rootMembers,
        Set<String> anyDepth,
        Set<String> emptyIsAbsent,
        List<String> secretParts,
        List<String> secretEnds,
        Set<String> notSecret,
        Set<String> masks) {

    private static final int FEWEST_STARS = 3;

    public CommonRules {
        rootMembers = Set.copyOf(rootMembers);
        anyDepth = Set.copyOf(anyDepth);
        emptyIsAbsent = Set.copyOf(emptyIsAbsent);
        secretParts = List.copyOf(secretParts);
        secretEnds = List.copyOf(secretEnds);
        notSecret = Set.copyOf(notSecret);
        masks = Set.copyOf(masks);
    }

    static CommonRules read(Json file) {
        return new CommonRules(
                Set.copyOf(names(file, "/alwaysStrip/root")),
                Set.copyOf(names(file, "/alwaysStrip/anyDepth")),
                Set.copyOf(names(file, "/emptyIsAbsent")),
                names(file, "/secretNames/contains"),
                names(file, "/secretNames/endsWith"),
                Set.copyOf(names(file, "/secretNames/not")),
                Set.copyOf(names(file, "/masks")));
    }

    private static List<String> names(Json file, String pointer) {
        Optional<JsonArray> names = file.at(pointer).flatMap(Json::asArray);
        return names.map(JsonArray::stream)
                .orElseThrow(() -> new IllegalArgumentException("No " + pointer + " is given."))
                .map(item -> folded(item.asText().orElseThrow()))
                .toList();
    }

    public boolean stripsAtRoot(String name) {
        return rootMembers.contains(folded(name));
    }

    public boolean stripsAnywhere(String name) {
        return anyDepth.contains(folded(name));
    }

    /** Whether a text under this name is a secret by the name alone. */
    public boolean namesSecret(String name) {
        String folded = folded(name);
        return !notSecret.contains(folded)
                && (secretParts.stream().anyMatch(folded::contains)
                        || secretEnds.stream().anyMatch(folded::endsWith));
    }

    /**
     * Whether a value only stands for one that is not shown: nothing but asterisks, a known word,
     * or a part of a connection string after {@code =} that is nothing but asterisks.
     */
    public boolean isMask(Json value) {
        return value instanceof JsonString(var text)
                && (stars(text)
                        || masks.contains(folded(text))
                        || Stream.of(text.split(";", -1)).anyMatch(CommonRules::endsInStars));
    }

    private static boolean endsInStars(String part) {
        int equals = part.indexOf('=');
        return equals > 0 && stars(part.substring(equals + 1));
    }

    private static boolean stars(String text) {
        return text.length() >= FEWEST_STARS && text.chars().allMatch(c -> c == '*');
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package dev.belay.emulator.type.authorization;

import java.util.regex.Pattern;

/** Names that must be GUIDs. */
final class Guids {

    private static final Pattern GUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern RANDOM =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Guids() {}

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    /** Whether it is one of version 4, as Azure gives to what is built in. */
    static boolean isRandom(String text) {
        return RANDOM.matcher(text).matches();
    }
}

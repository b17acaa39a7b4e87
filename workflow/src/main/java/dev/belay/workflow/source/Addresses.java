package dev.belay.workflow.source;

import java.util.regex.Pattern;

/** Addresses as messages may show them. */
final class Addresses {

    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]+@");
    private static final Pattern QUERY = Pattern.compile("(?<=[^\\s?#])[?#]\\S*");

    private Addresses() {}

    /** Without user, password, query and fragment. */
    static String shown(String address) {
        return QUERY.matcher(withoutCredentials(address)).replaceAll("");
    }

    /** Every address in a text without user and password. */
    static String withoutCredentials(String text) {
        return CREDENTIALS.matcher(text).replaceAll("");
    }
}

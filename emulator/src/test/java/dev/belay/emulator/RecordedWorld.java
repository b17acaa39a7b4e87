package dev.belay.emulator;

import dev.belay.json.Json;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The world in which a recording of real ARM began, as far as the recording tells. */
final class RecordedWorld {

    private static final Pattern GROUP =
            Pattern.compile("(?i)/providers/Microsoft.Management/managementGroups/[^/]+");
    private static final Pattern SUBSCRIPTION =
            Pattern.compile(
                    "(?i)(?:/subscriptions/|sub_?id\"\\s*:\\s*\\{\\s*\"value\"\\s*:\\s*\")([0-9a-f-]{36})");

    private RecordedWorld() {}

    /** Some clients doubled the slash at the front: to a URI that is an authority. */
    static String whole(String path) {
        return path.replaceAll("/{2,}", "/");
    }

    /** What stood before: subscriptions that are named, groups that the recording never makes. */
    static String of(String text, List<Json> interactions) {
        var subscriptions = new TreeSet<String>();
        Matcher named = SUBSCRIPTION.matcher(text);
        while (named.find()) {
            subscriptions.add(named.group(1).toLowerCase(Locale.ROOT));
        }
        var groups = new TreeMap<String, String>();
        for (Json call : interactions) {
            String[] parts = whole(call.textAt("/path").orElse("")).split("/", -1);
            if (parts.length > 4 && parts[3].equalsIgnoreCase("resourceGroups")) {
                boolean makes =
                        parts.length == 5
                                && call.textAt("/method").filter("PUT"::equals).isPresent();
                groups.putIfAbsent(
                        parts[4].toLowerCase(Locale.ROOT), makes ? "" : group(parts[2], parts[4]));
            }
        }
        var management = new TreeMap<String, String>();
        for (Json call : interactions) {
            String path = call.textAt("/path").orElse("");
            if (GROUP.matcher(path).matches()
                    && call.textAt("/method").filter("PUT"::equals).isPresent()) {
                String group = path.substring(path.lastIndexOf('/') + 1);
                management.putIfAbsent(
                        group,
                        RecordedScopesTest.status(call) == 200 ? "{name:'" + group + "'}," : "");
            }
        }
        var members = new StringBuilder(",tenant:{id:'77777777-0000-0000-0000-000000000000'}");
        members.append(",managementGroups:[");
        management.values().forEach(members::append);
        members.append("],subscriptions:[");
        subscriptions.forEach(id -> members.append("{id:'").append(id).append("'},"));
        members.append("],resourceGroups:[");
        groups.values().forEach(members::append);
        return members.append("]").toString();
    }

    private static String group(String subscription, String name) {
        return "{name:'" + name + "',subscription:'" + subscription + "',location:'westus'},";
    }
}

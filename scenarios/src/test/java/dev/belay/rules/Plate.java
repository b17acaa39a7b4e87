package dev.belay.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a room's package-info says about it.
 *
 * @param room its package
 * @param mayImport packages of the house that it may use
 */
record Plate(String room, boolean pure, Set<String> mayImport) {

    /** Plates by room, and what is wrong with those that could not be read. */
    record Reading(Map<String, Plate> plates, List<String> broken) {}

    static final String HOUSE = "dev.belay.";

    private static final Pattern KIND = Pattern.compile("Kind:\\s*(pure|edge)\\b");
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([\\w.]+)\\s*}");

    /**
     * Reads the plates of packages.
     *
     * @param texts package to the text of its package-info, empty where there is none
     */
    static Reading read(Map<String, String> texts) {
        var plates = new TreeMap<String, Plate>();
        var broken = new ArrayList<String>();
        texts.forEach(
                (room, text) -> {
                    List<String> missing = missing(text);
                    if (text.isEmpty()) {
                        broken.add(
                                room
                                        + " has no door plate: add a package-info.java with"
                                        + " 'Room:', 'Kind: pure|edge' and 'May import:'");
                    } else if (!missing.isEmpty()) {
                        broken.add(room + ": its door plate lacks " + String.join(", ", missing));
                    } else {
                        plates.put(room, parse(room, text));
                    }
                });
        return new Reading(plates, broken);
    }

    private static List<String> missing(String text) {
        var missing = new ArrayList<String>();
        String flat = flat(text);
        if (!Pattern.compile("Room:\\s*\\w").matcher(flat).find()) {
            missing.add("'Room:'");
        }
        if (!KIND.matcher(flat).find()) {
            missing.add("'Kind: pure|edge'");
        }
        String imports = imports(flat);
        if (!imports.contains("nothing") && !CODE.matcher(imports).find()) {
            missing.add("'May import:' with {@code room.names} or 'nothing'");
        }
        if (!text.contains("@NullMarked")) {
            missing.add("@NullMarked");
        }
        return missing;
    }

    private static Plate parse(String room, String text) {
        String flat = flat(text);
        Matcher kind = KIND.matcher(flat);
        boolean pure = kind.find() && kind.group(1).equals("pure");
        var mayImport = new TreeSet<String>();
        CODE.matcher(imports(flat))
                .results()
                .forEach(match -> mayImport.add(HOUSE + match.group(1)));
        return new Plate(room, pure, mayImport);
    }

    private static String imports(String flat) {
        int from = flat.indexOf("May import:");
        if (from < 0) {
            return "";
        }
        String rest = flat.substring(from);
        int to = rest.indexOf("<p>");
        return to < 0 ? rest : rest.substring(0, to);
    }

    /** The comment on one line, without its stars. */
    private static String flat(String text) {
        int end = text.indexOf("*/");
        return (end < 0 ? text : text.substring(0, end)).replaceAll("\\s*\\R\\s*\\*?\\s*", " ");
    }
}

package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a case mean: the ids that its names stand for, and their api-versions. */
final class ReportNames {

    static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-case";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_]");

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    ReportNames(ReportCase all) {
        for (CaseMembers setup : all.setup()) {
            setup.text("id").ifPresent(id -> add(id, setup.text("apiVersion")));
            if (setup.text("op").filter("group"::equals).isPresent()) {
                add(
                        Scene.SUBSCRIPTION + "/resourceGroups/" + setup.required("name"),
                        Optional.empty());
            }
        }
        for (ReportCase.Errand errand : all.errands()) {
            errand.expected().state().forEach(state -> add(state.id(), Optional.empty()));
            errand.refused()
                    .forEach(
                            one ->
                                    one.write()
                                            .text("id")
                                            .ifPresent(id -> add(id, Optional.empty())));
            errand.timing()
                    .forEach(one -> one.text("write").ifPresent(id -> add(id, Optional.empty())));
            errand.template()
                    .map(all.folder()::resolve)
                    .filter(java.nio.file.Files::isRegularFile)
                    .ifPresent(file -> template(ReportCase.json(file), GROUP));
        }
    }

    private void add(String id, Optional<String> version) {
        if (!id.startsWith("/")) {
            return;
        }
        String name = id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        ids.putIfAbsent(name, id);
        if (id.contains("/providers/")) {
            version.ifPresent(text -> versions.putIfAbsent(OutsideReader.typeOf(id), text));
        }
    }

    private void template(Json template, String group) {
        Json resources = template.at("/resources").orElse(JsonArray.EMPTY);
        List<Json> all =
                resources instanceof JsonArray(var items)
                        ? items
                        : resources
                                .asObject()
                                .map(o -> List.copyOf(o.members().values()))
                                .orElse(List.of());
        for (Json resource : all) {
            String type = resource.textAt("/type").orElse("");
            String name = resource.textAt("/name").orElse("[");
            resource.textAt("/apiVersion")
                    .ifPresent(text -> versions.putIfAbsent(type.toLowerCase(Locale.ROOT), text));
            resource.at("/properties/template").ifPresent(inner -> template(inner, group));
            if (!name.startsWith("[") && type.contains("/")) {
                add(id(group, type, name), resource.textAt("/apiVersion"));
            }
        }
    }

    private static String id(String group, String type, String name) {
        String[] types = type.split("/", -1);
        String[] names = name.split("/", -1);
        var id = new StringBuilder(group + "/providers/" + types[0]);
        for (int i = 0; i < names.length && i + 1 < types.length; i++) {
            id.append('/').append(types[i + 1]).append('/').append(names[i]);
        }
        return id.toString();
    }

    /** The id that a name stands for. */
    Optional<String> id(String name) {
        return name.startsWith("/")
                ? Optional.of(name)
                : Optional.ofNullable(ids.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The ids that prose names, by the resource's name or, as "the vault", by its type. */
    Set<String> named(String prose) {
        Set<String> found = new LinkedHashSet<>();
        for (Matcher word = WORD.matcher(prose); word.find(); ) {
            id(word.group()).ifPresent(found::add);
        }
        Matcher kind =
                Pattern.compile("\\bthe ([a-z]+)\\b").matcher(prose.toLowerCase(Locale.ROOT));
        while (found.isEmpty() && kind.find()) {
            String noun = kind.group(1);
            for (String id : ids.values()) {
                if (id.contains("/providers/") && OutsideReader.typeOf(id).endsWith(noun + "s")) {
                    found.add(id);
                }
            }
        }
        return found;
    }

    /** The api-version that the case uses for a type, in lower case. */
    Optional<String> version(String type) {
        return Optional.ofNullable(versions.get(type.toLowerCase(Locale.ROOT)));
    }

    List<String> all() {
        return new ArrayList<>(ids.values());
    }
}

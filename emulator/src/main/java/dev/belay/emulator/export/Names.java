package dev.belay.emulator.export;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The names and ids of one export as expressions, and the parameters that they use. Evidence:
 * recorded (arm-protocol 7) for names; ids, external ids and secure parameters as in exported
 * templates that people published.
 */
final class Names {

    private final Set<ResourceId> exported;
    private final ExportOptions options;
    private final SequencedMap<String, JsonObject> parameters = new LinkedHashMap<>();
    private final SequencedMap<ResourceId, String> known = new LinkedHashMap<>();

    Names(Set<ResourceId> exported, ExportOptions options) {
        this.exported = exported;
        this.options = options;
    }

    JsonObject parameters() {
        return JsonObject.builder().putAll(parameters).build();
    }

    /** What stands as a resource's {@code name}. */
    String name(ResourceId id) {
        if (!options.names()) {
            return literal(id.fullName());
        }
        String own = rootName(id);
        return id.names().size() == 1
                ? "[" + own + "]"
                : "[concat(" + own + ", " + rest(id, own) + ")]";
    }

    /** The names below the root; one that begins with the root's name is made of it. */
    private static String rest(ResourceId id, String own) {
        String below = id.fullName().substring(id.names().getFirst().length());
        String host = "/" + id.names().getFirst() + ".";
        return below.startsWith(host)
                ? "'/', " + own + ", " + quoted(below.substring(host.length() - 1))
                : quoted(below);
    }

    /** {@code resourceId('type', names…)}, without brackets. */
    String resourceId(ResourceId id) {
        var call = new StringBuilder("resourceId(").append(quoted(id.type().toString()));
        call.append(", ").append(options.names() ? rootName(id) : quoted(id.names().getFirst()));
        id.names().stream().skip(1).forEach(name -> call.append(", ").append(quoted(name)));
        return call.append(")").toString();
    }

    /** An id in a body. */
    String reference(ResourceId id) {
        if (exported.contains(id)) {
            return "[" + resourceId(id) + "]";
        }
        Optional<ResourceId> above = exportedAbove(id);
        if (above.isPresent()) {
            return concat(resourceId(above.get()), below(above.get(), id));
        }
        if (!options.externalIds()) {
            return literal(id.path());
        }
        ResourceId root = root(id);
        String parameter = parameter(root, "externalid", root.path());
        return root.equals(id) ? "[" + parameter + "]" : concat(parameter, below(root, id));
    }

    /** The exported resource that an id is or lies in. */
    Optional<ResourceId> target(ResourceId id) {
        return exported.contains(id) ? Optional.of(id) : exportedAbove(id);
    }

    private Optional<ResourceId> exportedAbove(ResourceId id) {
        Optional<ResourceId> above = id.container();
        while (above.isPresent() && !exported.contains(above.get())) {
            above = above.get().container();
        }
        return above;
    }

    private static String concat(String expression, String rest) {
        return "[concat(" + expression + ", " + quoted(rest) + ")]";
    }

    private static String below(ResourceId above, ResourceId id) {
        return id.path().substring(above.path().length());
    }

    private static ResourceId root(ResourceId id) {
        ResourceId root = id;
        while (root.container().isPresent()) {
            root = root.container().get();
        }
        return root;
    }

    /** A text of a body; a host that begins with the resource's own name follows its parameter. */
    String text(ResourceId own, String text) {
        if (options.names()) {
            String name = own.names().getFirst();
            for (String before : List.of("", "https://", "http://")) {
                if (text.startsWith(before + name + ".")) {
                    var parts = new ArrayList<String>();
                    if (!before.isEmpty()) {
                        parts.add(quoted(before));
                    }
                    parts.add(rootName(own));
                    parts.add(quoted(text.substring(before.length() + name.length())));
                    return "[concat(" + String.join(", ", parts) + ")]";
                }
            }
        }
        return literal(text);
    }

    /** What a PUT needs and no GET shows: a parameter without a default. */
    String secure(ResourceId id, String property) {
        String name = cleaned(id.type().name() + "_" + id.name() + "_" + property);
        parameters.put(name, JsonObject.of("type", Json.of("SecureString")));
        return "[parameters('" + name + "')]";
    }

    private String rootName(ResourceId id) {
        ResourceId root = root(id);
        return parameter(root, "name", root.name());
    }

    private String parameter(ResourceId root, String what, String value) {
        String name = known.computeIfAbsent(root, _ -> fresh(root, what));
        parameters.putIfAbsent(
                name,
                JsonObject.of(
                        "defaultValue",
                        options.defaultValues() ? Json.of(value) : Json.nullValue(),
                        "type",
                        Json.of("String")));
        return "parameters('" + name + "')";
    }

    /** That names which differ only in signs get a number is inferred. */
    private String fresh(ResourceId root, String what) {
        String wanted = cleaned(root.type().name() + "_" + root.name() + "_" + what);
        String name = wanted;
        for (int i = 1; known.containsValue(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static String cleaned(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A text that would read as an expression is escaped. */
    static String literal(String text) {
        return text.startsWith("[") ? "[" + text : text;
    }
}

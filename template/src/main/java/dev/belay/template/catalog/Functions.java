package dev.belay.template.catalog;

import dev.belay.template.function.TemplateFunction;
import dev.belay.template.function.string.Concat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The functions of the language: one file each, one line each. */
public final class Functions {

    private static final List<TemplateFunction> ALL = List.of(new Concat());

    private static final Map<String, TemplateFunction> BY_NAME = byName();

    private Functions() {}

    /** The function of that name; letter case counts nothing. */
    public static Optional<TemplateFunction> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Microsoft's names of all functions, sorted. */
    public static Set<String> names() {
        var names = new TreeSet<String>();
        ALL.forEach(function -> names.add(function.signature().name()));
        return names;
    }

    private static Map<String, TemplateFunction> byName() {
        var functions = new HashMap<String, TemplateFunction>();
        for (TemplateFunction function : ALL) {
            String key = function.signature().name().toLowerCase(Locale.ROOT);
            if (functions.put(key, function) != null) {
                throw new IllegalStateException("Function '" + key + "' is listed twice.");
            }
        }
        return functions;
    }
}

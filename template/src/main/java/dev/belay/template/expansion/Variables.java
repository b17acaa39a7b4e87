package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.Value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The variables of a template, each evaluated once. */
final class Variables {

    /** How a variable is made, and where it stands. */
    private record Definition(String name, JsonPointer at, Supplier<Value> value) {}

    private final TemplateRun run;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private final Symbols open = new Symbols();

    Variables(TemplateRun run) {
        this.run = run;
        JsonPointer base =
                JsonPointer.of(run.template().json().nameOf("variables").orElse("variables"));
        run.template().variables().forEach((name, json) -> define(name, json, base.child(name)));
    }

    private void define(String name, Json json, JsonPointer at) {
        if (name.equalsIgnoreCase("copy") && json instanceof JsonArray copies) {
            for (int i = 0; i < copies.size(); i++) {
                if (copies.get(i) instanceof JsonObject copy) {
                    defineLoop(copy, at.child(i));
                }
            }
        } else {
            put(new Definition(name, at, () -> new Bodies(Place.of(run)).value(json, at)));
        }
    }

    private void defineLoop(JsonObject copy, JsonPointer at) {
        String name = copy.find("name").flatMap(Json::asText).orElse("");
        put(new Definition(name, at, () -> new Bodies(Place.of(run)).copy(copy, name, at)));
    }

    private void put(Definition definition) {
        definitions.put(definition.name().toLowerCase(Locale.ROOT), definition);
    }

    void evaluateAll() {
        definitions.values().forEach(definition -> value(definition.name()));
    }

    Value value(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        Value known = values.get(key);
        if (known != null) {
            return known;
        }
        Definition definition = definitions.get(key);
        if (definition == null) {
            throw NotFound.variable(name);
        }
        open.enter(definition.name());
        Value value = evaluated(definition);
        open.leave();
        values.put(key, value);
        return value;
    }

    private Value evaluated(Definition definition) {
        try {
            return definition.value().get();
        } catch (TemplateFault fault) {
            // Evidence: engine; in variables this one text is not put under the variable's.
            if (fault.diagnostic().message().contains("The provided copy name '")) {
                throw Wrapping.placed(run.template().source(), definition.at(), fault);
            }
            throw Wrapping.variable(
                    definition.name(), run.template().source(), definition.at(), fault);
        }
    }
}

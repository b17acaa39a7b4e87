package dev.belay.template.syntax;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The model of a template. Texts in it are as they were written: nothing is evaluated yet.
 *
 * @param json all of it
 * @param source where its values stood
 * @param kind for which kind of scope its {@code $schema} says it is
 * @param languageVersion as written, e.g. {@code 2.0}
 * @param definitions user-defined types by name
 * @param parameters declarations by name, in order
 * @param variables values by name, {@code copy} included
 * @param functions user-defined functions
 * @param resources in order; children stay inside their parents
 * @param outputs declarations by name, in order
 */
public record Template(
        JsonObject json,
        Source source,
        Kind kind,
        Optional<String> languageVersion,
        SequencedMap<String, Json> definitions,
        SequencedMap<String, Declaration> parameters,
        SequencedMap<String, Json> variables,
        List<FunctionDeclaration> functions,
        List<ResourceDeclaration> resources,
        SequencedMap<String, Declaration> outputs) {

    /** The kind of scope a template is written for. */
    public enum Kind {
        RESOURCE_GROUP,
        SUBSCRIPTION,
        MANAGEMENT_GROUP,
        TENANT
    }

    /**
     * A parameter, or an output.
     *
     * @param pointer where it stands in the template
     */
    public record Declaration(String name, JsonObject json, JsonPointer pointer) {

        /** The member, its name matched without case; a null counts. */
        public Optional<Json> member(String member) {
            return json.find(member);
        }
    }

    /**
     * A user-defined function.
     *
     * @param namespace what stands before the dot
     * @param pointer where it stands in the template
     */
    public record FunctionDeclaration(
            String namespace, String name, JsonObject json, JsonPointer pointer) {}

    /**
     * A resource as written, a loop counting as one.
     *
     * @param symbolicName its key where {@code resources} is an object
     * @param pointer where it stands in the template
     */
    public record ResourceDeclaration(
            Optional<String> symbolicName, JsonObject json, JsonPointer pointer) {

        /** The member, its name matched without case; a null counts. */
        public Optional<Json> member(String member) {
            return json.find(member);
        }
    }

    public Template {
        definitions = copy(definitions);
        parameters = copy(parameters);
        variables = copy(variables);
        functions = List.copyOf(functions);
        resources = List.copyOf(resources);
        outputs = copy(outputs);
    }

    private static <V> SequencedMap<String, V> copy(SequencedMap<String, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}

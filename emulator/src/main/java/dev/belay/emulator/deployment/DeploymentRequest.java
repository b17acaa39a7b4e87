package dev.belay.emulator.deployment;

import dev.belay.arm.error.DeploymentErrors;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.syntax.Source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The body of a PUT or validate of a deployment. It is read leniently: az sends an unquoted {@code
 * template:} with the file's text, comments and strings over several lines included (recorded).
 *
 * @param text as sent
 * @param root the whole body
 * @param mode {@code Incremental} or {@code Complete}
 * @param template the inline template
 * @param source where the template stands in the text
 * @param parameters name to {@code {value}} or {@code {reference}}
 */
record DeploymentRequest(
        String text,
        JsonObject root,
        String mode,
        Optional<JsonObject> template,
        Source source,
        SequencedMap<String, JsonObject> parameters) {

    /** What came of reading a body. */
    sealed interface Reading {

        record Read(DeploymentRequest request) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    static Reading read(String text) {
        try {
            JsonReader.Sourced read = JsonReader.lenient().readWithSource(text);
            return read.value() instanceof JsonObject root
                    ? of(text, root, Source.of(read.source()))
                    : refused("The body is not a JSON object. Path '', line 1, position 1.");
        } catch (JsonSyntaxException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Reading of(String text, JsonObject root, Source source) {
        Optional<JsonObject> properties = root.find("properties").flatMap(Json::asObject);
        if (properties.isEmpty()) {
            return missing("properties", "", text);
        }
        Optional<String> mode = properties.get().find("mode").flatMap(Json::asText);
        if (mode.isEmpty()) {
            return missing("mode", "properties", text);
        }
        Optional<String> known = mode.flatMap(DeploymentRequest::known);
        if (known.isEmpty()) {
            return refused(
                    "Error converting value \""
                            + mode.get()
                            + "\" to type 'DeploymentMode'. Path 'properties.mode'.");
        }
        Optional<Json> template = present(properties.get(), "template");
        if (template.isPresent() && template.get().asObject().isEmpty()) {
            return refused(
                    "Error converting value "
                            + template.get().toText()
                            + " to type 'Template'. Path 'properties.template'.");
        }
        if (template.isEmpty() && present(properties.get(), "templateLink").isEmpty()) {
            return new Reading.Refused(Refusal.gateway(400, DeploymentErrors.noTemplate()));
        }
        JsonPointer at =
                JsonPointer.of(
                        root.nameOf("properties").orElseThrow(),
                        properties.get().nameOf("template").orElse("template"));
        return new Reading.Read(
                new DeploymentRequest(
                        text,
                        root,
                        known.get(),
                        template.flatMap(Json::asObject),
                        source.below(at),
                        parameters(properties.get())));
    }

    JsonObject properties() {
        return root.find("properties").flatMap(Json::asObject).orElseThrow();
    }

    Optional<String> location() {
        return root.find("location").flatMap(Json::asText);
    }

    JsonObject tags() {
        return root.find("tags").flatMap(Json::asObject).orElse(Json.object());
    }

    Optional<JsonObject> templateLink() {
        return properties().find("templateLink").flatMap(Json::asObject);
    }

    /**
     * Whether the template comes with the request or is a template spec: then its hash is shown.
     */
    boolean isAtHand() {
        return template.isPresent()
                || templateLink().filter(link -> link.find("id").isPresent()).isPresent();
    }

    /** The values that were given as literals. */
    SequencedMap<String, Json> values() {
        var values = new LinkedHashMap<String, Json>();
        parameters.forEach(
                (name, parameter) ->
                        parameter.find("value").ifPresent(value -> values.put(name, value)));
        return values;
    }

    private static SequencedMap<String, JsonObject> parameters(JsonObject properties) {
        var given = new LinkedHashMap<String, JsonObject>();
        JsonObject parameters =
                properties.find("parameters").flatMap(Json::asObject).orElse(Json.object());
        for (Map.Entry<String, Json> entry : parameters.members().entrySet()) {
            if (entry.getValue() instanceof JsonObject parameter) {
                given.put(entry.getKey(), parameter);
            }
        }
        return given;
    }

    private static Optional<String> known(String mode) {
        for (String one : new String[] {"Incremental", "Complete"}) {
            if (one.equalsIgnoreCase(mode)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Optional<Json> present(JsonObject object, String name) {
        return object.find(name).filter(value -> !value.isNull());
    }

    /** Evidence: recorded for {@code properties}; the position is that of the closing brace. */
    private static Reading missing(String member, String path, String text) {
        String body = text.stripTrailing();
        long line = body.chars().filter(character -> character == '\n').count() + 1;
        int position = body.length() - (body.lastIndexOf('\n') + 1);
        return refused(
                "Required property '"
                        + member
                        + "' not found in JSON. Path '"
                        + path
                        + "', line "
                        + line
                        + ", position "
                        + position
                        + ".");
    }

    private static Reading refused(String inner) {
        return new Reading.Refused(
                Refusal.gateway(400, ResourceErrors.invalidRequestContent(inner)));
    }

    /** It may hold secrets. */
    @Override
    public String toString() {
        return "DeploymentRequest[…]";
    }
}

package dev.belay.cli.command;

import dev.belay.cli.wiring.Surroundings;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.ParameterFile;
import dev.belay.template.syntax.ParameterValue;
import dev.belay.template.syntax.Template;
import dev.belay.view.text.Complaint;
import dev.belay.view.text.Complaints;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The values of {@code -p}, in the order given, later ones winning: parameter files ({@code FILE}
 * or {@code @FILE}), JSON texts and {@code name=value}, the value read by the parameter's type as
 * az does ({@code name=@FILE}: the value is the file's content).
 */
final class ParameterInputs {

    private final Surroundings around;
    private final Template template;
    private final SequencedMap<String, JsonObject> values = new LinkedHashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private ParameterInputs(Surroundings around, Template template) {
        this.around = around;
        this.template = template;
    }

    /**
     * @return in ARM's form: name to {@code {"value": …}} or {@code {"reference": …}}
     * @throws BadInput naming every input that cannot be used; values are never shown
     */
    static JsonObject read(List<String> inputs, Surroundings around, Template template) {
        var reading = new ParameterInputs(around, template);
        inputs.forEach(reading::input);
        if (!reading.complaints.isEmpty()) {
            throw new BadInput(reading.complaints);
        }
        var json = JsonObject.builder();
        reading.values.forEach(json::put);
        return json.build();
    }

    private void input(String input) {
        int equals = input.indexOf('=');
        boolean named = equals > 0 && input.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*");
        if (input.startsWith("@")) {
            file(input.substring(1));
        } else if (input.stripLeading().startsWith("{")) {
            parameters("--parameters", input);
        } else if (named && !isFile(input)) {
            assignment(input.substring(0, equals), input.substring(equals + 1));
        } else {
            file(input);
        }
    }

    private boolean isFile(String name) {
        try {
            return Files.isRegularFile(around.path(name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private void file(String name) {
        if (name.endsWith(".bicepparam")) {
            complain(
                    "'" + name + "' is a Bicep file, which Belay does not read.",
                    "Compile it: bicep build-params " + name);
            return;
        }
        InputFile file = InputFile.read(around, name, "parameter file");
        parameters(file.name(), file.text());
    }

    private void parameters(String name, String text) {
        switch (ParameterFile.read(text)) {
            case ParameterFile.Result.Read(var file) ->
                    file.values().forEach((parameter, value) -> put(parameter, form(value)));
            case ParameterFile.Result.Refused(var diagnostics) -> {
                for (Diagnostic diagnostic : diagnostics) {
                    complaints.add(Complaints.of(diagnostic, name, text));
                }
            }
        }
    }

    private static JsonObject form(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Literal(var literal) -> JsonObject.of("value", literal);
            case ParameterValue.KeyVaultReference(var reference) ->
                    JsonObject.of("reference", reference);
        };
    }

    private void assignment(String name, String text) {
        var declaration =
                template.parameters().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (declaration.isEmpty()) {
            List<String> known = List.copyOf(template.parameters().sequencedKeySet());
            String near =
                    Nearest.to(name, known).map(word -> "Did you mean '" + word + "'? ").orElse("");
            complain(
                    "The template has no parameter '" + name + "'.",
                    near
                            + (known.isEmpty()
                                    ? "It has none."
                                    : "It has: " + String.join(", ", known) + "."));
            return;
        }
        String given =
                text.startsWith("@")
                        ? InputFile.read(around, text.substring(1), "parameter value").text()
                        : text;
        String type = ParameterTypes.of(declaration.get(), template);
        ParameterTypes.read(type, given)
                .ifPresentOrElse(
                        value -> put(declaration.get().name(), JsonObject.of("value", value)),
                        () ->
                                complain(
                                        "The value given for the parameter '"
                                                + declaration.get().name()
                                                + "' is no "
                                                + type
                                                + ".",
                                        ParameterTypes.hint(type)));
    }

    private void put(String name, JsonObject value) {
        // names are the same whatever their case; the later spelling stays
        values.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .ifPresent(values::remove);
        values.putLast(name, value);
    }

    private void complain(String what, String hint) {
        complaints.add(Complaint.of(what, hint));
    }
}

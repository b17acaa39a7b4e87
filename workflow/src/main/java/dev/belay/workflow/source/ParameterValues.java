package dev.belay.workflow.source;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.syntax.ParameterFile;
import dev.belay.template.syntax.ParameterValue;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Files.FileText;
import dev.belay.workflow.definition.ParameterSource;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.source.Fetched.Unavailable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The values of a template's parameters, in ARM's form. */
public final class ParameterValues {

    /** What came of gathering them. */
    public sealed interface Result {

        /**
         * All of them.
         *
         * @param parameters name to {@code {"value": …}} or {@code {"reference": …}}; it may hold
         *     secrets
         * @param secret the names of those that a secret went into
         */
        record Complete(JsonObject parameters, Set<String> secret) implements Result {
            public Complete {
                secret = new LinkedHashSet<>(secret);
            }

            @Override
            public String toString() {
                return "Complete" + parameters.members().keySet();
            }
        }

        /** A parameter file is not there or wrong; nothing was touched. */
        record Missing(Unavailable why) implements Result {}
    }

    private final Files files;
    private final Values values;
    private final SequencedMap<String, JsonObject> gathered = new LinkedHashMap<>();
    private final Set<String> secret = new LinkedHashSet<>();

    private ParameterValues(Files files, Values values) {
        this.files = files;
        this.values = values;
    }

    /**
     * Gathers the values; of two for one parameter, its name compared without letter case, the
     * later one counts.
     *
     * @throws dev.belay.workflow.definition.WorkflowFault if an expression cannot be evaluated
     */
    public static Result of(List<ParameterSource> sources, Files files, Values values) {
        var gathering = new ParameterValues(files, values);
        for (ParameterSource source : sources) {
            Optional<Unavailable> fault = gathering.add(source);
            if (fault.isPresent()) {
                return new Result.Missing(fault.get());
            }
        }
        var parameters = JsonObject.builder().putAll(gathering.gathered).build();
        return new Result.Complete(parameters, gathering.secret);
    }

    private Optional<Unavailable> add(ParameterSource source) {
        return switch (source) {
            case ParameterSource.OfFile(var path) -> file(TemplateSources.text(path, values));
            case ParameterSource.Values(var given) -> {
                given.forEach((name, templated) -> put(name, templated.resolve(values)));
                yield Optional.empty();
            }
        };
    }

    private void put(String name, Value value) {
        put(name, JsonObject.of("value", value.known().orElseThrow()));
        if (value.holdsSecret()) {
            secret.add(name);
        }
    }

    private void put(String name, JsonObject value) {
        gathered.keySet().removeIf(name::equalsIgnoreCase);
        secret.removeIf(name::equalsIgnoreCase);
        gathered.put(name, value);
    }

    private Optional<Unavailable> file(String path) {
        return switch (files.read(path)) {
            case FileText.Found(var text) -> read(path, text);
            case FileText.Missing _, FileText.NotKept _ ->
                    Optional.of(Unavailable.of("There is no parameter file '" + path + "'."));
            case FileText.Unreadable(var reason) ->
                    Optional.of(
                            Unavailable.of(
                                    "The parameter file '" + path + "' cannot be read: " + reason));
        };
    }

    private Optional<Unavailable> read(String path, String text) {
        return switch (ParameterFile.read(text)) {
            case ParameterFile.Result.Read(var file) -> {
                file.values().forEach((name, value) -> put(name, json(value)));
                yield Optional.empty();
            }
            case ParameterFile.Result.Refused(var diagnostics) ->
                    Optional.of(
                            new Unavailable(
                                    "The parameter file '"
                                            + path
                                            + "' is wrong: "
                                            + diagnostics.getFirst().message(),
                                    diagnostics.getFirst().hint()));
        };
    }

    private static JsonObject json(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Literal(var literal) -> JsonObject.of("value", literal);
            case ParameterValue.KeyVaultReference(var reference) ->
                    JsonObject.of("reference", (Json) reference);
        };
    }
}

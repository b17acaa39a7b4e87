package dev.belay.template.syntax;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which schemas and language versions there are, and what each may use. Evidence: engine. */
record VersionRules(JsonObject root) {

    private static final String SCHEMAS =
            "2014-04-01-preview,2015-01-01,2018-05-01,2019-04-01,2019-08-01";

    private static final Pattern SCHEMA =
            Pattern.compile(
                    "https?://schema\\.management\\.azure\\.com/schemas/("
                            + SCHEMAS.replace(",", "|")
                            + ")/(subscription|managementGroup|tenant)?deploymentTemplate\\.json"
                            + "(#.*)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> KNOWN =
            Set.of(
                    "1.9-experimental",
                    "1.10-experimental",
                    "2.0",
                    "2.1-experimental",
                    "2.2-experimental");

    private static final List<String> AGGREGATE =
            List.of(
                    "$ref",
                    "items",
                    "prefixItems",
                    "properties",
                    "additionalProperties",
                    "discriminator");

    /** The text of the first thing that is wrong. */
    Optional<ModelRules.Flaw> first(boolean nested) {
        return schema().or(this::known).or(() -> features(nested));
    }

    private Optional<ModelRules.Flaw> schema() {
        String schema = root.find("$schema").flatMap(Json::asText).orElse("");
        return SCHEMA.matcher(schema).matches()
                ? Optional.empty()
                : flaw(
                        "$schema",
                        "Template schema '"
                                + schema
                                + "' is not supported. Supported versions are '"
                                + SCHEMAS
                                + "'. Please see https://aka.ms/arm-syntax for usage details.");
    }

    private Optional<String> version() {
        return root.find("languageVersion").flatMap(Json::asText);
    }

    private Optional<ModelRules.Flaw> known() {
        return version()
                .filter(version -> !KNOWN.contains(version))
                .flatMap(
                        version ->
                                flaw(
                                        "languageVersion",
                                        "The template language version '"
                                                + version
                                                + "' is not recognized."));
    }

    private Optional<ModelRules.Flaw> features(boolean nested) {
        boolean symbols = root.find("resources").filter(JsonObject.class::isInstance).isPresent();
        if (version().isEmpty()) {
            if (symbols && nested) {
                return Optional.empty();
            }
            return uses("definitions") || declares(AGGREGATE)
                    ? missing("AggregateTypeValidation")
                    : nullable()
                            ? missing("NullableParameters")
                            : uses("asserts") ? missing("Asserts") : Optional.empty();
        }
        String version = version().get();
        if (uses("asserts") && (version.equals("2.0") || version.equals("1.9-experimental"))) {
            return unsupported("Asserts");
        }
        if (uses("extensions") && !version.equals("2.2-experimental")) {
            return unsupported("ExtensibilityExtensions");
        }
        if (nullable() && version.equals("1.9-experimental")) {
            return unsupported("NullableParameters");
        }
        return symbols || !nested || version.startsWith("1")
                ? Optional.empty()
                : flaw(
                        "resources",
                        "You must use symbolic resource names when a template language version is"
                                + " specified.");
    }

    private boolean uses(String section) {
        return root.find(section).filter(json -> !json.isNull()).isPresent();
    }

    private boolean declares(List<String> members) {
        return types().anyMatch(type -> members.stream().anyMatch(m -> type.find(m).isPresent()));
    }

    private boolean nullable() {
        return types().anyMatch(
                        type ->
                                type.find("nullable")
                                        .filter(
                                                json ->
                                                        json.equals(JsonBoolean.TRUE)
                                                                || json instanceof JsonString)
                                        .isPresent());
    }

    private Stream<JsonObject> types() {
        return Stream.of("parameters", "outputs")
                .flatMap(section -> root.find(section).flatMap(Json::asObject).stream())
                .map(JsonObject::members)
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(json -> json.asObject().stream());
    }

    private static Optional<ModelRules.Flaw> missing(String feature) {
        return flaw(
                "languageVersion",
                "Template language version must be specified in order to use feature '"
                        + feature
                        + "'.");
    }

    private Optional<ModelRules.Flaw> unsupported(String feature) {
        return flaw(
                "languageVersion",
                "Template language version '"
                        + version().orElse("")
                        + "' does not support feature '"
                        + feature
                        + "'.");
    }

    private static Optional<ModelRules.Flaw> flaw(String member, String message) {
        return Optional.of(new ModelRules.Flaw(JsonPointer.of(member), message));
    }
}

package dev.belay.arm;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;

/**
 * An error as ARM writes it. Code branches on {@link #code}, never on {@link #message}.
 *
 * @param code e.g. {@code ResourceNotFound}
 * @param message ARM's text for people
 * @param target what it is about: an id, a parameter, a path
 * @param details inner errors
 * @param additionalInfo items {@code {type, info}}, as they are
 */
public record ArmError(
        String code,
        String message,
        Optional<String> target,
        List<ArmError> details,
        List<Json> additionalInfo) {

    public ArmError {
        requireNonNull(code);
        requireNonNull(message);
        requireNonNull(target);
        details = List.copyOf(details);
        additionalInfo = List.copyOf(additionalInfo);
    }

    public static ArmError of(String code, String message) {
        return new ArmError(code, message, Optional.empty(), List.of(), List.of());
    }

    public ArmError withTarget(String newTarget) {
        return new ArmError(code, message, Optional.of(newTarget), details, additionalInfo);
    }

    /** With a sentence of ours behind ARM's text. */
    public ArmError adding(String sentence) {
        return new ArmError(code, message + sentence, target, details, additionalInfo);
    }

    public ArmError withDetails(List<ArmError> newDetails) {
        return new ArmError(code, message, target, newDetails, additionalInfo);
    }

    public ArmError withAdditionalInfo(List<Json> info) {
        return new ArmError(code, message, target, details, info);
    }

    /**
     * The first error at the bottom of the details: what really went wrong below {@code
     * DeploymentFailed}.
     */
    public ArmError innermost() {
        return details.isEmpty() ? this : details.getFirst().innermost();
    }

    /** The form inside {@code error}; members that are empty are left out. */
    public JsonObject toJson() {
        var json = JsonObject.builder().put("code", code).put("message", message);
        target.ifPresent(text -> json.put("target", text));
        if (!details.isEmpty()) {
            json.put(
                    "details",
                    new JsonArray(details.stream().<Json>map(ArmError::toJson).toList()));
        }
        if (!additionalInfo.isEmpty()) {
            json.put("additionalInfo", new JsonArray(additionalInfo));
        }
        return json.build();
    }

    /** The body of an error answer: {@code {"error": …}}. */
    public JsonObject toBody() {
        return JsonObject.of("error", toJson());
    }

    /**
     * Reads {@code {"error": {…}}}, {@code {"code": …}} or the PascalCase forms of some providers.
     *
     * @return empty if the value has no code
     */
    public static Optional<ArmError> from(Json json) {
        Optional<JsonObject> object = json.asObject();
        Optional<JsonObject> inner = object.flatMap(o -> o.find("error")).flatMap(Json::asObject);
        return inner.or(() -> object).flatMap(ArmError::fromInner);
    }

    private static Optional<ArmError> fromInner(JsonObject json) {
        return json.find("code")
                .flatMap(Json::asText)
                .map(
                        code ->
                                new ArmError(
                                        code,
                                        json.find("message").flatMap(Json::asText).orElse(""),
                                        json.find("target").flatMap(Json::asText),
                                        items(json, "details").stream()
                                                .flatMap(item -> from(item).stream())
                                                .toList(),
                                        items(json, "additionalInfo")));
    }

    private static List<Json> items(JsonObject json, String name) {
        return json.find(name).flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
    }
}

package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Secrets of a run that a template takes as plain parameters: ARM shows those to everybody who may
 * read the deployment, and they would be kept with what was sent.
 */
final class PlainSecrets {

    private PlainSecrets() {}

    /** Why the deployment is refused, if so. */
    static Optional<ArmError> in(Contents.Loaded.Ready content) {
        if (content.secretParameters().isEmpty()) {
            return Optional.empty();
        }
        Json template;
        try {
            template = JsonReader.lenient().read(content.template());
        } catch (JsonSyntaxException _) {
            return Optional.empty(); // the template's own reading says what is wrong
        }
        List<String> plain =
                content.secretParameters().stream().filter(name -> plain(template, name)).toList();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ArmError.of(
                                "SecretInPlainParameter",
                                "A secret goes into the parameter '"
                                        + String.join("', '", plain)
                                        + "', which the template does not declare as secureString"
                                        + " or secureObject: ARM would show it."));
    }

    private static boolean plain(Json template, String name) {
        return template.at("/parameters")
                .flatMap(Json::asObject)
                .flatMap(parameters -> parameters.find(name))
                .flatMap(parameter -> parameter.textAt("/type"))
                .filter(type -> !type.toLowerCase(Locale.ROOT).startsWith("secure"))
                .isPresent();
    }
}

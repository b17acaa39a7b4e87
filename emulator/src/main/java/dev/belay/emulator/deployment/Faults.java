package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.Diagnostic;

/** What is wrong with a template, as ARM's answer says it. */
final class Faults {

    private static final String TEMPLATE = "properties.template";

    private Faults() {}

    static ArmError of(Diagnostic diagnostic) {
        if (!diagnostic.code().equals(Diagnostic.INVALID_TEMPLATE)) {
            return ArmError.of(diagnostic.code(), diagnostic.message());
        }
        return DeploymentErrors.invalidTemplate(
                diagnostic.message(),
                diagnostic.span().map(Diagnostic.Span::line).orElse(0),
                diagnostic.span().map(Diagnostic.Span::column).orElse(0),
                diagnostic.path().map(Faults::path).orElse(""));
    }

    /** {@code /resources/0/name} to {@code properties.template.resources[0].name}: recorded. */
    static String path(String pointer) {
        var text = new StringBuilder();
        for (String segment : JsonPointer.parse(pointer).segments()) {
            boolean index = segment.chars().allMatch(c -> c >= '0' && c <= '9');
            if (index) {
                text.append('[').append(segment).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(segment);
            }
        }
        String path = text.toString();
        return path.startsWith("properties.")
                ? path
                : TEMPLATE + (path.isEmpty() ? "" : "." + path);
    }
}

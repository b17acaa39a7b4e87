package dev.belay.transaction.run;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedParameter;
import dev.belay.template.syntax.Template;
import dev.belay.transaction.journal.RecordedRequest;

import java.util.Locale;
import java.util.Map;

/** The body of a deployment: the template's text as it was written, everything else by us. */
final class DeploymentBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DeploymentBody() {}

    /**
     * The text to send. It may hold secrets and is never written down.
     *
     * @param transaction the value of the tag by which the deployment is recognised
     */
    static String of(
            DeployRequest request,
            RecordedRequest.Mode mode,
            JsonObject parameters,
            String transaction) {
        String template =
                request.template().startsWith(BYTE_ORDER_MARK)
                        ? request.template().substring(1)
                        : request.template();
        return "{"
                + request.location()
                        .map(Json::of)
                        .map(location -> "\"location\":" + JsonWriter.compact(location) + ",")
                        .orElse("")
                + "\"properties\":{\"mode\":\""
                + mode.word()
                + "\",\"template\":"
                + template
                + ",\"parameters\":"
                + JsonWriter.compact(parameters)
                + "},\"tags\":"
                + JsonWriter.compact(JsonObject.of(TransactionRun.TAG, Json.of(transaction)))
                + "}";
    }

    /**
     * The parameters as given, and those whose default makes a new value, evaluated once: so ARM
     * computes the ids that were saved.
     */
    static JsonObject parameters(DeployRequest request, Template template, Expanded expanded) {
        JsonObject parameters = request.parameters();
        for (Map.Entry<String, ExpandedParameter> entry : expanded.parameters().entrySet()) {
            ExpandedParameter parameter = entry.getValue();
            if (parameter.fromDefault() && makesNew(template, entry.getKey())) {
                var value = parameter.value().known();
                if (value.isPresent()) {
                    parameters =
                            parameters.with(entry.getKey(), JsonObject.of("value", value.get()));
                }
            }
        }
        return parameters;
    }

    private static boolean makesNew(Template template, String parameter) {
        Template.Declaration declaration = template.parameters().get(parameter);
        if (declaration == null) {
            return false;
        }
        String written =
                declaration
                        .member("defaultValue")
                        .map(Json::toText)
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        return written.contains("newguid(") || written.contains("utcnow(");
    }
}

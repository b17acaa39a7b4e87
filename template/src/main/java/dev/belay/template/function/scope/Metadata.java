package dev.belay.template.function.scope;

import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Value;

import java.util.Optional;

/** Answers of scope functions that exist only at some scopes. */
final class Metadata {

    private Metadata() {}

    /**
     * @throws TemplateFault if the deployment's scope has no such answer
     */
    static Value of(String function, Optional<Value> answer) {
        return answer.orElseThrow(
                () -> TemplateFault.of("The deployment metadata '" + function + "' is not valid."));
    }

    static Value object(String id, String name, String type) {
        return Value.of(
                JsonObject.builder().put("id", id).put("name", name).put("type", type).build());
    }
}

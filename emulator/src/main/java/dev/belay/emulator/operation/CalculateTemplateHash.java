package dev.belay.emulator.operation;

import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.TemplateHash;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import java.time.Instant;

/** The hash of a template, and the text that was hashed. */
public final class CalculateTemplateHash implements Operation {

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return PathPattern.of("/providers/Microsoft.Resources/calculateTemplateHash");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        JsonObject template = template(request.request().body().orElse(""));
        JsonObject answer =
                JsonObject.builder()
                        .put("minifiedTemplate", TemplateHash.minified(template))
                        .put("templateHash", TemplateHash.of(template))
                        .build();
        return Reply.of(world, Answers.json(200, answer));
    }

    private static JsonObject template(String text) {
        try {
            return JsonReader.lenient()
                    .read(text)
                    .asObject()
                    .orElseThrow(() -> refused("The template is not a JSON object."));
        } catch (JsonSyntaxException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static ArmFault refused(String why) {
        return new ArmFault(400, ResourceErrors.invalidRequestContent(why));
    }
}

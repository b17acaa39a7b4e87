package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.client.call.Resources;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.Answer;
import dev.belay.template.expansion.Answers;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.Expansion;
import dev.belay.template.expansion.ExpansionResult;
import dev.belay.template.syntax.Template;
import dev.belay.template.value.RuntimeRead;

import java.util.Optional;
import java.util.SequencedMap;

/** Expands a template and fetches what the expansion asks for, until it asks for nothing. */
public final class ExpansionHost {

    /** More rounds than any template of ARM's depth of nesting needs. */
    private static final int MOST_ROUNDS = 50;

    private final Resources resources;
    private final NestedScopes scopes;

    public ExpansionHost(ArmClient client) {
        this.resources = new Resources(client);
        this.scopes = new NestedScopes(client);
    }

    /** The last result; {@code Needs} if documents are missing that cannot be fetched. */
    public ExpansionResult expand(
            Template template, SequencedMap<String, Json> parameters, DeploymentContext context) {
        Answers answers = Answers.none();
        ExpansionResult result = Expansion.expand(template, parameters, context, answers);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Answers more = more(answers, result);
            if (more.equals(answers)) {
                return result;
            }
            answers = more;
            result = Expansion.expand(template, parameters, context, answers);
        }
        return result;
    }

    private Answers more(Answers answers, ExpansionResult result) {
        return switch (result) {
            case ExpansionResult.Done(var expanded) -> scopes.learn(answers, expanded);
            case ExpansionResult.Rejected _ -> answers;
            case ExpansionResult.Needs(var reads, _) -> {
                Answers more = answers;
                for (RuntimeRead read : reads) {
                    more = more.with(read, fetch(read));
                }
                yield more;
            }
        };
    }

    private Answer fetch(RuntimeRead read) {
        return switch (read) {
            case RuntimeRead.Get(var path, var version, _) ->
                    ResourceId.parse(path).map(id -> get(id, version)).orElseGet(() -> noId(path));
            case RuntimeRead.ListAction(var path, var action, var version, var body) ->
                    ResourceId.parse(path)
                            .map(id -> act(id, action, version, body.flatMap(Json::asObject)))
                            .orElseGet(() -> noId(path));
        };
    }

    /** The whole body: the expansion takes of it what the expression asks for. */
    private Answer get(ResourceId id, String version) {
        return switch (resources.get(id, version)) {
            case Read.Found(var resource, _, _) -> new Answer.Found(resource.body());
            case Read.Missing(var error) -> new Answer.Failed(error);
            case Read.Refused(var error, _) -> new Answer.Failed(error);
            case Read.NoAnswer(var reason) -> new Answer.Failed(ArmError.of("NoAnswer", reason));
        };
    }

    private Answer act(ResourceId id, String action, String version, Optional<JsonObject> body) {
        return switch (resources.act(id, action, version, body)) {
            case dev.belay.client.call.Answer.Answered(var response) ->
                    response.succeeded() && response.json().isPresent()
                            ? new Answer.Found(response.json().get())
                            : new Answer.Failed(
                                    response.error()
                                            .orElseGet(
                                                    () ->
                                                            ArmError.of(
                                                                    "Status" + response.status(),
                                                                    "The action '"
                                                                            + action
                                                                            + "' was"
                                                                            + " refused.")));
            case dev.belay.client.call.Answer.NoAnswer none -> new Answer.Failed(none.error());
        };
    }

    private static Answer noId(String path) {
        return new Answer.Failed(
                ArmError.of("InvalidResourceId", "'" + path + "' is no resource id."));
    }
}

package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.error.ArmErrors;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.expansion.Answer;
import dev.belay.template.expansion.Answers;
import dev.belay.template.expansion.Expansion;
import dev.belay.template.expansion.Finished;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finishes what only the deployment can know, with answers read from the world as it stands.
 *
 * <p>Every read of something that the template does not write itself has an operation {@code Read},
 * every {@code list*} one of the kind {@code Action} (kinds documented, recorded for {@code Read};
 * that a template's own resources are not read again is inferred).
 */
final class LateValues {

    /** A value that asks for more after so many rounds asks for ever. */
    private static final int MOST_ROUNDS = 100;

    /** How a value came out. */
    sealed interface Late {

        /** The turn with the operations of what was read. */
        Turn turn();

        record Known(Turn turn, Json json) implements Late {
            /** It may be a secret. */
            @Override
            public String toString() {
                return "Known[…]";
            }
        }

        /** What was read is not there, or refused; its operation says so. */
        record Unreadable(Turn turn, int status, ArmError error) implements Late {}

        /** The expression is wrong. */
        record Wrong(Turn turn, Diagnostic diagnostic) implements Late {}
    }

    private final Reading reading;

    LateValues(Reading reading) {
        this.reading = reading;
    }

    Late finish(Turn before, Value value) {
        Turn turn = before;
        Answers answers = Answers.none();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            switch (Expansion.finish(value, turn.run().plan().context(), answers)) {
                case Finished.Ready(var json, _) -> {
                    return new Late.Known(turn, json);
                }
                case Finished.Rejected(var diagnostics) -> {
                    return new Late.Wrong(turn, diagnostics.getFirst());
                }
                case Finished.Needs(var reads) -> {
                    for (RuntimeRead read : ordered(reads)) {
                        Answer answer = answer(turn.world(), read);
                        turn = note(turn, read, answer);
                        if (answer instanceof Answer.Failed(var error)) {
                            return new Late.Unreadable(turn, status(error), error);
                        }
                        answers = answers.with(read, answer);
                    }
                }
            }
        }
        throw new IllegalStateException("A value asked for reads " + MOST_ROUNDS + " times.");
    }

    /** A resource that is only read: not there means that the deployment fails. */
    Late read(Turn turn, ResourceId id, String apiVersion) {
        var read = new RuntimeRead.Get(id.path(), apiVersion, true);
        Answer answer = answer(turn.world(), read);
        Turn noted = note(turn, read, answer);
        return switch (answer) {
            case Answer.Found(var body) -> new Late.Known(noted, body);
            case Answer.Failed(var error) -> new Late.Unreadable(noted, status(error), error);
        };
    }

    private static List<RuntimeRead> ordered(Set<RuntimeRead> reads) {
        return reads.stream().sorted(Comparator.comparing(LateValues::key)).toList();
    }

    private static String key(RuntimeRead read) {
        return switch (read) {
            case RuntimeRead.Get(var path, var apiVersion, _) -> "get " + path + " " + apiVersion;
            case RuntimeRead.ListAction(var path, var action, var apiVersion, var body) ->
                    action + " " + path + " " + apiVersion + body.map(Json::toText).orElse("");
        };
    }

    private Answer answer(World world, RuntimeRead read) {
        return switch (read) {
            case RuntimeRead.Get(var path, _, _) -> get(world, path);
            case RuntimeRead.ListAction(var path, var action, _, var body) ->
                    act(world, path, action, body.orElse(Json.object()));
        };
    }

    private Answer get(World world, String path) {
        Optional<ResourceId> id = ResourceId.parse(path);
        if (id.isEmpty()) {
            return malformed(path);
        }
        Optional<JsonObject> body =
                Deployments.isDeployment(id.get())
                        ? world.deployment(id.get()).map(DeploymentDocument::of)
                        : reading.show(world, id.get());
        return body.<Answer>map(Answer.Found::new)
                .orElseGet(() -> new Answer.Failed(notFound(id.get())));
    }

    private static ArmError notFound(ResourceId id) {
        return ArmErrors.resourceNotFound(id).withTarget(id.path());
    }

    private Answer act(World world, String path, String action, Json body) {
        Optional<ResourceId> id = ResourceId.parse(path);
        if (id.isEmpty()) {
            return malformed(path);
        }
        if (Deployments.isDeployment(id.get())) {
            return world.deployment(id.get())
                    .map(DeploymentDocument::outputsWithSecureValues)
                    .<Answer>map(Answer.Found::new)
                    .orElseGet(() -> new Answer.Failed(notFound(id.get())));
        }
        return switch (reading.act(world, id.get(), action, body)) {
            case Reading.Answer.Shown(var shown) -> new Answer.Found(shown);
            case Reading.Answer.Refused(var refusal) -> new Answer.Failed(refusal.error());
        };
    }

    private static Answer malformed(String path) {
        return new Answer.Failed(
                ArmError.of(
                        "InvalidTemplate",
                        "The resource identificator '"
                                + path
                                + "' is malformed. Please see"
                                + " https://aka.ms/arm-template-expressions/#reference for usage"
                                + " details."));
    }

    private static int status(ArmError error) {
        return switch (error.code()) {
            case "ScopeLocked" -> 409;
            case "InvalidTemplate" -> 400;
            default -> 404;
        };
    }

    private static Turn note(Turn turn, RuntimeRead read, Answer answer) {
        String key = key(read);
        Optional<ResourceId> id =
                switch (read) {
                    case RuntimeRead.Get(var path, _, _) ->
                            ResourceId.parse(path).filter(one -> !turn.run().plan().writes(one));
                    case RuntimeRead.ListAction(var path, _, _, _) -> ResourceId.parse(path);
                };
        if (id.isEmpty() || turn.run().seen().contains(key)) {
            return turn;
        }
        JsonObject facts =
                switch (read) {
                    case RuntimeRead.Get(_, var apiVersion, _) ->
                            JsonObject.of("apiVersion", Json.of(apiVersion));
                    case RuntimeRead.ListAction(_, var action, var apiVersion, _) ->
                            JsonObject.of(
                                    "apiVersion",
                                    Json.of(apiVersion),
                                    "actionName",
                                    Json.of(action));
                };
        String kind = read instanceof RuntimeRead.Get ? "Read" : "Action";
        Turn begun = turn.with(turn.run().withSeen(key)).begin(kind, id, facts);
        int operation = begun.record().operations().size() - 1;
        return switch (answer) {
            case Answer.Found _ -> begun.mark(operation, Records.SUCCEEDED, 200, Optional.empty());
            case Answer.Failed(var error) -> begun.fail(operation, status(error), error);
        };
    }
}

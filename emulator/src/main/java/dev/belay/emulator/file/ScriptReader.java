package dev.belay.emulator.file;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.time.Latency;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.time.Trigger;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonPointer;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code faults}, {@code timeline} and {@code latencies} of a world file. */
final class ScriptReader {

    private ScriptReader() {}

    static Optional<Fault> fault(Node item) {
        item.only("when", "then", "times");
        Optional<Fault.When> when = needed(item, "when").map(ScriptReader::when);
        Optional<Fault.Then> then = needed(item, "then").flatMap(ScriptReader::then);
        int times = item.number("times").orElse(1);
        return when.flatMap(found -> then.map(what -> new Fault(found, what, times)));
    }

    private static Optional<Node> needed(Node item, String name) {
        Optional<Node> found = item.member(name);
        if (found.isEmpty()) {
            item.mistake("The member '" + name + "' is missing.");
        }
        return found;
    }

    private static Fault.When when(Node node) {
        node.only("method", "type", "id", "nth", "stage", "live", "sent");
        Fault.Stage stage =
                node.parsed("stage", ScriptReader::stage, "'request' or 'provisioning'")
                        .orElse(Fault.Stage.REQUEST);
        return new Fault.When(
                methods(node),
                node.parsed("type", ResourceType::parse, "a resource type"),
                node.parsed("id", ResourceId::parse, "the id of a resource"),
                node.number("nth"),
                stage,
                values(node, "live"),
                values(node, "sent"));
    }

    private static Optional<Fault.Stage> stage(String word) {
        return switch (word) {
            case "request" -> Optional.of(Fault.Stage.REQUEST);
            case "provisioning" -> Optional.of(Fault.Stage.PROVISIONING);
            default -> Optional.empty();
        };
    }

    private static Set<Method> methods(Node node) {
        Optional<Node> member = node.member("method");
        var methods = new HashSet<Method>();
        if (member.isPresent() && member.get().value() instanceof JsonArray) {
            for (Node one : node.items("method")) {
                one.asText()
                        .flatMap(ScriptReader::method)
                        .ifPresentOrElse(
                                methods::add, () -> one.mistake("Expected an HTTP method."));
            }
        } else {
            node.parsed("method", ScriptReader::method, "an HTTP method").ifPresent(methods::add);
        }
        return methods;
    }

    private static Optional<Method> method(String word) {
        for (Method method : Method.values()) {
            if (method.name().equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static Map<JsonPointer, Json> values(Node node, String name) {
        var values = new LinkedHashMap<JsonPointer, Json>();
        Optional<Node> member = node.member(name);
        if (member.isEmpty()) {
            return values;
        }
        if (member.get().value().asObject().isEmpty()) {
            member.get().mistake("Expected an object of JSON pointers and values.");
            return values;
        }
        member.get()
                .value()
                .asObject()
                .orElse(Json.object())
                .members()
                .forEach(
                        (pointer, value) -> {
                            if (pointer.isEmpty() || pointer.startsWith("/")) {
                                values.put(JsonPointer.parse(pointer), value);
                            } else {
                                member.get().mistake("'" + pointer + "' is no JSON pointer.");
                            }
                        });
        return values;
    }

    private static Optional<Fault.Then> then(Node node) {
        node.only(
                "fail",
                "hang",
                "applyThenFail",
                "loseAnswer",
                "answer",
                "code",
                "message",
                "retryAfter");
        if (node.member("fail").isPresent()) {
            return node.member("fail").map(fail -> new Fault.Then.Fail(status(fail), error(fail)));
        }
        if (node.member("applyThenFail").isPresent()) {
            return node.member("applyThenFail")
                    .map(fail -> new Fault.Then.ApplyThenFail(status(fail), error(fail)));
        }
        if (node.truth("hang")) {
            return Optional.of(new Fault.Then.Hang());
        }
        if (node.truth("loseAnswer")) {
            return Optional.of(new Fault.Then.LoseAnswer());
        }
        if (node.number("answer").filter(status -> status == 429).isPresent()) {
            return Optional.of(throttle(node));
        }
        node.mistake(
                "Expected one of 'fail', 'hang': true, 'applyThenFail', 'loseAnswer': true,"
                        + " 'answer': 429.");
        return Optional.empty();
    }

    private static Fault.Then throttle(Node node) {
        String code = node.text("code").orElse("TooManyRequests");
        String message = node.text("message").orElse("Too many requests. Please try again.");
        Duration retryAfter =
                node.member("retryAfter")
                                .map(Node::value)
                                .filter(v -> v.asText().isPresent())
                                .isPresent()
                        ? node.duration("retryAfter").orElse(Duration.ofSeconds(1))
                        : Duration.ofSeconds(node.number("retryAfter").orElse(1));
        return new Fault.Then.Throttle(ArmError.of(code, message), retryAfter);
    }

    private static int status(Node fail) {
        fail.only("status", "code", "message");
        int status = fail.number("status").orElse(409);
        if (status < 400 || status > 599) {
            fail.mistake("The status of a failure lies between 400 and 599.");
            return 500;
        }
        return status;
    }

    private static ArmError error(Node fail) {
        return ArmError.of(
                fail.required("code"), fail.text("message").orElse("The operation failed."));
    }

    static Optional<Timeline.Event> event(Node item) {
        item.only("at", "after", "by", "request");
        Optional<Timeline.When> when =
                item.member("after").isPresent()
                        ? needed(item, "after")
                                .flatMap(ScriptReader::trigger)
                                .map(Timeline.When.After::new)
                        : needed(item, "at").flatMap(Node::asDuration).map(Timeline.When.At::new);
        Optional<Node> request = needed(item, "request");
        request.ifPresent(node -> node.only("method", "path", "body"));
        Optional<Method> method =
                request.flatMap(
                        node -> {
                            node.required("method");
                            return node.parsed("method", ScriptReader::method, "an HTTP method");
                        });
        Optional<String> path = request.map(node -> node.required("path"));
        Optional<Json> body = request.flatMap(node -> node.member("body")).map(Node::value);
        String by = item.text("by").orElse("somebody else");
        return when.flatMap(
                moment ->
                        method.flatMap(
                                verb ->
                                        path.map(
                                                where ->
                                                        new Timeline.Event(
                                                                moment, by, verb, where, body))));
    }

    private static Optional<Trigger> trigger(Node node) {
        for (Trigger.Moment moment : Trigger.Moment.values()) {
            Optional<String> id = node.text(moment.word());
            if (id.isPresent()) {
                node.only(moment.word());
                return Optional.of(new Trigger(moment, id.get()));
            }
        }
        node.mistake("Expected one of 'started', 'ended', 'failed', 'cancelled' with an id.");
        return Optional.empty();
    }

    static Optional<Latency> latency(Node item) {
        item.only("type", "id", "method", "takes", "children");
        Optional<ResourceType> type = item.parsed("type", ResourceType::parse, "a resource type");
        Optional<ResourceId> id = item.parsed("id", ResourceId::parse, "the id of a resource");
        Optional<Method> method = item.parsed("method", ScriptReader::method, "an HTTP method");
        Duration children = item.duration("children").orElse(Duration.ZERO);
        return needed(item, "takes")
                .flatMap(ScriptReader::takes)
                .map(takes -> new Latency(type, id, method, takes, children));
    }

    private static Optional<Latency.Takes> takes(Node node) {
        if (node.value().asText().isPresent()) {
            return node.asDuration().map(Latency.Takes.Fixed::new);
        }
        node.only("after", "plus");
        Duration plus = node.duration("plus").orElse(Duration.ZERO);
        return needed(node, "after")
                .flatMap(ScriptReader::trigger)
                .map(trigger -> new Latency.Takes.Until(trigger, plus));
    }
}

package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.workflow.definition.YamlNode.Entry;
import dev.belay.workflow.definition.YamlNode.Scalar;
import dev.belay.workflow.definition.YamlNode.Sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a step does, but for parallel ones. */
record ActReader(FileContext context, Fields step) {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Map<String, String> METHODS = methods();

    private static Map<String, String> methods() {
        var methods = new LinkedHashMap<String, String>();
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            methods.put(method, method);
        }
        return methods;
    }

    Optional<StepAct> read(String act) {
        Optional<YamlNode> node = step.find(act);
        return node.flatMap(
                value ->
                        switch (act) {
                            case "arm" -> step.plainText(act, value).map(StepAct.Arm::new);
                            case "blueprint" ->
                                    step.plainText(act, value).map(StepAct.Blueprint::new);
                            case "shell" -> shell(value);
                            case "http" ->
                                    Fields.of(value, "http request", Keys.HTTP, context)
                                            .flatMap(this::http);
                            case "approval" ->
                                    Fields.of(value, "approval", Keys.APPROVAL, context)
                                            .flatMap(this::approval);
                            case "wait" -> step.duration(act, value).map(StepAct.Wait::new);
                            default -> Optional.empty();
                        });
    }

    private Optional<StepAct> shell(YamlNode node) {
        if (node instanceof Scalar) {
            return step.templatedText("shell", node)
                    .map(run -> new StepAct.Shell(run, new LinkedHashMap<>(), Optional.empty()));
        }
        Optional<Fields> fields = Fields.of(node, "shell script", Keys.SHELL, context);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Templated> run = fields.get().requiredTemplatedText("run");
        var env = fields.get().scalars("env");
        env.keySet().forEach(name -> checkVariable(name, fields.get()));
        Optional<Templated> directory = fields.get().templatedText("workingDirectory");
        return run.map(script -> new StepAct.Shell(script, env, directory));
    }

    private void checkVariable(String name, Fields shell) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            Place place =
                    shell.find("env")
                            .flatMap(env -> shell.mapping("env", env))
                            .flatMap(env -> env.find(name))
                            .map(Entry::where)
                            .orElse(shell.where());
            context.problems()
                    .add(
                            place,
                            "'" + name + "' cannot be the name of an environment variable.",
                            "Use letters, digits and '_', a digit not first.");
        }
    }

    private Optional<StepAct> http(Fields fields) {
        Optional<Templated> url = fields.requiredTemplatedText("url");
        boolean sound =
                url.filter(each -> Addresses.check("url", each, context.problems())).isPresent();
        String method = fields.choice("method", METHODS).orElse("GET");
        var headers = fields.scalars("headers");
        Optional<Templated> body = fields.find("body").map(fields::templated);
        StepAct.Expect expect =
                fields.find("expect")
                        .flatMap(node -> Fields.of(node, "expectation", Keys.EXPECT, context))
                        .map(this::expect)
                        .orElse(StepAct.Expect.SUCCESS);
        Duration every = fields.duration("every").orElse(EVERY);
        Duration deadline = fields.duration("deadline").orElse(Duration.ZERO);
        if (fields.has("every") && !fields.has("deadline")) {
            context.problems()
                    .add(
                            fields.find("every").map(YamlNode::where).orElse(fields.where()),
                            "'every' means nothing without 'deadline': it is asked once only.",
                            "Say with 'deadline' how long to ask again.");
        }
        return sound
                ? Optional.of(
                        new StepAct.Http(url.get(), method, headers, body, expect, every, deadline))
                : Optional.empty();
    }

    private StepAct.Expect expect(Fields fields) {
        List<Integer> status = fields.find("status").map(this::statuses).orElse(List.of());
        Optional<Templated> contains = fields.templatedText("contains");
        fields.find("json")
                .flatMap(node -> fields.mapping("json", node))
                .ifPresent(json -> json.entries().forEach(this::checkPointer));
        return new StepAct.Expect(status, contains, fields.values("json"));
    }

    private List<Integer> statuses(YamlNode node) {
        var statuses = new ArrayList<Integer>();
        for (YamlNode item : node instanceof Sequence(var items, _) ? items : List.of(node)) {
            Optional<Long> status =
                    item.json() instanceof JsonNumber number ? number.asLong() : Optional.empty();
            if (status.filter(code -> code >= 100 && code <= 599).isPresent()) {
                statuses.add(status.get().intValue());
            } else {
                context.problems()
                        .add(
                                item.where(),
                                "'status' must be an HTTP status or a list of them.",
                                "Write for example 200 or [200, 204].");
            }
        }
        return statuses;
    }

    private void checkPointer(Entry entry) {
        if (!entry.key().isEmpty() && !entry.key().startsWith("/")) {
            context.problems()
                    .add(
                            entry.where(),
                            "'" + entry.key() + "' is no JSON pointer.",
                            "It begins with a slash, e.g. /status or /items/0/name.");
        }
    }

    private Optional<StepAct> approval(Fields fields) {
        Optional<Templated> message = fields.requiredTemplatedText("message");
        Optional<Duration> timeout = fields.duration("timeout");
        return message.map(text -> new StepAct.Approval(text, timeout));
    }

    /** Reads {@code retry}. */
    Retry retry() {
        return step.find("retry")
                .flatMap(node -> Fields.of(node, "retry", Keys.RETRY, context))
                .map(this::retry)
                .orElse(Retry.NONE);
    }

    private Retry retry(Fields fields) {
        Optional<YamlNode> node = fields.require("attempts");
        Json json = node.map(YamlNode::json).orElse(Json.of(1));
        Optional<Long> attempts =
                json instanceof JsonNumber number ? number.asLong() : Optional.empty();
        Duration pause = fields.duration("wait").orElse(Duration.ZERO);
        if (attempts.filter(count -> count >= 1 && count <= 100).isEmpty()) {
            context.problems()
                    .add(
                            node.orElseThrow().where(),
                            "'attempts' must be a whole number from 1 to 100.",
                            "It counts the first attempt too.");
            return Retry.NONE;
        }
        return new Retry(attempts.get().intValue(), pause);
    }
}

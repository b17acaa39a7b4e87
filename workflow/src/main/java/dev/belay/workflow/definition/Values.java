package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.value.Value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * What expressions see of a run at one moment.
 *
 * @param inputs by name; secret ones as {@link Value.Secure}
 * @param provisioners outputs by name of each provisioner that has been deployed, an object each
 * @param steps by name and by id
 * @param run the run itself
 */
public record Values(
        SequencedMap<String, Value> inputs,
        SequencedMap<String, Value> provisioners,
        SequencedMap<String, StepValues> steps,
        Run run) {

    /**
     * What is known of a step.
     *
     * @param outputs an object; secure outputs as {@link Value.Secure}
     * @param status as reports show it
     */
    public record StepValues(Value outputs, String status) {
        public StepValues {
            requireNonNull(outputs);
            requireNonNull(status);
        }
    }

    /**
     * The run.
     *
     * @param name the workflow's name
     */
    public record Run(String id, String name) {
        public Run {
            requireNonNull(id);
            requireNonNull(name);
        }
    }

    public Values {
        inputs = copy(inputs);
        provisioners = copy(provisioners);
        steps = copy(steps);
        requireNonNull(run);
    }

    /** A run that has not done anything yet. */
    public static Values of(SequencedMap<String, Value> inputs, Run run) {
        return new Values(inputs, new LinkedHashMap<>(), new LinkedHashMap<>(), run);
    }

    /**
     * @param outputs name to value
     */
    public Values withProvisioner(String name, SequencedMap<String, Value> outputs) {
        var more = new LinkedHashMap<>(provisioners);
        more.put(name, Value.object(outputs));
        return new Values(inputs, more, steps, run);
    }

    /**
     * @param outputs name to value
     */
    public Values withStep(Step step, SequencedMap<String, Value> outputs, String status) {
        var more = new LinkedHashMap<>(steps);
        var known = new StepValues(Value.object(outputs), status);
        more.put(step.name(), known);
        more.put(step.id(), known);
        return new Values(inputs, provisioners, more, run);
    }

    /** The text with every secret text known to the run replaced. */
    String masked(String text) {
        var secrets = new TreeSet<String>((a, b) -> longestFirst(a, b));
        inputs.values().forEach(value -> collect(value, false, secrets));
        provisioners.values().forEach(value -> collect(value, false, secrets));
        steps.values().forEach(step -> collect(step.outputs(), false, secrets));
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }

    private static int longestFirst(String left, String right) {
        int byLength = Integer.compare(right.length(), left.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    private static void collect(Value value, boolean secret, TreeSet<String> secrets) {
        boolean hidden = secret || value instanceof Value.Secure;
        if (value.asMembers().isPresent()) {
            value.asMembers().get().values().forEach(each -> collect(each, hidden, secrets));
        } else if (value.asItems().isPresent()) {
            value.asItems().get().forEach(each -> collect(each, hidden, secrets));
        } else if (hidden) {
            text(value).filter(text -> !text.isEmpty()).ifPresent(secrets::add);
        }
    }

    private static Optional<String> text(Value value) {
        return value.known()
                .map(json -> json instanceof JsonString(var text) ? text : json.toText());
    }

    /** {@code {outputs}} of a provisioner that has been deployed. */
    Optional<Value> provisioner(String name) {
        return Optional.ofNullable(provisioners.get(name))
                .map(outputs -> members("outputs", outputs));
    }

    /** {@code {outputs, status}} of a step that has ended or was skipped. */
    Optional<Value> step(String nameOrId) {
        return Optional.ofNullable(steps.get(nameOrId))
                .map(
                        step -> {
                            var members = new LinkedHashMap<String, Value>();
                            members.put("outputs", step.outputs());
                            members.put("status", Value.of(step.status()));
                            return Value.object(members);
                        });
    }

    /** {@code {id, name}}. */
    Value runValue() {
        return Value.of(JsonObject.of("id", Json.of(run.id()), "name", Json.of(run.name())));
    }

    private static Value members(String name, Value value) {
        var members = new LinkedHashMap<String, Value>();
        members.put(name, value);
        return Value.object(members);
    }

    private static <V> SequencedMap<String, V> copy(SequencedMap<String, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /** It may hold secrets. */
    @Override
    public String toString() {
        return "Values of run " + run.id();
    }
}

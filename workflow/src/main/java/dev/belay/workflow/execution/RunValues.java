package dev.belay.workflow.execution;

import dev.belay.template.value.Value;
import dev.belay.transaction.run.HeldTransactions;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;
import dev.belay.workflow.journal.StepState;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What expressions of a run see. Outputs come from the log; secret ones are kept in this process
 * only, and after a crash those of deployments are read from ARM again.
 */
final class RunValues {

    private final Workflow workflow;
    private final SequencedMap<String, Value> inputs;
    private final HeldTransactions transactions;
    private final Map<RunState.Key, SequencedMap<String, Value>> secrets =
            new ConcurrentHashMap<>();

    RunValues(
            Workflow workflow, SequencedMap<String, Value> inputs, HeldTransactions transactions) {
        this.workflow = workflow;
        this.inputs = inputs;
        this.transactions = transactions;
    }

    /** Keeps the secret outputs of an attempt as long as the process lives. */
    void keep(String step, int attempt, SequencedMap<String, Value> secretOutputs) {
        secrets.put(new RunState.Key(step, attempt), secretOutputs);
    }

    Values at(RunLog log) {
        RunState state = log.state();
        Values values = Values.of(inputs, new Values.Run(log.id(), workflow.name()));
        for (Step step : workflow.steps().toList()) {
            StepState known = state.step(step.name());
            if (known.status().ended()) {
                values =
                        values.withStep(
                                step,
                                known.last().map(this::outputs).orElseGet(LinkedHashMap::new),
                                known.status().name());
            }
        }
        for (AttemptState attempt : state.provisioned()) {
            values = withProvisioner(values, attempt);
        }
        return values;
    }

    private Values withProvisioner(Values values, AttemptState attempt) {
        boolean succeeded =
                attempt.ended().filter(end -> end.status() == StepStatus.SUCCEEDED).isPresent();
        Optional<String> provisioner =
                workflow.step(attempt.step())
                        .filter(_ -> succeeded)
                        .flatMap(RunValues::provisioner);
        return provisioner
                .map(name -> values.withProvisioner(name, outputs(attempt)))
                .orElse(values);
    }

    static Optional<String> provisioner(Step step) {
        return switch (step.act()) {
            case StepAct.Arm(var name) -> Optional.of(name);
            case StepAct.Blueprint(var name) -> Optional.of(name);
            case StepAct.Shell _,
                    StepAct.Http _,
                    StepAct.Approval _,
                    StepAct.Wait _,
                    StepAct.Parallel _ ->
                    Optional.empty();
        };
    }

    private SequencedMap<String, Value> outputs(AttemptState attempt) {
        var outputs = new LinkedHashMap<String, Value>();
        attempt.ended()
                .map(RunEntry.StepEnded::outputs)
                .ifPresent(
                        open ->
                                open.members()
                                        .forEach(
                                                (name, value) ->
                                                        outputs.put(name, Value.of(value))));
        boolean secret = attempt.ended().filter(end -> !end.secretOutputs().isEmpty()).isPresent();
        if (secret) {
            outputs.putAll(
                    secrets.computeIfAbsent(
                            new RunState.Key(attempt.step(), attempt.number()),
                            _ -> readAgain(attempt)));
        }
        return outputs;
    }

    private SequencedMap<String, Value> readAgain(AttemptState attempt) {
        return attempt.provisioning()
                .map(Provisioning::transaction)
                .map(id -> secretOnes(transactions.outputs(id)))
                .orElseGet(LinkedHashMap::new);
    }

    /** Those of the outputs that are secrets. */
    static SequencedMap<String, Value> secretOnes(SequencedMap<String, Value> outputs) {
        var secret = new LinkedHashMap<String, Value>();
        outputs.forEach(
                (name, value) -> {
                    if (value.holdsSecret()) {
                        secret.put(name, value);
                    }
                });
        return secret;
    }
}

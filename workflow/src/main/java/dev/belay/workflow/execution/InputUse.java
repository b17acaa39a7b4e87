package dev.belay.workflow.execution;

import dev.belay.workflow.definition.ParameterSource;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Reference;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.journal.PhaseState;
import dev.belay.workflow.journal.RunState;
import dev.belay.workflow.stage.NextAttempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which steps of a workflow take an input. */
final class InputUse {

    private final Workflow workflow;

    InputUse(Workflow workflow) {
        this.workflow = workflow;
    }

    /** Whether a step that has not ended takes the input; also through its provisioner. */
    boolean needed(String input, RunState state) {
        return workflow.phases().stream()
                .filter(phase -> state.phase(phase.name()).flatMap(PhaseState::ended).isEmpty())
                .flatMap(phase -> phase.steps().stream())
                .flatMap(Step::withInner)
                .filter(step -> !(NextAttempt.of(step, state) instanceof NextAttempt.Done))
                .flatMap(step -> texts(step).stream())
                .flatMap(text -> text.references().stream())
                .anyMatch(new Reference.ToInput(input)::equals);
    }

    private List<Templated> texts(Step step) {
        var texts = new ArrayList<Templated>();
        step.when().ifPresent(texts::add);
        switch (step.act()) {
            case StepAct.Arm(var name) -> texts.addAll(ofProvisioner(name));
            case StepAct.Blueprint(var name) -> texts.addAll(ofProvisioner(name));
            case StepAct.Shell shell -> {
                texts.add(shell.run());
                texts.addAll(shell.env().values());
                shell.workingDirectory().ifPresent(texts::add);
            }
            case StepAct.Http http -> {
                texts.add(http.url());
                texts.addAll(http.headers().values());
                http.body().ifPresent(texts::add);
                http.expect().contains().ifPresent(texts::add);
                texts.addAll(http.expect().json().values());
            }
            case StepAct.Approval(var message, _) -> texts.add(message);
            case StepAct.Wait _, StepAct.Parallel _ -> {}
        }
        return texts;
    }

    private List<Templated> ofProvisioner(String name) {
        return Optional.ofNullable(workflow.provisioners().get(name)).stream()
                .map(Provisioner::parameters)
                .flatMap(List::stream)
                .filter(ParameterSource.Values.class::isInstance)
                .flatMap(source -> ((ParameterSource.Values) source).values().values().stream())
                .toList();
    }
}

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
import java.util.stream.Stream;

/** What steps of a workflow that have not ended take from outside: inputs and parameter files. */
final class InputUse {

    private final Workflow workflow;

    InputUse(Workflow workflow) {
        this.workflow = workflow;
    }

    /** Whether a step that has not ended takes the input; also through its provisioner. */
    boolean needed(String input, RunState state) {
        return open(state)
                .filter(step -> !(NextAttempt.of(step, state) instanceof NextAttempt.Done))
                .flatMap(step -> texts(step).stream())
                .flatMap(text -> text.references().stream())
                .anyMatch(new Reference.ToInput(input)::equals);
    }

    /**
     * The parameter files of steps that are to begin, or to begin again; those whose names hang on
     * expressions are told when the step begins.
     */
    List<Templated> files(RunState state) {
        return open(state)
                .filter(
                        step ->
                                switch (NextAttempt.of(step, state)) {
                                    case NextAttempt.Begin _, NextAttempt.UndoFirst _ -> true;
                                    case NextAttempt.Settle _, NextAttempt.Done _ -> false;
                                })
                .flatMap(step -> RunValues.provisioner(step).stream())
                .flatMap(name -> sources(name, ParameterSource.OfFile.class))
                .map(ParameterSource.OfFile::path)
                .filter(Templated::isPlain)
                .distinct()
                .toList();
    }

    /** The steps of phases that have not ended. */
    private Stream<Step> open(RunState state) {
        return workflow.phases().stream()
                .filter(phase -> state.phase(phase.name()).flatMap(PhaseState::ended).isEmpty())
                .flatMap(phase -> phase.steps().stream())
                .flatMap(Step::withInner);
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
        return sources(name, ParameterSource.Values.class)
                .flatMap(source -> source.values().values().stream())
                .toList();
    }

    private <S extends ParameterSource> Stream<S> sources(String provisioner, Class<S> kind) {
        return Optional.ofNullable(workflow.provisioners().get(provisioner)).stream()
                .map(Provisioner::parameters)
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}

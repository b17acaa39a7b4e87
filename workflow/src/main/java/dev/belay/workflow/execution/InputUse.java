package dev.belay.workflow.execution;

import dev.belay.workflow.definition.ParameterSource;
import dev.belay.workflow.definition.Phase;
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

    /**
     * Why a run that is gone on with needs a secret input again: a step that has not ended takes
     * it, also through its provisioner; or such a step prints what others left, and the secret, if
     * one of them had it, is to be kept out of that.
     *
     * @return a sentence's second half; empty: it is not needed
     */
    Optional<String> needed(String input, RunState state) {
        List<Step> open =
                open(state)
                        .filter(step -> !(NextAttempt.of(step, state) instanceof NextAttempt.Done))
                        .toList();
        boolean asked =
                workflow.phases().stream()
                        .filter(phase -> !ended(phase, state))
                        .flatMap(phase -> phase.when().stream())
                        .anyMatch(when -> names(when, input));
        if (asked || open.stream().anyMatch(step -> takes(step, input))) {
            return Optional.of("a step still needs it");
        }
        return open.stream()
                .filter(InputUse::prints)
                .filter(_ -> workflow.steps().anyMatch(step -> takes(step, input)))
                .findFirst()
                .map(step -> "it is to be kept out of what the step '" + step.name() + "' prints");
    }

    private boolean takes(Step step, String input) {
        return texts(step).stream().anyMatch(text -> names(text, input));
    }

    private static boolean names(Templated text, String input) {
        return text.references().contains(new Reference.ToInput(input));
    }

    /** Whether texts from elsewhere go into its log and its outputs. */
    private static boolean prints(Step step) {
        return switch (step.act()) {
            case StepAct.Shell _, StepAct.Http _ -> true;
            case StepAct.Arm _,
                    StepAct.Blueprint _,
                    StepAct.Approval _,
                    StepAct.Wait _,
                    StepAct.Parallel _ ->
                    false;
        };
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
                .filter(phase -> !ended(phase, state))
                .flatMap(phase -> phase.steps().stream())
                .flatMap(Step::withInner);
    }

    private static boolean ended(Phase phase, RunState state) {
        return state.phase(phase.name()).flatMap(PhaseState::ended).isPresent();
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

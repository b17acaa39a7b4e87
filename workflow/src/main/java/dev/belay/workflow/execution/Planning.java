package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.run.DeployRequest;
import dev.belay.transaction.run.Preview;
import dev.belay.transaction.run.Transactions;
import dev.belay.workflow.definition.Phase;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.definition.WorkflowFault;
import dev.belay.workflow.event.RunPlan;
import dev.belay.workflow.event.RunPlan.DeploymentPlan;
import dev.belay.workflow.event.RunPlan.PhasePlan;
import dev.belay.workflow.event.RunPlan.StepPlan;
import dev.belay.workflow.source.GitPins;
import dev.belay.workflow.stage.StepKinds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a run would do. It reads templates and ARM; it writes nowhere. */
final class Planning {

    private static final String UNNAMED = "(not begun)";

    private final RunOutside outside;
    private final RunRequest request;
    private final Values values;

    Planning(RunOutside outside, RunRequest request) {
        this.outside = outside;
        this.request = request;
        this.values =
                Values.of(request.inputs(), new Values.Run(UNNAMED, request.workflow().name()));
    }

    RunPlan plan() {
        try (Contents contents =
                outside.contents()
                        .of(KeptTexts.over(request.texts(), outside.files()), GitPins.NONE)) {
            return new RunPlan(
                    request.workflow().name(),
                    request.workflow().phases().stream()
                            .map(phase -> phase(phase, contents))
                            .toList());
        }
    }

    private PhasePlan phase(Phase phase, Contents contents) {
        return new PhasePlan(
                phase.name(),
                phase.when().isPresent(),
                phase.onFailure().name().toLowerCase(Locale.ROOT),
                phase.steps().stream().map(step -> step(step, contents)).toList());
    }

    private StepPlan step(Step step, Contents contents) {
        return new StepPlan(
                step.name(),
                StepKinds.kind(step),
                step.when().isPresent(),
                step.retry().attempts(),
                RunValues.provisioner(step)
                        .flatMap(
                                name ->
                                        Optional.ofNullable(
                                                request.workflow().provisioners().get(name)))
                        .map(provisioner -> deployment(provisioner, contents)),
                step.act() instanceof StepAct.Parallel(var inner)
                        ? inner.stream().map(each -> step(each, contents)).toList()
                        : List.of());
    }

    private DeploymentPlan deployment(Provisioner what, Contents contents) {
        Scopes.Resolved scope;
        try {
            scope = scopes().of(what.scope());
        } catch (WorkflowFault fault) {
            return unknown(what, Optional.empty(), later(fault));
        }
        return switch (scope) {
            case Scopes.Resolved.Refused(var error) -> wrong(what, Optional.empty(), text(error));
            case Scopes.Resolved.At at -> {
                try {
                    yield deployment(what, at, contents);
                } catch (WorkflowFault fault) {
                    yield unknown(what, Optional.of(at.scope()), later(fault));
                }
            }
        };
    }

    private Scopes scopes() {
        return new Scopes(outside.outside().client(), request.subscription(), this::tenant, values);
    }

    private Optional<String> tenant() {
        return Tenancy.of(outside.outside().client(), request.subscription())
                        instanceof Tenancy.Known(var tenant)
                ? Optional.of(tenant)
                : Optional.empty();
    }

    private DeploymentPlan deployment(Provisioner what, Scopes.Resolved.At at, Contents contents) {
        return switch (contents.load(what, values)) {
            case Contents.Loaded.Refused(var error) ->
                    wrong(what, Optional.of(at.scope()), text(error));
            case Contents.Loaded.Ready content ->
                    preview(
                            what,
                            at.scope(),
                            new Transactions(outside.outside()).preview(deploy(what, at, content)));
        };
    }

    private DeployRequest deploy(
            Provisioner what, Scopes.Resolved.At at, Contents.Loaded.Ready content) {
        return new DeployRequest(
                at.scope(),
                at.location(),
                what.deploymentName().map(name -> Texts.open(name, values)),
                content.template(),
                content.parameters(),
                what.mode(),
                OnFailure.ROLLBACK,
                what.strategy(),
                what.acceptDeletions(),
                what.liftLocks(),
                DeployRequest.DEFAULT_TIMEOUT);
    }

    private static DeploymentPlan preview(Provisioner what, Scope scope, Preview preview) {
        return switch (preview) {
            case Preview.Touching(var ids) ->
                    new DeploymentPlan(
                            what.name(),
                            Optional.of(scope),
                            what.mode().word(),
                            strategy(what),
                            ids,
                            Optional.empty(),
                            false);
            case Preview.Refused(var error) -> wrong(what, Optional.of(scope), text(error));
            case Preview.BadInput(var diagnostics) ->
                    wrong(
                            what,
                            Optional.of(scope),
                            String.join(
                                    " ", diagnostics.stream().map(Diagnostic::message).toList()));
        };
    }

    private static String strategy(Provisioner what) {
        return what.strategy().name().toLowerCase(Locale.ROOT);
    }

    private static String text(ArmError error) {
        return error.code() + ": " + error.message();
    }

    /** What expressions take from steps is not there before those have run. */
    private static String later(WorkflowFault fault) {
        return "Known only during the run: " + fault.problem().message();
    }

    private static DeploymentPlan unknown(Provisioner what, Optional<Scope> scope, String why) {
        return new DeploymentPlan(
                what.name(),
                scope,
                what.mode().word(),
                strategy(what),
                List.of(),
                Optional.of(why),
                false);
    }

    private static DeploymentPlan wrong(Provisioner what, Optional<Scope> scope, String why) {
        return new DeploymentPlan(
                what.name(),
                scope,
                what.mode().word(),
                strategy(what),
                List.of(),
                Optional.of(why),
                true);
    }
}

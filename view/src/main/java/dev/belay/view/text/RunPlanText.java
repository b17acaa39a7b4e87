package dev.belay.view.text;

import dev.belay.workflow.event.RunPlan;
import dev.belay.workflow.event.RunPlan.DeploymentPlan;
import dev.belay.workflow.event.RunPlan.PhasePlan;
import dev.belay.workflow.event.RunPlan.StepPlan;

import java.util.ArrayList;
import java.util.List;

/** What a run of a workflow would do, for a person. */
public final class RunPlanText {

    private static final String INDENT = "  ";

    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private RunPlanText(Style style) {
        this.style = style;
    }

    public static List<String> of(RunPlan plan, Style style) {
        var text = new RunPlanText(style);
        text.lines.add(style.strong("Plan of workflow '" + plan.workflow() + "'"));
        plan.phases().forEach(text::phase);
        text.lines.add("");
        text.lines.add("Nothing was touched.");
        return List.copyOf(text.lines);
    }

    private void phase(PhasePlan phase) {
        lines.add("");
        lines.add(
                style.strong("Phase '" + phase.name() + "'")
                        + style.faint(
                                (phase.conditional() ? ", under a condition" : "")
                                        + ", on failure: "
                                        + phase.onFailure()));
        phase.steps().forEach(step -> step(step, INDENT));
    }

    private void step(StepPlan step, String indent) {
        lines.add(
                indent
                        + step.name()
                        + style.faint(
                                " ("
                                        + step.kind()
                                        + (step.conditional() ? ", under a condition" : "")
                                        + (step.attempts() > 1
                                                ? ", up to " + step.attempts() + " attempts"
                                                : "")
                                        + ")"));
        step.deployment().ifPresent(what -> deployment(what, indent + INDENT));
        step.inner().forEach(inner -> step(inner, indent + INDENT));
    }

    private void deployment(DeploymentPlan what, String indent) {
        lines.add(
                indent
                        + "provisioner '"
                        + what.provisioner()
                        + "', "
                        + what.scope().map(Names::of).orElse("a scope known only during the run")
                        + ", mode "
                        + what.mode()
                        + ", undone by strategy "
                        + what.strategy());
        what.unknown()
                .map(RunWords::oneLine)
                .ifPresent(why -> lines.add(indent + (what.wrong() ? style.bad(why) : why)));
        if (!what.touched().isEmpty()) {
            lines.add(indent + "could touch " + Names.count(what.touched().size(), "resource"));
            what.touched()
                    .forEach(
                            id ->
                                    lines.add(
                                            indent
                                                    + INDENT
                                                    + what.scope()
                                                            .map(scope -> Names.within(scope, id))
                                                            .orElseGet(id::path)));
        }
    }
}

package dev.belay.view.html;

import dev.belay.view.text.Names;
import dev.belay.view.text.StepLogText;
import dev.belay.view.text.Style;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunReport.StepLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step on the page of its run.
 *
 * @param anchor its id on the page
 * @param inside the parallel step that it belongs to; empty for none
 * @param took how long; empty while it has not ended
 * @param reason why it was skipped or failed
 * @param log what it printed and did
 * @param inner the steps inside a parallel one
 */
record StepPart(
        String anchor,
        String name,
        String kind,
        String inside,
        Status status,
        String took,
        List<Parts.Fact> facts,
        String reason,
        Optional<Parts.Failure> failure,
        Optional<Forward> forward,
        List<Parts.Named> outputs,
        String log,
        List<StepPart> inner) {

    static StepPart of(StepLine line, String inside, RunPage page, Anchors anchors) {
        String anchor = anchors.next("step");
        return new StepPart(
                anchor,
                line.name(),
                line.kind(),
                inside,
                Status.of(line.status()),
                Times.between(line.started(), line.ended()).orElse(""),
                facts(line, inside),
                line.reason().orElse(""),
                line.error().map(Parts.Failure::of),
                line.provisioning()
                        .map(what -> page.transactions().get(what.transaction()))
                        .map(Forward::of),
                Values.rows(line.outputs()),
                log(line, page),
                line.inner().stream().map(inner -> of(inner, line.name(), page, anchors)).toList());
    }

    /** A summary of the kind and the time, for the tree. */
    String about() {
        return took.isEmpty() ? kind : kind + ", " + took;
    }

    private static List<Parts.Fact> facts(StepLine line, String inside) {
        var facts = new ArrayList<Parts.Fact>();
        facts.add(Parts.Fact.text("Kind", line.kind()));
        if (!inside.isEmpty()) {
            facts.add(Parts.Fact.text("Part of", inside));
        }
        if (line.attempts() > 1) {
            facts.add(Parts.Fact.text("Attempts", Integer.toString(line.attempts())));
        }
        line.started().ifPresent(at -> facts.add(Parts.Fact.moment("Began", at)));
        Times.between(line.started(), line.ended())
                .ifPresent(took -> facts.add(Parts.Fact.text("Took", took)));
        line.provisioning().ifPresent(what -> provisioning(facts, what));
        return List.copyOf(facts);
    }

    private static void provisioning(List<Parts.Fact> facts, Provisioning what) {
        facts.add(Parts.Fact.text("Scope", Names.of(what.scope())));
        facts.add(Parts.Fact.text("Mode", what.mode()));
        facts.add(Parts.Fact.code("Deployment", what.deployment()));
        facts.add(Parts.Fact.code("Transaction", what.transaction()));
    }

    private static String log(StepLine line, RunPage page) {
        List<String> kept = page.logs().getOrDefault(line.name(), List.of());
        return kept.isEmpty()
                ? ""
                : String.join(
                        "\n",
                        StepLogText.of(
                                page.report(), line.name(), page.owner(), kept, Style.PLAIN));
    }
}

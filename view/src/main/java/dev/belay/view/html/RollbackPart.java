package dev.belay.view.html;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.Proof;
import dev.belay.view.text.Names;
import dev.belay.workflow.event.RunReport.RollbackLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rollback step on the page of its run.
 *
 * @param anchor its id on the page
 * @param step whose work it undid
 * @param reason why it was skipped or could not finish
 * @param proof what was compared; empty if nothing was
 */
record RollbackPart(
        String anchor,
        String step,
        Status status,
        String took,
        List<Parts.Fact> facts,
        String reason,
        String proof,
        Optional<Undo> undo) {

    static RollbackPart of(RollbackLine line, Anchors anchors) {
        return new RollbackPart(
                anchors.next("rollback"),
                line.step() + (line.attempt() > 1 ? ", attempt " + line.attempt() : ""),
                Status.ofRollback(line.verdict()),
                Times.between(line.started(), line.ended()).orElse(""),
                facts(line),
                line.reason().orElse(""),
                line.verdict()
                        .filter(RollbackPart::undone)
                        .flatMap(_ -> line.transaction())
                        .map(Report::proof)
                        .map(RollbackPart::proof)
                        .orElse(""),
                line.transaction().map(Undo::of).filter(undo -> !undo.isEmpty()));
    }

    private static boolean undone(Verdict verdict) {
        return verdict == Verdict.RESTORED || verdict == Verdict.RESTORED_WITH_RESIDUE;
    }

    private static List<Parts.Fact> facts(RollbackLine line) {
        var facts = new ArrayList<Parts.Fact>();
        line.started().ifPresent(at -> facts.add(Parts.Fact.moment("Began", at)));
        Times.between(line.started(), line.ended())
                .ifPresent(took -> facts.add(Parts.Fact.text("Took", took)));
        line.transaction()
                .flatMap(Report::transaction)
                .ifPresent(id -> facts.add(Parts.Fact.code("Transaction", id)));
        return List.copyOf(facts);
    }

    private static String proof(Proof proof) {
        return "Proven by reading everything again: "
                + proof.comparedProperties()
                + (proof.comparedProperties() == 1 ? " property" : " properties")
                + " compared, "
                + Names.count(proof.provenAbsent(), "resource")
                + " proven absent.";
    }
}

package dev.belay.view.html;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionDetails;
import dev.belay.view.text.Names;
import dev.belay.view.text.VerdictWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of a transaction, ready to be laid out; parts as in {@link RunModel}. */
record TransactionModel(
        String deployment,
        Status status,
        String meaning,
        List<Parts.Fact> facts,
        Optional<Parts.Failure> failure,
        List<String> next,
        Forward forward,
        List<Parts.Named> outputs,
        Undo undo) {

    static TransactionModel of(TransactionDetails details) {
        Report report = details.report();
        return new TransactionModel(
                report.deployment(),
                Status.of(report.verdict()),
                VerdictWords.meaning(report),
                facts(details),
                report.failure().map(TransactionModel::failure),
                Stream.concat(report.notes().stream(), VerdictWords.next(report).stream()).toList(),
                Forward.of(details),
                Values.outputs(report.outputs()),
                Undo.of(report));
    }

    private static Parts.Failure failure(Report.Failure failure) {
        String target =
                failure.target()
                        .map(Object::toString)
                        .or(() -> failure.error().target())
                        .orElse("");
        return Parts.Failure.of(failure.error(), target, failure.status().orElse(""));
    }

    private static List<Parts.Fact> facts(TransactionDetails details) {
        Report report = details.report();
        var facts = new ArrayList<Parts.Fact>();
        report.transaction().ifPresent(id -> facts.add(Parts.Fact.code("Transaction", id)));
        facts.add(Parts.Fact.text("Scope", Names.of(report.scope())));
        facts.add(Parts.Fact.text("Mode", details.mode()));
        facts.add(Parts.Fact.text("Strategy", details.strategy()));
        facts.add(Parts.Fact.moment("Began", details.opened()));
        facts.add(Parts.Fact.moment("Last entry", details.last()));
        facts.add(Parts.Fact.text("Started by", details.owner()));
        return List.copyOf(facts);
    }
}

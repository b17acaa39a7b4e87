package dev.belay.view.html;

import dev.belay.transaction.change.Delta;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionDetails;
import dev.belay.view.text.Names;

import java.util.List;
import java.util.Optional;

/**
 * What a transaction saved and what its deployment changed.
 *
 * @param summary how many were there, one sentence
 * @param looked whether the state right after the deployment was looked at
 * @param others what was created or deleted
 */
record Forward(
        String summary,
        List<Parts.Saved> saved,
        boolean looked,
        List<Parts.Item> others,
        List<Parts.Modified> modified) {

    static Forward of(TransactionDetails details) {
        Report report = details.report();
        List<Delta> deltas = details.deltas().orElse(List.of());
        return new Forward(
                summary(details),
                details.saved().stream().map(saved -> saved(report, saved)).toList(),
                details.deltas().isPresent(),
                deltas.stream()
                        .filter(delta -> delta.kind() != Delta.Kind.MODIFIED)
                        .map(delta -> whole(report, delta))
                        .toList(),
                deltas.stream()
                        .filter(delta -> delta.kind() == Delta.Kind.MODIFIED)
                        .map(delta -> modified(report, delta))
                        .toList());
    }

    private static String summary(TransactionDetails details) {
        long present = details.saved().stream().filter(saved -> saved.body().isPresent()).count();
        return Names.count(details.saved().size(), "resource")
                + " looked at"
                + details.takenAt().map(at -> ", " + Times.moment(at)).orElse("")
                + ": "
                + present
                + " present, "
                + (details.saved().size() - present)
                + " not there.";
    }

    private static Parts.Saved saved(Report report, TransactionDetails.SavedBody saved) {
        Tone tone = saved.body().isPresent() ? Tone.GOOD : Tone.QUIET;
        return new Parts.Saved(
                new Status(tone, saved.state()),
                Names.within(report.scope(), saved.id()),
                saved.apiVersion(),
                saved.body().map(Values::pretty).orElse(""));
    }

    private static Parts.Item whole(Report report, Delta delta) {
        Status status =
                delta.kind() == Delta.Kind.CREATED
                        ? new Status(Tone.GOOD, "created")
                        : new Status(Tone.BAD, "deleted");
        return new Parts.Item(
                Optional.of(status), Names.within(report.scope(), delta.id()), List.of(), "");
    }

    private static Parts.Modified modified(Report report, Delta delta) {
        return new Parts.Modified(
                Names.within(report.scope(), delta.id()),
                delta.properties().stream()
                        .map(
                                property ->
                                        new Parts.Change(
                                                property.path().toString(),
                                                property.before().map(Values::pretty).orElse(""),
                                                property.after().map(Values::pretty).orElse("")))
                        .toList());
    }
}

package dev.belay.transaction.run;

import dev.belay.transaction.change.Delta;
import dev.belay.transaction.change.Deltas;
import dev.belay.transaction.change.SecretMask;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionDetails;
import dev.belay.transaction.event.TransactionDetails.SavedBody;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a page shows of a transaction, made of its log. */
final class Details {

    private Details() {}

    static TransactionDetails of(RunJournal journal, TypeKnowledge knowledge) {
        TransactionState state = journal.state();
        JournalEntry.Opened opened = state.opened().orElseThrow();
        Optional<Snapshot> before = state.snapshot().map(_ -> journal.before());
        Optional<List<Delta>> deltas =
                before.filter(_ -> state.after().isPresent())
                        .map(
                                saved ->
                                        Deltas.between(
                                                saved, journal.after(), journal.sent(), knowledge));
        return new TransactionDetails(
                Reports.of(journal, List.of()),
                opened.at(),
                state.last().orElseThrow().at(),
                opened.owner(),
                opened.request().mode().word(),
                opened.request().strategy().name().toLowerCase(Locale.ROOT),
                before.map(saved -> saved(journal, saved, knowledge)).orElse(List.of()),
                before.map(Snapshot::takenAt),
                deltas);
    }

    private static List<SavedBody> saved(
            RunJournal journal, Snapshot snapshot, TypeKnowledge knowledge) {
        var mask = new SecretMask(knowledge, journal.sent());
        return snapshot.entries().values().stream()
                .map(
                        entry ->
                                new SavedBody(
                                        entry.id(),
                                        entry.apiVersion(),
                                        state(entry),
                                        entry.present().map(mask::of)))
                .toList();
    }

    private static String state(SnapshotEntry entry) {
        return switch (entry) {
            case SnapshotEntry.Present _ -> "present";
            case SnapshotEntry.Absent _ -> "absent";
            case SnapshotEntry.Unreadable _ -> "unreadable";
        };
    }
}

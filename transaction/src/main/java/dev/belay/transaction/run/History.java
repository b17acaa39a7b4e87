package dev.belay.transaction.run;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.Phase;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.log.TransactionStore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The transactions of a store, read. */
final class History {

    private final TransactionStore store;

    History(TransactionStore store) {
        this.store = store;
    }

    Optional<RunJournal> find(String transaction) {
        return store.find(transaction)
                .map(RunJournal::of)
                .filter(journal -> journal.state().opened().isPresent());
    }

    List<TransactionSummary> list() {
        var summaries = new ArrayList<TransactionSummary>();
        for (String id : store.transactions()) {
            find(id).ifPresent(journal -> summaries.add(summary(journal)));
        }
        return List.copyOf(summaries);
    }

    private static TransactionSummary summary(RunJournal journal) {
        TransactionState state = journal.state();
        JournalEntry.Opened opened = state.opened().orElseThrow();
        return new TransactionSummary(
                journal.log().id(),
                opened.at(),
                opened.request().scope(),
                opened.request().name(),
                state.phase().name(),
                state.phase().finished(),
                opened.run(),
                opened.owner());
    }

    /**
     * The unfinished transactions of this ARM that block one of the scopes, oldest first.
     *
     * @param run whose own transactions block nothing
     */
    List<RunJournal> unfinished(String origin, Set<Scope> scopes, Optional<String> run) {
        var blocking = new ArrayList<RunJournal>();
        for (String id : store.transactions()) {
            find(id).filter(journal -> !journal.state().phase().finished())
                    .filter(journal -> run.isEmpty() || !journal.state().run().equals(run))
                    .filter(journal -> at(journal, origin))
                    .filter(journal -> overlaps(scopes(journal), scopes))
                    .ifPresent(blocking::add);
        }
        return List.copyOf(blocking);
    }

    /** The scopes of a run's transactions that are not finished. */
    List<Scope> scopesOfRun(String run) {
        Set<Scope> scopes = new LinkedHashSet<>();
        for (String id : store.transactions()) {
            find(id).filter(journal -> ofRun(journal, run))
                    .filter(journal -> !journal.state().phase().finished())
                    .ifPresent(journal -> scopes.addAll(scopes(journal)));
        }
        return List.copyOf(scopes);
    }

    private static boolean ofRun(RunJournal journal, String run) {
        return journal.state().run().filter(run::equals).isPresent();
    }

    /** Later transactions of the same workflow run; the newest first. */
    List<RunJournal> laterOfRun(RunJournal journal) {
        Optional<String> run = journal.state().run();
        if (run.isEmpty()) {
            return List.of();
        }
        List<String> all = store.transactions();
        var later = new ArrayList<RunJournal>();
        for (String id : all.subList(all.indexOf(journal.log().id()) + 1, all.size()).reversed()) {
            find(id).filter(other -> ofRun(other, run.get())).ifPresent(later::add);
        }
        return List.copyOf(later);
    }

    static Set<Scope> scopes(RunJournal journal) {
        Set<Scope> scopes = new LinkedHashSet<>();
        scopes.add(journal.state().opened().orElseThrow().request().scope());
        if (journal.state().snapshot().isPresent()) {
            scopes.addAll(journal.before().scopes());
        }
        return scopes;
    }

    private static boolean overlaps(Set<Scope> some, Set<Scope> others) {
        return some.stream()
                .anyMatch(mine -> others.stream().anyMatch(other -> mine.mayMeet(other)));
    }

    private static boolean at(RunJournal journal, String origin) {
        return journal.state().opened().orElseThrow().origin().equals(origin);
    }

    /** Later transactions, not undone, that changed one of this one's resources. */
    List<String> laterOnes(RunJournal journal) {
        Set<ResourceId> mine = Evidences.touches(journal.state()).keySet();
        String origin = journal.state().opened().orElseThrow().origin();
        List<String> all = store.transactions();
        var later = new ArrayList<String>();
        for (String id : all.subList(all.indexOf(journal.log().id()) + 1, all.size())) {
            find(id).filter(other -> at(other, origin))
                    .filter(other -> stands(other.state().phase()))
                    .filter(other -> related(mine, Evidences.touches(other.state()).keySet()))
                    .ifPresent(other -> later.add(other.log().id()));
        }
        return List.copyOf(later);
    }

    private static boolean related(Set<ResourceId> some, Set<ResourceId> others) {
        return some.stream()
                .anyMatch(
                        one ->
                                others.stream()
                                        .anyMatch(
                                                other ->
                                                        one.contains(other)
                                                                || other.contains(one)));
    }

    private static boolean stands(Phase phase) {
        return switch (phase) {
            case ROLLED_BACK, ROLLED_BACK_EXCEPT, REFUSED, UNTOUCHED -> false;
            case NEW,
                    OPEN,
                    GUARDED,
                    SUBMITTED,
                    ACCEPTED,
                    ENDED,
                    QUIET,
                    ASKED,
                    UNDOING,
                    HELD,
                    COMMITTED,
                    KEPT ->
                    true;
        };
    }
}

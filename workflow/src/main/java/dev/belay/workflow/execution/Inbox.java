package dev.belay.workflow.execution;

import dev.belay.transaction.log.TransactionStore;
import dev.belay.workflow.journal.RunState;

import java.util.List;
import java.util.Optional;

/** Messages to runs, posted by other processes. */
final class Inbox {

    private final TransactionStore store;

    Inbox(TransactionStore store) {
        this.store = store;
    }

    Posted answer(String run, Optional<String> subject, boolean approved, String by) {
        Optional<RunLog> log = RunLog.find(store, run);
        if (log.isEmpty()) {
            return new Posted.NoRun();
        }
        if (log.get().state().ended().isPresent()) {
            return new Posted.TooLate();
        }
        List<String> asked =
                asked(log.get().state()).stream()
                        .filter(each -> subject.isEmpty() || subject.get().equals(each))
                        .toList();
        if (asked.isEmpty()) {
            return new Posted.NothingAsked();
        }
        if (asked.size() > 1) {
            return new Posted.Several(asked);
        }
        log.get().post(new Message.Answer(asked.getFirst(), approved, by).text());
        return new Posted.Done(asked.getFirst());
    }

    static List<String> asked(RunState state) {
        return state.questions().keySet().stream()
                .filter(subject -> state.question(subject).isPresent())
                .sorted()
                .toList();
    }

    /** The wish to cancel, if somebody posted one. */
    static Optional<Message.Cancel> cancel(RunLog log) {
        return log.inbox().stream()
                .map(Message::read)
                .flatMap(Optional::stream)
                .filter(Message.Cancel.class::isInstance)
                .map(Message.Cancel.class::cast)
                .findFirst();
    }

    Posted cancel(String run, boolean keep, String by) {
        Optional<RunLog> log = RunLog.find(store, run);
        if (log.isEmpty()) {
            return new Posted.NoRun();
        }
        RunState state = log.get().state();
        if (state.ended().isPresent() || state.decision().isPresent()) {
            return new Posted.TooLate();
        }
        log.get().post(new Message.Cancel(keep, by).text());
        return new Posted.Done(run);
    }
}

package dev.belay.workflow.execution;

import dev.belay.transaction.run.StopSignal;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.util.Optional;

/**
 * Whether a run is to be cancelled: by a signal, through its inbox, or because the log says so.
 * Once it has decided what becomes of what it provisioned, nobody cancels it any more.
 */
final class Cancelling implements StopSignal {

    private final RunSession session;
    private final StopSignal signals;

    Cancelling(RunSession session, StopSignal signals) {
        this.session = session;
        this.signals = signals;
    }

    @Override
    public synchronized Asked asked() {
        Asked signal = signals.asked();
        RunState state = session.state();
        if (signal == Asked.STOP_NOW || state.ended().isPresent()) {
            return signal;
        }
        if (state.decision().isPresent()) {
            return Asked.NOTHING;
        }
        if (state.cancel().isEmpty()) {
            Optional<Message.Cancel> wish =
                    signal == Asked.CANCEL
                            ? Optional.of(new Message.Cancel(false, "signal"))
                            : Inbox.cancel(session.log());
            wish.ifPresent(this::note);
        }
        return session.state().cancel().isPresent() ? Asked.CANCEL : Asked.NOTHING;
    }

    private void note(Message.Cancel wish) {
        session.entry(new RunEntry.CancelRequested(session.now(), wish.by(), wish.keep()));
        session.tell(new RunEvent.Cancelling(wish.by(), wish.keep()));
    }
}

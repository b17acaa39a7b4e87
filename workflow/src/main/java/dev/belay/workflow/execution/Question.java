package dev.belay.workflow.execution;

import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.journal.RunEntry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A question to a person, answered through the run's inbox. Waiting for people takes real time. */
final class Question {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String NOBODY = "nobody in time";

    private final RunSession session;

    Question(RunSession session) {
        this.session = session;
    }

    /**
     * Asks and waits.
     *
     * @param timeout after which it counts as rejected
     * @return empty if the run was cancelled meanwhile
     */
    Optional<RunEntry.Answered> ask(String subject, String message, Optional<Duration> timeout) {
        Optional<Instant> deadline = timeout.map(session.outside().realTime().get()::plus);
        session.entry(
                new RunEntry.ApprovalAsked(
                        session.now(), subject, message, deadline, session.log().inbox().size()));
        session.tell(new RunEvent.ApprovalAsked(subject, message, deadline));
        return await(subject);
    }

    /** Waits for the answer to what was asked. */
    Optional<RunEntry.Answered> await(String subject) {
        RunEntry.ApprovalAsked asked = session.state().question(subject).orElseThrow();
        while (true) {
            Optional<Message.Answer> answer = answer(asked);
            if (answer.isPresent()) {
                return Optional.of(answered(subject, answer.get().approved(), answer.get().by()));
            }
            Instant now = session.outside().realTime().get();
            if (asked.deadline().filter(now::isAfter).isPresent()) {
                return Optional.of(answered(subject, false, NOBODY));
            }
            if (!session.pause(BETWEEN_LOOKS, session.realTime())) {
                return Optional.empty();
            }
        }
    }

    private Optional<Message.Answer> answer(RunEntry.ApprovalAsked asked) {
        List<String> posted = session.log().inbox();
        return posted.stream()
                .skip(asked.posted())
                .map(Message::read)
                .flatMap(Optional::stream)
                .filter(Message.Answer.class::isInstance)
                .map(Message.Answer.class::cast)
                .filter(answer -> answer.subject().equals(asked.subject()))
                .findFirst();
    }

    private RunEntry.Answered answered(String subject, boolean approved, String by) {
        var answered = new RunEntry.Answered(session.now(), subject, approved, by);
        session.entry(answered);
        session.tell(new RunEvent.Answered(subject, approved, by));
        return answered;
    }
}

package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.RunEntry;

import java.util.LinkedHashMap;
import java.util.Optional;

/** A step that waits for a person. */
final class ApprovalStep implements StepWork {

    private final RunSession session;
    private final StepAct.Approval approval;

    ApprovalStep(RunSession session, StepAct.Approval approval) {
        this.session = session;
        this.approval = approval;
    }

    @Override
    public Ready prepare(Step step, int attempt, StepNotes notes) {
        String message = notes.redaction().text(Texts.open(approval.message(), session.values()));
        return StepWork.toAct(
                () ->
                        end(
                                new Question(session)
                                        .ask(
                                                step.name(),
                                                message,
                                                approval.timeout().or(step::timeout))));
    }

    /** The question stands; if it had not been asked yet, the step begins again. */
    @Override
    public StepEnd settle(Step step, AttemptState attempt, StepNotes notes) {
        Optional<RunEntry.Answered> answer =
                Optional.ofNullable(session.state().answers().get(step.name()));
        Optional<RunEntry.ApprovalAsked> asked =
                Optional.ofNullable(session.state().questions().get(step.name()))
                        .filter(question -> !question.at().isBefore(attempt.started()));
        return asked.isEmpty()
                ? StepEnd.of(StepStatus.INTERRUPTED)
                : end(answer.or(() -> new Question(session).await(step.name())));
    }

    private static StepEnd end(Optional<RunEntry.Answered> answer) {
        if (answer.isEmpty()) {
            return StepEnd.cancelled();
        }
        var outputs = new LinkedHashMap<String, Value>();
        outputs.put("by", Value.of(answer.get().by()));
        return answer.get().approved()
                ? StepEnd.succeeded(outputs)
                : new StepEnd(
                        StepStatus.REJECTED,
                        outputs,
                        Optional.of(
                                ArmError.of(
                                        "Rejected",
                                        "It was rejected by " + answer.get().by() + ".")));
    }
}

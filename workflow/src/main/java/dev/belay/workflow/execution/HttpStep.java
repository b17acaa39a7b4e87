package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A step that asks an address until it answers as expected. It takes real time. */
final class HttpStep implements StepWork {

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);
    private static final int LARGEST_OUTPUT = 65_536;

    private final RunSession session;
    private final StepAct.Http http;

    HttpStep(RunSession session, StepAct.Http http) {
        this.session = session;
        this.http = http;
    }

    @Override
    public Ready prepare(Step step, int attempt, StepNotes notes) {
        Values values = session.values();
        Expectation expectation = Expectation.of(http.expect(), values);
        Duration longest = step.timeout().filter(limit -> shorter(limit)).orElse(http.deadline());
        HttpRequest request;
        try {
            request = request(values);
        } catch (IllegalArgumentException wrong) {
            return new Ready.Refused(
                    ArmError.of("InvalidRequest", String.valueOf(wrong.getMessage())));
        }
        return StepWork.toAct(() -> ask(request, expectation, longest, notes));
    }

    private boolean shorter(Duration limit) {
        return limit.compareTo(http.deadline()) < 0;
    }

    private HttpRequest request(Values values) {
        var request =
                HttpRequest.newBuilder(URI.create(Texts.hidden(http.url(), values)))
                        .timeout(LONGEST_REQUEST);
        http.headers().forEach((name, value) -> request.header(name, Texts.hidden(value, values)));
        Optional<String> body = http.body().map(text -> Texts.hidden(text, values));
        return request.method(
                        http.method(),
                        body.map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
    }

    @Override
    public StepEnd settle(Step step, AttemptState attempt, StepNotes notes) {
        return step.rerunnable()
                ? StepEnd.of(StepStatus.INTERRUPTED)
                : StepEnd.of(StepStatus.FAILED, ShellStep.interrupted());
    }

    private StepEnd ask(
            HttpRequest request, Expectation expectation, Duration longest, StepNotes notes) {
        Duration start = session.monotonic();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST_REQUEST).build()) {
            while (true) {
                Answer answer = send(client, request);
                Optional<String> wrong = answer.wrong().or(() -> expectation.wrong(answer));
                notes.say(request.method() + " " + request.uri() + ": " + answer.seen(wrong));
                if (wrong.isEmpty()) {
                    return StepEnd.succeeded(outputs(answer));
                }
                Duration left = longest.minus(session.monotonic().minus(start));
                if (left.compareTo(http.every()) < 0) {
                    return StepEnd.of(
                            StepStatus.FAILED,
                            ArmError.of("NotAsExpected", wrong.get())
                                    .withTarget(request.uri().toString()));
                }
                if (!session.pause(http.every(), session.realTime())) {
                    return StepEnd.cancelled();
                }
            }
        }
    }

    /**
     * What an address answered.
     *
     * @param status 0 if it did not
     * @param failure why it did not
     */
    record Answer(int status, String body, Optional<String> failure) {

        Optional<String> wrong() {
            return failure;
        }

        String seen(Optional<String> wrong) {
            return failure.orElseGet(
                    () -> status + wrong.map(why -> ", not as expected: " + why).orElse(""));
        }
    }

    private static Answer send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), Optional.empty());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Answer(0, "", Optional.of("There was no answer: " + reason));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking.", interrupted);
        }
    }

    private static SequencedMap<String, Value> outputs(Answer answer) {
        var outputs = new LinkedHashMap<String, Value>();
        outputs.put("status", Value.of(answer.status()));
        if (answer.body().length() <= LARGEST_OUTPUT) {
            outputs.put("body", Expectation.value(answer.body()));
        }
        return outputs;
    }
}

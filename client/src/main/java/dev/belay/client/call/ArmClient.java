package dev.belay.client.call;

import dev.belay.arm.ArmError;
import dev.belay.arm.Pause;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.client.retry.RetryRule;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/** Sends requests to ARM and repeats those that may be repeated. */
public final class ArmClient {

    private final ArmTransport transport;
    private final Origin origin;
    private final Pause pause;
    private final RetryRule rule;

    public ArmClient(ArmTransport transport, Origin origin, Pause pause, RetryRule rule) {
        this.transport = transport;
        this.origin = origin;
        this.pause = pause;
        this.rule = rule;
    }

    public Origin origin() {
        return origin;
    }

    /** Sends the request until an answer stands. */
    public Answer send(ArmRequest request) {
        return send(request, RetryRule.reads(request.method()));
    }

    /** The same for a POST that changes nothing, so that it may be repeated like a GET. */
    public Answer ask(ArmRequest request) {
        return send(request, true);
    }

    private Answer send(ArmRequest request, boolean reads) {
        int attempt = 1;
        while (true) {
            Answer answer = once(request);
            Optional<Duration> wait = wait(reads, answer, attempt);
            if (wait.isEmpty()) {
                return answer;
            }
            pause.pause(wait.get());
            attempt++;
        }
    }

    private Answer once(ArmRequest request) {
        try {
            return new Answer.Answered(transport.send(request));
        } catch (NoAnswerException e) {
            String message = e.getMessage();
            return new Answer.NoAnswer(message == null ? "No answer." : message);
        }
    }

    private Optional<Duration> wait(boolean reads, Answer answer, int attempt) {
        return switch (answer) {
            case Answer.Answered(var response) -> rule.again(reads, response, attempt);
            case Answer.NoAnswer _ -> rule.againAfterNoAnswer(reads, attempt);
        };
    }

    /**
     * The address of a path below the origin.
     *
     * @param query without the question mark, e.g. {@code api-version=2021-04-01}
     */
    static URI address(String path, String query) {
        try {
            return new URI(null, null, path, query, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: '" + path + "?" + query + "'.", e);
        }
    }

    /** The error of an answer that is one, made up from the status where the body has none. */
    static ArmError errorOf(ArmResponse response) {
        return response.error()
                .orElseGet(
                        () ->
                                ArmError.of(
                                        "Status" + response.status(),
                                        "ARM answered "
                                                + response.status()
                                                + " without an error in the body."));
    }
}

package dev.belay.client.polling;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.client.call.Answer;
import dev.belay.client.call.ArmClient;
import dev.belay.client.retry.RetryAfter;
import dev.belay.json.Json;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Follows the first answer to a write to the operation's end. {@code Azure-AsyncOperation} wins
 * over {@code Location}; without either, a {@code provisioningState} that is not terminal is polled
 * at the resource itself. An error while polling says nothing of the operation (documented by the
 * resource-provider contract); links to another origin are not followed.
 */
public final class LongRunning {

    /** Polls in a row that may fail before the operation is given up as unknown. */
    private static final int FAILING_POLLS = 5;

    private final ArmClient client;
    private final Patience patience;

    public LongRunning(ArmClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * Waits for the end.
     *
     * @param resource the address of the resource that was written, for operations without links
     */
    public Ended follow(URI resource, ArmResponse first) {
        Optional<String> operation = first.headers().first("Azure-AsyncOperation");
        Optional<String> location = first.headers().first("Location");
        if (operation.isPresent()) {
            return polled(operation.get(), first, LongRunning::ofOperation);
        }
        if (first.status() == 202 && location.isPresent()) {
            return polled(location.get(), first, LongRunning::ofLocation);
        }
        return ofResource(first).orElseGet(() -> poll(resource, first, LongRunning::ofResource));
    }

    /** What one answer to a poll says; empty: not the end. */
    private interface Meaning {
        Optional<Ended> of(ArmResponse response);
    }

    private Ended polled(String link, ArmResponse first, Meaning meaning) {
        return client.origin()
                .follow(link)
                .map(address -> poll(address, first, meaning))
                .orElseGet(
                        () ->
                                new Ended.Unknown(
                                        ArmError.of(
                                                "ForeignLink",
                                                "The operation is polled at another origin: '"
                                                        + link
                                                        + "'.")));
    }

    private Ended poll(URI address, ArmResponse first, Meaning meaning) {
        URI next = address;
        Duration wait = RetryAfter.of(first.headers()).orElse(RetryAfter.DEFAULT);
        int failing = 0;
        while (patience.wait(wait)) {
            Answer answer = client.send(ArmRequest.get(next));
            Optional<ArmError> broken = broken(answer);
            if (broken.isPresent()) {
                failing++;
                if (failing == FAILING_POLLS) {
                    return new Ended.Unknown(broken.get());
                }
            } else if (answer instanceof Answer.Answered(var response)) {
                failing = 0;
                Optional<Ended> end = meaning.of(response);
                if (end.isPresent()) {
                    return end.get();
                }
                wait = RetryAfter.of(response.headers()).orElse(wait);
                next = moved(response, next);
            }
        }
        return new Ended.GaveUp();
    }

    private URI moved(ArmResponse response, URI current) {
        return response.status() == 202
                ? response.headers()
                        .first("Location")
                        .flatMap(client.origin()::follow)
                        .orElse(current)
                : current;
    }

    private static Optional<ArmError> broken(Answer answer) {
        return switch (answer) {
            case Answer.NoAnswer none -> Optional.of(none.error());
            case Answer.Answered(var response) ->
                    response.status() < 400
                            ? Optional.empty()
                            : Optional.of(
                                    response.error()
                                            .orElseGet(
                                                    () ->
                                                            ArmError.of(
                                                                    "Status" + response.status(),
                                                                    "A poll was refused.")));
        };
    }

    private static Optional<Ended> ofOperation(ArmResponse response) {
        String status = response.json().flatMap(json -> json.textAt("/status")).orElse("");
        return ofState(status, response.json());
    }

    private static Optional<Ended> ofLocation(ArmResponse response) {
        return response.status() == 202 ? Optional.empty() : Optional.of(new Ended.Succeeded());
    }

    private static Optional<Ended> ofResource(ArmResponse response) {
        Optional<String> state =
                response.json().flatMap(json -> json.textAt("/properties/provisioningState"));
        if (state.isEmpty()) {
            return Optional.of(new Ended.Succeeded());
        }
        return ofState(state.get(), response.json())
                .or(
                        () ->
                                ProvisioningState.working(state.get())
                                        ? Optional.empty()
                                        : Optional.of(new Ended.Succeeded()));
    }

    private static Optional<Ended> ofState(String state, Optional<Json> body) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "succeeded", "ready", "completed" -> Optional.of(new Ended.Succeeded());
            case "failed", "canceled", "cancelled" ->
                    Optional.of(
                            new Ended.Failed(
                                    body.flatMap(ArmError::from)
                                            .orElseGet(
                                                    () ->
                                                            ArmError.of(
                                                                    "ResourceOperationFailed",
                                                                    "The operation ended in the"
                                                                            + " state '"
                                                                            + state
                                                                            + "'."))));
            default -> Optional.empty();
        };
    }
}

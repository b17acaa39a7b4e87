package dev.belay.emulator.http;

import dev.belay.arm.error.WireErrors;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.emulator.host.Answered;
import dev.belay.emulator.host.EmbeddedArm;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hands requests from the socket to the host and its answers back. */
final class Adapter implements Handler {

    private final EmbeddedArm arm;
    private final Pacing pacing;
    private final RequestLog log;
    private final InFlight inFlight;
    private final String fallbackHost;

    Adapter(
            EmbeddedArm arm,
            Pacing pacing,
            RequestLog log,
            InFlight inFlight,
            String fallbackHost) {
        this.arm = arm;
        this.pacing = pacing;
        this.log = log;
        this.inFlight = inFlight;
        this.fallbackHost = fallbackHost;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var incoming = new Incoming(request, fallbackHost);
        if (!inFlight.enter()) {
            ArmResponse stopping = Refusal.answer(503, WireErrors.serverIsStopping());
            send(response, closing(stopping));
            return;
        }
        try {
            Optional<ArmResponse> answer = answer(incoming);
            if (answer.isEmpty()) {
                throw new CloseConnectionException("The world file lets this answer be lost.");
            }
            send(response, answer.get());
        } finally {
            inFlight.leave();
        }
    }

    private Optional<ArmResponse> answer(Incoming incoming) {
        ArmRequest request;
        try {
            request = incoming.read();
        } catch (Refusal refusal) {
            ArmResponse answer = closing(refusal.answer());
            log.add(incoming, Optional.empty(), Optional.of(answer.status()), arm.now());
            return Optional.of(answer);
        }
        Answered answered;
        try {
            answered = arm.answer(request);
        } catch (UncheckedIOException unkept) {
            // nothing was changed, for it could not be kept
            String why = String.valueOf(unkept.getMessage());
            answered =
                    new Answered(
                            Optional.of(Refusal.answer(500, WireErrors.internalServerError(why))),
                            false,
                            arm.now());
        }
        Optional<Integer> status = answered.response().map(ArmResponse::status);
        log.add(incoming, request.body(), status, answered.at());
        return paced(answered);
    }

    private Optional<ArmResponse> paced(Answered answered) {
        return answered.response().map(answer -> pacing.on(answered, answer));
    }

    /** The rest of a request that was not read would be taken for the next one. */
    private static ArmResponse closing(ArmResponse answer) {
        return new ArmResponse(
                answer.status(), answer.headers().with("Connection", "close"), answer.body());
    }

    private static void send(ServerResponse response, ArmResponse answer) {
        response.status(answer.status());
        for (Headers.Field field : answer.headers().fields()) {
            response.header(field.name(), field.value());
        }
        if (answer.body().isEmpty()) {
            response.send();
        } else {
            response.send(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        if (answer.headers().first("Connection").isPresent()) {
            throw new CloseConnectionException("Refused.");
        }
    }
}

package dev.belay.emulator.http;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.error.WireErrors;
import dev.belay.emulator.host.EmbeddedArm;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;

import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The embedded ARM as a server on this machine's loopback address, plain HTTP. */
public final class EmulatorServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int LONGEST_TARGET = 16 << 10;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.helidon");

    /**
     * How it serves.
     *
     * @param port 0: any that is free
     * @param requestLog a line is appended for each request; empty: none
     */
    public record Settings(int port, Pacing pacing, Optional<Path> requestLog) {
        public Settings {
            requireNonNull(pacing);
            requireNonNull(requestLog);
        }
    }

    private final WebServer server;
    private final int port;
    private final InFlight inFlight;
    private final RequestLog log;

    private EmulatorServer(WebServer server, int port, InFlight inFlight, RequestLog log) {
        this.server = server;
        this.port = port;
        this.inFlight = inFlight;
        this.log = log;
    }

    /**
     * Serves until closed. The ARM stays its owner's to close, after this.
     *
     * @throws BindException if the port is taken
     */
    public static EmulatorServer start(EmbeddedArm arm, Settings settings) throws BindException {
        LIBRARY.setLevel(Level.OFF);
        var inFlight = new InFlight();
        RequestLog log = RequestLog.to(settings.requestLog());
        var adapter =
                new Adapter(
                        arm, settings.pacing(), log, inFlight, LOOPBACK + ":" + settings.port());
        WebServer server =
                WebServer.builder()
                        .host(LOOPBACK)
                        .port(settings.port())
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .protocolsDiscoverServices(false)
                        .maxPayloadSize(-1)
                        .addProtocol(
                                Http1Config.builder()
                                        .maxPrologueLength(LONGEST_TARGET)
                                        .validatePath(false)
                                        .build())
                        .directHandlers(refusing())
                        .routing(routing -> routing.any(adapter))
                        .build();
        server.start();
        if (!server.isRunning()) {
            // the library only logs why
            log.close();
            throw new BindException(
                    "The port " + settings.port() + " of " + LOOPBACK + " is taken.");
        }
        return new EmulatorServer(server, server.port(), inFlight, log);
    }

    /** What the library refuses by itself is answered in ARM's form too. */
    private static DirectHandlers refusing() {
        var handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(
                    type, (_, _, status, headers, message) -> refusal(status, headers, message));
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse refusal(
            Status status, ServerResponseHeaders headers, String message) {
        ArmError error =
                status.code() >= 500
                        ? WireErrors.internalServerError(message)
                        : WireErrors.badRequest(message);
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .entity(error.toBody().toText().getBytes(StandardCharsets.UTF_8))
                .keepAlive(false)
                .build();
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    /** Answers what is being answered, then listens no more. */
    @Override
    public void close() {
        inFlight.drain(LONGEST_STOP);
        server.stop();
        log.close();
    }
}

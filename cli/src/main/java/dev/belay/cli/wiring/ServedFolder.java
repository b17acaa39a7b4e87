package dev.belay.cli.wiring;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The files of a folder, read by HTTP on this machine only, until it is closed. */
public final class ServedFolder implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.helidon");

    private final WebServer server;

    private ServedFolder(WebServer server) {
        this.server = server;
    }

    /** On any port that is free. */
    static ServedFolder start(Path folder) {
        LIBRARY.setLevel(Level.OFF);
        Path root = folder.toAbsolutePath().normalize();
        WebServer server =
                WebServer.builder()
                        .host(LOOPBACK)
                        .port(0)
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .protocolsDiscoverServices(false)
                        .addProtocol(Http1Config.create())
                        .routing(
                                routing ->
                                        routing.get(
                                                "/*",
                                                (request, response) ->
                                                        answer(root, request, response)))
                        .build();
        return new ServedFolder(server.start());
    }

    /** A file of the folder or below; anything else is not there. */
    private static void answer(Path root, ServerRequest request, ServerResponse response)
            throws IOException {
        Path file = root.resolve(request.path().path().substring(1)).normalize();
        if (file.startsWith(root) && Files.isRegularFile(file)) {
            response.send(Files.readAllBytes(file));
        } else {
            response.status(Status.NOT_FOUND_404).send();
        }
    }

    /** Where the folder is, without a last slash. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}

package dev.belay.scenarios;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** What a workflow's probe asks: a server that says every time whether it is well. */
final class Probed implements AutoCloseable {

    private final HttpServer server;

    private Probed(HttpServer server) {
        this.server = server;
    }

    static Probed start() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = HttpServer.create(here, 0);
            for (int status : new int[] {200, 503}) {
                server.createContext(
                        "/" + status,
                        exchange -> {
                            exchange.sendResponseHeaders(status, -1);
                            exchange.close();
                        });
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new Probed(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it answers so.
     *
     * @param status 200 or 503
     */
    String answering(int status) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + status;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.belay.cli.wiring;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/** The files of a folder, read by HTTP on this machine only, until it is closed. */
public final class ServedFolder implements AutoCloseable {

    private final HttpServer server;

    private ServedFolder(HttpServer server) {
        this.server = server;
    }

    /** On any port that is free. */
    static ServedFolder start(Path folder) {
        HttpServer server =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        folder.toAbsolutePath().normalize(),
                        SimpleFileServer.OutputLevel.NONE);
        server.start();
        return new ServedFolder(server);
    }

    /** Where the folder is, without a last slash. */
    public URI address() {
        InetSocketAddress here = server.getAddress();
        return URI.create("http://" + here.getAddress().getHostAddress() + ":" + here.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

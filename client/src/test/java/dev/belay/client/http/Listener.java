package dev.belay.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that listens and answers each connection with the same bytes, then hangs up. */
final class Listener implements AutoCloseable {

    private final ServerSocket socket;
    private final CopyOnWriteArrayList<String> heard = new CopyOnWriteArrayList<>();

    private Listener(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * @param answer as on the wire; empty: none is ever given
     */
    static Listener answering(String answer) throws IOException {
        var listener = new Listener(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> listener.serve(answer));
        return listener;
    }

    /** An answer with a body. */
    static Listener answering(int status, String headers, String body) throws IOException {
        return answering(
                "HTTP/1.1 "
                        + status
                        + " X\r\n"
                        + headers
                        + "Content-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n"
                        + body);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** What came on each connection, as far as it was read. */
    List<String> heard() {
        return heard;
    }

    private void serve(String answer) {
        try {
            while (!socket.isClosed()) {
                Socket connection = socket.accept();
                InputStream in = connection.getInputStream();
                byte[] some = new byte[8192];
                int read = in.read(some);
                heard.add(new String(some, 0, Math.max(read, 0), StandardCharsets.UTF_8));
                if (!answer.isEmpty()) {
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    connection.close();
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.belay.cli.main;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An ARM over HTTP that answers some requests in a way that no client can use. */
final class FaultyArm implements AutoCloseable {

    private static final String FOREIGN = "http://127.0.0.1:1";

    /** What comes back instead of the answer. */
    enum Fault {
        PAGE,
        REDIRECT,
        CUT,
        FOREIGN_LINK,
        UNAVAILABLE
    }

    private final HttpServer server;
    private final List<ArmRequest> asked = new CopyOnWriteArrayList<>();
    private volatile EmbeddedArm arm;
    private volatile Fault fault = Fault.PAGE;
    private volatile int pace = 10;
    private volatile Predicate<ArmRequest> faulty = _ -> false;

    FaultyArm(Path world) throws IOException {
        arm = open(world);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    private static EmbeddedArm open(Path world) {
        return EmbeddedArm.open(Optional.of(world), Optional.empty(), Pace.BY_POLLS);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on requests of this kind are carried out and badly answered. */
    void fault(Fault kind, Predicate<ArmRequest> which) {
        fault = kind;
        faulty = which;
    }

    /** From now on clients are told to wait so many milliseconds. */
    void pace(int milliseconds) {
        pace = milliseconds;
    }

    /** Whatever is asked is answered well again. */
    void mend() {
        faulty = _ -> false;
    }

    /** From now on another world answers here. */
    void replace(Path world) {
        arm = open(world);
    }

    /** What was asked so far, as method and path. */
    List<String> asked() {
        return asked.stream().map(ask -> ask.method() + " " + ask.uri().getPath()).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String host = "http://" + exchange.getRequestHeaders().getFirst("Host");
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = URI.create(host + exchange.getRequestURI());
        Method method = Method.valueOf(exchange.getRequestMethod());
        ArmRequest request =
                text.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, text);
        asked.add(request);
        ArmResponse answer = arm.answer(request).response().orElseThrow();
        if (faulty.test(request)) {
            answer(exchange, bad(answer), fault == Fault.CUT ? 7 : 0);
        } else {
            answer(exchange, answer, 0);
        }
    }

    private ArmResponse bad(ArmResponse answer) {
        return switch (fault) {
            case CUT -> answer;
            case PAGE -> new ArmResponse(200, Headers.of("Content-Type", "text/html"), "<html>");
            case REDIRECT -> new ArmResponse(302, Headers.of("Location", FOREIGN + "/x"), "");
            case UNAVAILABLE ->
                    new ArmResponse(
                            503,
                            Headers.NONE,
                            "{\"error\":{\"code\":\"ServerBusy\",\"message\":\"Later.\"}}");
            case FOREIGN_LINK ->
                    new ArmResponse(
                            answer.status(),
                            answer.headers().with("Azure-AsyncOperation", FOREIGN + "/x"),
                            answer.body());
        };
    }

    private void answer(HttpExchange exchange, ArmResponse answer, int cut) throws IOException {
        for (Headers.Field field : answer.headers().fields()) {
            exchange.getResponseHeaders().set(field.name(), field.value());
        }
        exchange.getResponseHeaders().set("retry-after-ms", Integer.toString(pace));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, body.length - Math.min(cut, body.length));
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An ARM that once answers the PUT of the deployment in a way that no client can use. */
final class WireFaultsTest {

    private static final String FOREIGN = "http://127.0.0.1:1";

    private enum Answer {
        PAGE,
        REDIRECT,
        CUT,
        FOREIGN_LINK
    }

    @TempDir private Path folder;
    private final AtomicInteger writes = new AtomicInteger();

    private void files() throws IOException {
        Files.writeString(
                folder.resolve("world.json"), "{resourceGroups:[{name:'rg',location:'westus'}]}");
        Files.writeString(
                folder.resolve("main.json"),
                "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
                        + "deploymentTemplate.json#\", \"contentVersion\": \"1.0.0.0\","
                        + "\"resources\": [{\"type\": \"Microsoft.Network/networkSecurityGroups\","
                        + "\"apiVersion\": \"2023-09-01\", \"name\": \"a\","
                        + "\"location\": \"westus\"}]}");
    }

    private void serve(EmbeddedArm arm, HttpExchange exchange, Answer fault) throws IOException {
        String host = "http://" + exchange.getRequestHeaders().getFirst("Host");
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = URI.create(host + exchange.getRequestURI());
        Method method = Method.valueOf(exchange.getRequestMethod());
        ArmRequest request =
                text.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, text);
        ArmResponse answer = arm.answer(request).response().orElseThrow();
        boolean deploys = method == Method.PUT && uri.getPath().contains("/deployments/");
        if (deploys && writes.incrementAndGet() == 1) {
            answer(exchange, bad(answer, fault), fault == Answer.CUT ? 7 : 0);
        } else {
            answer(exchange, answer, 0);
        }
    }

    private static ArmResponse bad(ArmResponse answer, Answer fault) {
        return switch (fault) {
            case CUT -> answer;
            case PAGE -> new ArmResponse(200, Headers.of("Content-Type", "text/html"), "<html>");
            case REDIRECT -> new ArmResponse(302, Headers.of("Location", FOREIGN + "/x"), "");
            case FOREIGN_LINK ->
                    new ArmResponse(
                            answer.status(),
                            answer.headers().with("Azure-AsyncOperation", FOREIGN + "/x"),
                            answer.body());
        };
    }

    private static void answer(HttpExchange exchange, ArmResponse answer, int cut)
            throws IOException {
        for (Headers.Field field : answer.headers().fields()) {
            exchange.getResponseHeaders().set(field.name(), field.value());
        }
        exchange.getResponseHeaders().set("retry-after-ms", "10");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, body.length - Math.min(cut, body.length));
        exchange.close();
    }

    @Test
    void the_deployment_is_found_again_sent_once_and_kept() throws Exception {
        files();
        int firstId = 1;
        for (Answer fault : Answer.values()) {
            writes.set(0);
            EmbeddedArm arm =
                    EmbeddedArm.open(
                            Optional.of(folder.resolve("world.json")),
                            Optional.empty(),
                            Pace.BY_POLLS);
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> serve(arm, exchange, fault));
            server.start();

            var belay = new TestProcess(folder, Map.of(), firstId);
            firstId += 100;
            TestProcess.Ended ended =
                    belay.run(
                            "deploy",
                            "-g",
                            "rg",
                            "-f",
                            "main.json",
                            "--store",
                            "s-" + fault,
                            "--arm",
                            "http://127.0.0.1:" + server.getAddress().getPort());
            server.stop(0);

            assertThat(ended.exit()).as(fault + ended.out() + ended.err()).isZero();
            assertThat(writes).as(fault.name()).hasValue(1);
        }
    }
}

package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Steps that ask a real address. */
final class HttpStepTest {

    private final RunBench bench = new RunBench();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int failing;

    HttpStepTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    asked.add(exchange.getRequestMethod() + " " + body);
                    int status = asked.size() <= failing ? 503 : 200;
                    byte[] answer = "{\"state\":{\"ready\":true}}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private RunReport ask(String more) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/health";
        return bench.run(
                "name: x\n"
                        + "phases:\n"
                        + "  - name: a\n"
                        + "    steps:\n"
                        + "      - name: ask\n"
                        + "        http: {url: \""
                        + url
                        + "\""
                        + more
                        + "}\n");
    }

    @Test
    void it_asks_until_the_answer_is_as_expected() {
        failing = 3;

        RunReport report =
                ask(", every: PT5S, deadline: PT1M, expect: {json: {/state/ready: true}}");

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(asked).hasSize(4);
        assertThat(bench.real).isEqualTo(Duration.ofSeconds(15));
        assertThat(RunsTest.step(report, "ask").outputs().toText())
                .isEqualTo("{\"status\":200,\"body\":{\"state\":{\"ready\":true}}}");
    }

    @Test
    void it_gives_up_after_the_deadline() {
        failing = 1000;

        RunReport report = ask(", every: PT5S, deadline: PT12S");

        assertThat(RunsTest.step(report, "ask").status()).isEqualTo(StepStatus.FAILED);
        assertThat(report.cause().orElseThrow().message()).contains("503");
        assertThat(asked).hasSize(3);
        assertThat(bench.runs().log(report.run().orElseThrow(), "ask").orElseThrow())
                .contains("not as expected");
    }

    @Test
    void a_value_in_the_body_must_be_the_one() {
        RunReport report = ask(", expect: {status: [200, 204], json: {/state/ready: false}}");

        assertThat(report.cause().orElseThrow().message())
                .isEqualTo("At '/state/ready' stands true, not false.");
    }

    @Test
    void it_sends_a_body_with_another_method() {
        RunReport report = ask(", method: POST, body: {n: 1}, expect: {contains: ready}");

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(asked).containsExactly("POST {\"n\":1}");
    }

    @Test
    void no_answer_is_a_failure_with_its_reason() {
        server.stop(0);

        RunReport report = ask("");

        assertThat(report.verdict()).contains(RunVerdict.FAILED);
        assertThat(report.cause().orElseThrow().message()).contains("There was no answer");
    }
}

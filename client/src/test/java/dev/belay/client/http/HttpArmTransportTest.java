package dev.belay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

/** What may happen to a request on a network. */
final class HttpArmTransportTest {

    private static final URI GROUP = URI.create("/subscriptions/s/resourceGroups/g?secret=canary");
    private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";

    private static ArmResponse get(URI base) throws NoAnswerException {
        return send(base, ArmRequest.get(GROUP), Duration.ofSeconds(20));
    }

    private static ArmResponse send(URI base, ArmRequest request, Duration timeout)
            throws NoAnswerException {
        try (var transport = new HttpArmTransport(base, timeout)) {
            return transport.send(request);
        }
    }

    private static void isNoAnswer(URI base, String... words) {
        assertThatThrownBy(() -> get(base))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("canary");
    }

    @Test
    void an_answer_comes_with_its_status_headers_and_body() throws Exception {
        try (Listener arm = Listener.answering(404, JSON + "Retry-After: 7\r\n", "{\"a\":1}")) {
            ArmResponse answer = get(arm.address());

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers().first("retry-after")).contains("7");
            assertThat(answer.body()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void a_body_is_sent_as_the_text_it_is() throws Exception {
        try (Listener arm = Listener.answering(200, JSON, "{}")) {
            send(
                    arm.address(),
                    ArmRequest.of(Method.PUT, GROUP, "{/* \u00e9 */}")
                            .withHeader("If-Match", "W/1"),
                    Duration.ofSeconds(20));

            assertThat(arm.heard().getFirst())
                    .startsWith("PUT /subscriptions/s/resourceGroups/g?secret=canary HTTP/1.1")
                    .contains("If-Match: W/1");
        }
    }

    @Test
    void where_nothing_listens_the_address_is_named() throws Exception {
        Listener gone = Listener.answering(200, JSON, "{}");
        gone.close();

        isNoAnswer(gone.address(), "Nothing listens at '" + gone.address() + "'");
    }

    @Test
    void a_silent_server_is_given_up_after_the_timeout() throws Exception {
        try (Listener silent = Listener.answering("")) {
            assertThatThrownBy(
                            () ->
                                    send(
                                            silent.address(),
                                            ArmRequest.get(GROUP),
                                            Duration.ofMillis(300)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("not answered within 0.3 seconds");
        }
    }

    @Test
    void a_web_page_is_no_answer_of_arm_whatever_its_status() throws Exception {
        for (int status : new int[] {200, 404, 502}) {
            try (Listener page =
                    Listener.answering(
                            status, "Content-Type: text/html\r\n", "<html>Sign in</html>")) {
                isNoAnswer(page.address(), "web page", "--arm");
            }
        }
    }

    @Test
    void a_redirect_is_not_followed_and_its_target_named() throws Exception {
        try (Listener other = Listener.answering(200, JSON, "{}");
                Listener redirecting =
                        Listener.answering(
                                302, "Location: " + other.address() + "/x?secret=canary\r\n", "")) {
            isNoAnswer(redirecting.address(), "redirect to '" + other.address() + "/x'", "--arm");
            assertThat(other.heard()).isEmpty();
        }
    }

    @Test
    void a_body_that_is_cut_is_no_answer_however_it_is_cut() throws Exception {
        String cut = "HTTP/1.1 200 OK\r\n" + JSON;
        try (Listener length = Listener.answering(cut + "Content-Length: 99\r\n\r\n{\"a\":");
                Listener chunk =
                        Listener.answering(
                                cut + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"a\":");
                Listener open = Listener.answering(cut + "Connection: close\r\n\r\n{\"a\":");
                Listener head = Listener.answering("HTTP/1.1 200 OK\r\nContent-Ty")) {
            isNoAnswer(length.address(), "broke before the answer");
            isNoAnswer(chunk.address(), "broke before the answer");
            isNoAnswer(open.address(), "cut in the middle");
            isNoAnswer(head.address(), "broke before the answer");
        }
    }

    @Test
    void nothing_is_sent_to_another_origin() throws Exception {
        try (Listener arm = Listener.answering(200, JSON, "{}");
                Listener other = Listener.answering(200, JSON, "{}")) {
            URI elsewhere = other.address().resolve("/x?secret=canary");

            assertThatThrownBy(
                            () ->
                                    send(
                                            arm.address(),
                                            ArmRequest.get(elsewhere),
                                            Duration.ofSeconds(20)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("is not at '" + arm.address())
                    .message()
                    .doesNotContain("canary");
            assertThat(other.heard()).isEmpty();
        }
    }
}

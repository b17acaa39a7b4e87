package dev.belay.workflow.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;

class WebTemplatesTest {

    private static final String JSON = "application/json";

    private final WebTemplates web = new WebTemplates(Duration.ofSeconds(10));
    private Site site;

    @BeforeEach
    void start() throws IOException {
        site = new Site();
    }

    @AfterEach
    void stop() {
        site.close();
        web.close();
    }

    @Test
    void a_template_is_fetched_as_it_is_and_its_query_not_shown() {
        site.with("/main.json", 200, JSON, "{\"a\": \"ä\"} // 1.10\n");

        Fetched fetched = web.fetch(site.address("/main.json?sig=Zx%3B9"));

        assertThat(fetched)
                .isEqualTo(
                        new Fetched.Template(
                                "{\"a\": \"ä\"} // 1.10\n",
                                site.address("/main.json"),
                                Optional.empty()));
        assertThat(site.asked()).containsExactly("/main.json?sig=Zx%3B9");
    }

    @Test
    void what_is_not_there_is_said_without_its_query() {
        assertUnavailable("/gone.json?sig=Zx9", "There is nothing at", "/gone.json' (404)");
    }

    @Test
    void other_answers_are_no_templates() {
        site.with("/broken", 500, JSON, "{}").with("/empty", 204, JSON, "");

        assertUnavailable("/broken", "answered 500");
        assertUnavailable("/empty", "answered 204");
    }

    @Test
    void a_web_page_is_no_template_whatever_it_calls_itself() {
        site.with("/page", 200, "text/html; charset=utf-8", "<!DOCTYPE html>")
                .with("/hidden", 200, JSON, "\n <html>");

        assertUnavailable("/page", "is a web page");
        assertUnavailable("/hidden", "is a web page");
    }

    @Test
    void redirects_are_followed_five_times() {
        site.with("/6", 200, JSON, "{}");
        for (int at = 0; at < 6; at++) {
            site.leading("/" + at, "/" + (at + 1));
        }

        assertThat(web.fetch(site.address("/1"))).isInstanceOf(Fetched.Template.class);
        assertUnavailable("/0", "leads on more than 5 times");
    }

    @Test
    void a_redirect_leads_to_web_addresses_only() {
        site.leading("/file", "file:///etc/hostname").leading("/odd", "http://[");

        assertUnavailable("/file", "leads to no address that may be followed");
        assertUnavailable("/odd", "leads to no address that may be followed");
    }

    @Test
    void what_is_too_large_or_no_text_is_refused() {
        site.with("/large", 200, JSON, new byte[(4 << 20) + 1])
                .with("/latin1", 200, JSON, new byte[] {'{', (byte) 0xe9, '}'});

        assertUnavailable("/large", "larger than 4194304 bytes");
        assertUnavailable("/latin1", "no text in UTF-8");
    }

    @Test
    void where_nothing_listens_or_answers_is_said() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var impatient = new WebTemplates(Duration.ofMillis(300))) {
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/x?sig=Zx9";

            assertThat(message(impatient.fetch(address))).contains("not answered within 0.3");
        }
        String closed = site.address("/x");
        site.close();
        assertThat(message(web.fetch(closed))).contains("cannot be fetched");
        assertThat(message(web.fetch("file:///etc/hostname"))).contains("no http or https address");
    }

    private void assertUnavailable(String path, String... parts) {
        assertThat(message(web.fetch(site.address(path)))).contains(parts).doesNotContain("Zx9");
    }

    private static String message(Fetched fetched) {
        return ((Fetched.Unavailable) fetched).message();
    }
}

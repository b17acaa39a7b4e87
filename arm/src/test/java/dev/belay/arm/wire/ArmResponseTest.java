package dev.belay.arm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArmResponseTest {

    @Test
    void a_page_or_a_cut_text_is_no_json() {
        assertThat(new ArmResponse(200, Headers.NONE, "<html>").json()).isEmpty();
        assertThat(new ArmResponse(200, Headers.NONE, "{\"a\":").json()).isEmpty();
        assertThat(new ArmResponse(200, Headers.NONE, "").json()).isEmpty();
        assertThat(new ArmResponse(200, Headers.NONE, "{}").json()).isPresent();
    }

    @Test
    void header_names_ignore_case_and_with_replaces() {
        var headers = Headers.of("Retry-After", "1").with("retry-after", "2");

        assertThat(headers.first("RETRY-AFTER")).contains("2");
        assertThat(headers.fields()).hasSize(1);
    }
}

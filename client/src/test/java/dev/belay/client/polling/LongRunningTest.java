package dev.belay.client.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.client.call.ScriptedArm;

import org.junit.jupiter.api.Test;

import java.net.URI;

class LongRunningTest {

    private static final URI RESOURCE = URI.create("/r");
    private static final String OPERATION = "https://management.azure.com/op?x=1";

    private static Ended follow(ScriptedArm arm, int status, Headers headers, String body) {
        return new LongRunning(arm.client(), _ -> true)
                .follow(RESOURCE, new ArmResponse(status, headers, body));
    }

    @Test
    void the_operation_wins_over_the_location() {
        var arm =
                new ScriptedArm()
                        .then(200, "{\"status\":\"InProgress\"}")
                        .then(200, "{\"status\":\"Succeeded\"}");

        Ended ended =
                follow(
                        arm,
                        202,
                        Headers.of("Azure-AsyncOperation", OPERATION).with("Location", "/other"),
                        "");

        assertThat(ended).isInstanceOf(Ended.Succeeded.class);
        assertThat(arm.asked()).containsOnly("GET /op?x=1");
    }

    @Test
    void a_failed_operation_tells_its_error() {
        var arm =
                new ScriptedArm()
                        .then(
                                200,
                                "{\"status\":\"Failed\",\"error\":{\"code\":\"Boom\",\"message\":\"m\"}}");

        Ended ended = follow(arm, 201, Headers.of("Azure-AsyncOperation", OPERATION), "");

        assertThat(((Ended.Failed) ended).error().code()).isEqualTo("Boom");
    }

    @Test
    void an_error_while_polling_says_nothing_of_the_operation() {
        var arm =
                new ScriptedArm()
                        .then(404, "{\"error\":{\"code\":\"Gone\",\"message\":\"m\"}}")
                        .then(200, "{\"status\":\"Succeeded\"}");

        assertThat(follow(arm, 202, Headers.of("Azure-AsyncOperation", OPERATION), ""))
                .isInstanceOf(Ended.Succeeded.class);
    }

    @Test
    void a_location_is_polled_until_it_is_no_longer_202() {
        var arm = new ScriptedArm().then(202, "").then(204, "");

        assertThat(follow(arm, 202, Headers.of("Location", "/loc"), ""))
                .isInstanceOf(Ended.Succeeded.class);
    }

    @Test
    void without_links_the_resource_itself_is_polled() {
        String updating = "{\"properties\":{\"provisioningState\":\"Updating\"}}";
        var arm =
                new ScriptedArm()
                        .then(200, updating)
                        .then(200, "{\"properties\":{\"provisioningState\":\"Succeeded\"}}");

        assertThat(follow(arm, 200, Headers.NONE, updating)).isInstanceOf(Ended.Succeeded.class);
        assertThat(arm.asked()).containsExactly("GET /r", "GET /r");
    }

    @Test
    void a_link_to_another_origin_is_not_followed() {
        var arm = new ScriptedArm();

        assertThat(follow(arm, 202, Headers.of("Location", "https://evil.example/x"), ""))
                .isInstanceOf(Ended.Unknown.class);
        assertThat(arm.asked()).isEmpty();
    }
}

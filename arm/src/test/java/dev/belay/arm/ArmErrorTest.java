package dev.belay.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.JsonReader;

import org.junit.jupiter.api.Test;

class ArmErrorTest {

    @Test
    void an_error_body_is_read_with_its_details_and_written_back() {
        String body =
                """
                {"error":{"code":"DeploymentFailed","message":"At least one.","target":"/x",\
                "details":[{"code":"Conflict","message":"m","details":[{"code":"Inner","message":"n"}]}]}}\
                """;

        ArmError error = ArmError.from(JsonReader.strict().read(body)).orElseThrow();

        assertThat(error.innermost().code()).isEqualTo("Inner");
        assertThat(JsonReader.strict().read(error.toBody().toText()))
                .isEqualTo(
                        JsonReader.strict()
                                .read(
                                        """
                                        {"error":{"target":"/x","code":"DeploymentFailed","message":"At least one.",\
                                        "details":[{"code":"Conflict","message":"m",\
                                        "details":[{"code":"Inner","message":"n"}]}]}}\
                                        """));
    }

    @Test
    void a_provider_that_writes_pascal_case_without_a_wrapper_is_understood() {
        var json =
                JsonReader.strict()
                        .read(
                                "{\"Code\":\"429\",\"Message\":\"Cannot"
                                        + " acquire\",\"Target\":null,\"Details\":[]}");

        assertThat(ArmError.from(json)).contains(ArmError.of("429", "Cannot acquire"));
    }

    @Test
    void what_has_no_code_is_no_error() {
        assertThat(ArmError.from(JsonReader.strict().read("{\"value\":[]}"))).isEmpty();
        assertThat(ArmError.from(JsonReader.strict().read("[1]"))).isEmpty();
    }
}

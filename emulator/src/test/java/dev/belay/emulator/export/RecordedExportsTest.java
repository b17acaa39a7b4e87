package dev.belay.emulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.Rig;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The exports of one virtual network that were recorded from 2020 to 2023, made again. The recorded
 * api-version of the resource and members of older shapes are not compared: the exporter chose them
 * by its year.
 */
class RecordedExportsTest {

    private static final String NETWORK = Rig.NETWORK + "virtualNetworks/vnet1";

    @Test
    void exports_of_a_network_have_the_recorded_members_in_the_recorded_order() throws IOException {
        int seen = 0;
        try (var zip = new ZipFile(Shared.path("data/recordings/recordings.zip").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().contains("test_resource_group_export_skip_")) {
                    try (var stream = zip.getInputStream(entry)) {
                        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                        compare(entry.getName(), JsonReader.strict().read(text));
                        seen++;
                    }
                }
            }
        }

        assertThat(seen).isGreaterThan(8);
    }

    private static void compare(String file, Json recording) {
        List<Json> calls =
                recording.at("/interactions").flatMap(Json::asArray).orElseThrow().items();
        Json post =
                calls.stream()
                        .filter(call -> call.textAt("/path").orElse("").endsWith("/exportTemplate"))
                        .findFirst()
                        .orElseThrow();
        Json answer =
                calls.stream()
                        .filter(call -> call.at("/responseBody/template").isPresent())
                        .findFirst()
                        .flatMap(call -> call.at("/responseBody/template"))
                        .orElseThrow();
        String options = file.contains("all_params") ? "SkipAll" : "SkipResourceName";

        Json made = export(sent(calls), post, options + "Parameterization");

        JsonObject expected = only(answer);
        JsonObject actual = only(made);
        assertThat(actual.members().keySet())
                .as(file)
                .containsExactlyElementsOf(expected.members().keySet());
        assertThat(made.at("/parameters")).as(file).isEqualTo(answer.at("/parameters"));
        assertThat(made.at("/variables")).as(file).isEqualTo(answer.at("/variables"));
        for (String same : List.of("/type", "/name", "/location", "/properties/addressSpace")) {
            assertThat(actual.at(same)).as(file + same).isEqualTo(expected.at(same));
        }
        for (String empty : List.of("/properties/subnets", "/properties/virtualNetworkPeerings")) {
            assertThat(actual.at(empty)).as(file + empty).isEqualTo(expected.at(empty));
        }
    }

    /**
     * The body of the network's PUT, with the tags that a policy added, as its answer shows them.
     */
    private static JsonObject sent(List<Json> calls) {
        Json put =
                calls.stream()
                        .filter(call -> call.textAt("/method").filter("PUT"::equals).isPresent())
                        .filter(call -> call.textAt("/path").orElse("").endsWith("/vnet1"))
                        .findFirst()
                        .orElseThrow();
        JsonObject body = put.at("/requestBody").flatMap(Json::asObject).orElseThrow();
        return put.at("/responseBody/tags").map(tags -> body.with("tags", tags)).orElse(body);
    }

    private static Json export(JsonObject network, Json post, String options) {
        Rig arm = Rig.empty();
        arm.make(NETWORK, network.toText());
        ArmResponse answer =
                arm.send(
                        Method.POST,
                        Rig.GROUP
                                + "/exportTemplate?api-version="
                                + post.textAt("/query/api-version").orElseThrow(),
                        "{resources:['" + NETWORK + "'],options:'" + options + "'}");
        assertThat(answer.status())
                .isEqualTo(Integer.parseInt(post.at("/status").orElseThrow().toText()));
        if (answer.status() == 202) {
            String link = answer.headers().first("Location").orElseThrow();
            answer = arm.get(link.substring(link.indexOf("/subscriptions/")));
        }
        return answer.json().flatMap(json -> json.at("/template")).orElseThrow();
    }

    private static JsonObject only(Json template) {
        JsonArray resources = template.at("/resources").flatMap(Json::asArray).orElseThrow();
        assertThat(resources.items()).hasSize(1);
        return resources.items().getFirst().asObject().orElseThrow();
    }
}

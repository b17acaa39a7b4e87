package dev.belay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.cli.wiring.Surroundings;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class ParameterInputsTest {

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "languageVersion": "2.0", "contentVersion": "1.0.0.0",
             "definitions": {"size": {"type": "int"}},
             "parameters": {
               "name": {"type": "string"}, "secret": {"type": "secureString"},
               "count": {"type": "int"}, "on": {"type": "bool"},
               "list": {"type": "array"}, "settings": {"type": "secureObject"},
               "sized": {"$ref": "#/definitions/size"}},
             "resources": []}\
            """;

    @TempDir Path directory;

    @Test
    void values_are_read_by_the_declared_type() {
        JsonObject read =
                read(
                        "name=12",
                        "secret=a=b",
                        "count=12",
                        "on=TRUE",
                        "list=['a', 2]",
                        "settings={x: 1}",
                        "sized=3");

        assertThat(read)
                .isEqualTo(
                        json(
                                """
                                {"name": {"value": "12"}, "secret": {"value": "a=b"},
                                 "count": {"value": 12}, "on": {"value": true},
                                 "list": {"value": ["a", 2]}, "settings": {"value": {"x": 1}},
                                 "sized": {"value": 3}}\
                                """));
    }

    @Test
    void later_inputs_win_whatever_the_case_of_their_names() throws IOException {
        Files.writeString(
                directory.resolve("one.json"),
                "{'parameters': {'NAME': {'value': 'file'}, 'count': {'value': 1}}}");

        JsonObject read = read("name=first", "@one.json", "count=2");

        assertThat(read)
                .isEqualTo(json("{\"NAME\": {\"value\": \"file\"}, \"count\": {\"value\": 2}}"));
    }

    @Test
    void a_file_may_be_the_inner_object_alone_and_hold_references() {
        JsonObject read = read("{\"secret\": {\"reference\": {\"secretName\": \"s\"}}}");

        assertThat(read.at("/secret/reference/secretName")).contains(Json.of("s"));
    }

    @Test
    void a_value_may_be_the_content_of_a_file() throws IOException {
        Files.writeString(directory.resolve("list.json"), "[1]");

        assertThat(read("list=@list.json")).isEqualTo(json("{\"list\": {\"value\": [1]}}"));
    }

    @Test
    void a_file_whose_name_looks_like_a_value_is_a_file() throws IOException {
        Files.writeString(directory.resolve("a=b.json"), "{\"count\": {\"value\": 4}}");

        assertThat(read("a=b.json")).isEqualTo(json("{\"count\": {\"value\": 4}}"));
    }

    @Test
    void what_was_given_is_never_repeated_in_a_complaint() {
        assertThatThrownBy(() -> read("settings=Zx;9*secret"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad ->
                                assertThat(bad.complaints().toString())
                                        .contains("settings")
                                        .doesNotContain("Zx;9"));
    }

    private JsonObject read(String... inputs) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false);
        var around = new Surroundings(Map.of(), directory, directory, silent, silent, false);
        return ParameterInputs.read(List.of(inputs), around, template());
    }

    private static Template template() {
        return ((Reading.Read) TemplateReader.read(TEMPLATE)).template();
    }

    private static Json json(String text) {
        return JsonReader.strict().read(text);
    }
}

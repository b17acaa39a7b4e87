package dev.belay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;

class JsonReaderTest {

    @Test
    void numbers_keep_how_they_were_written() {
        String text = "[1.10,1e2,0,-0,12345678901234567890123]";

        assertThat(JsonReader.strict().read(text).toText()).isEqualTo(text);
    }

    @Test
    void members_keep_their_order_and_the_last_of_two_equal_names_wins() {
        Json json = JsonReader.strict().read("{\"b\":1,\"a\":2,\"b\":3,\"B\":4}");

        assertThat(json.toText()).isEqualTo("{\"b\":3,\"a\":2,\"B\":4}");
    }

    @Test
    void strict_reading_refuses_what_only_arm_takes() {
        for (String text :
                new String[] {
                    "{\"a\":1,}", "{a:1}", "['x']", "[1] // end", "[\"a\nb\"]", "[1] 2", "", "nul"
                }) {
            assertThatThrownBy(() -> JsonReader.strict().read(text))
                    .as(text)
                    .isInstanceOf(JsonSyntaxException.class);
        }
    }

    @Test
    void lenient_reading_takes_what_az_sends() {
        String text =
                """
                {"properties": {mode: "Incremental", template: /* from a file */ {
                  "comment": "two
                lines", // and the rest
                  'x': ['y',],
                }}}
                """;

        Json json = JsonReader.lenient().read("\uFEFF" + text);

        assertThat(json.textAt("/properties/template/comment")).contains("two\nlines");
        assertThat(json.textAt("/properties/template/x/0")).contains("y");
        assertThat(json.textAt("/properties/mode")).contains("Incremental");
    }

    @Test
    void a_syntax_error_names_line_and_column() {
        assertThatThrownBy(() -> JsonReader.strict().read("{\n  \"a\": 1,\n  \"b\" 2\n}"))
                .asInstanceOf(type(JsonSyntaxException.class))
                .satisfies(
                        error -> {
                            assertThat(error.line()).isEqualTo(3);
                            assertThat(error.column()).isBetween(7, 8);
                        });
    }

    @Test
    void positions_are_counted_as_json_net_counts_them() {
        var source =
                JsonReader.lenient()
                        .readWithSource("{\n  \"a\": {\"b\": 12},\r\n  \"c\": [true, \"xy\"]\n}")
                        .source();

        assertThat(source.value(JsonPointer.ROOT)).contains(new SourceMap.Position(1, 1));
        assertThat(source.value(JsonPointer.parse("/a"))).contains(new SourceMap.Position(2, 8));
        assertThat(source.value(JsonPointer.parse("/a/b"))).contains(new SourceMap.Position(2, 15));
        assertThat(source.value(JsonPointer.parse("/c/0"))).contains(new SourceMap.Position(3, 12));
        assertThat(source.value(JsonPointer.parse("/c/1"))).contains(new SourceMap.Position(3, 18));
        assertThat(source.name(JsonPointer.parse("/c"))).contains(new SourceMap.Position(3, 3));
        assertThat(source.nearest(JsonPointer.parse("/a/nothing")))
                .isEqualTo(new SourceMap.Position(2, 8));
    }

    @Test
    void nesting_beyond_the_limit_is_refused_and_up_to_it_is_read() {
        assertThat(JsonReader.lenient().deepest(64).read("[".repeat(64) + "]".repeat(64)))
                .isInstanceOf(JsonArray.class);
        assertThatThrownBy(
                        () ->
                                JsonReader.lenient()
                                        .deepest(64)
                                        .read("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("64");
        assertThatThrownBy(() -> JsonReader.strict().read("[".repeat(100_000)))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void pretty_text_reads_back_as_the_same_value() {
        Json json =
                JsonReader.strict()
                        .read("{\"a\":[1,{}],\"b\":{},\"c\":[],\"d\":\"\\u0000\u00e9\\n\"}");

        String pretty = JsonWriter.pretty(json);

        assertThat(JsonReader.strict().read(pretty)).isEqualTo(json);
        assertThat(pretty.lines().toList())
                .startsWith("{", "  \"a\": [", "    1,")
                .doesNotContain("\r");
    }
}

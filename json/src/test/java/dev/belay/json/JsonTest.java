package dev.belay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void equality_is_numeric_and_blind_to_the_order_of_members() {
        Json left = JsonReader.strict().read("{\"a\":1.10,\"b\":[100]}");
        Json right = JsonReader.strict().read("{\"b\":[1e2],\"a\":1.1}");

        assertThat(left).isEqualTo(right).hasSameHashCodeAs(right);
        assertThat(left).isNotEqualTo(JsonReader.strict().read("{\"b\":[1e2],\"A\":1.1}"));
        assertThat(Json.array(Json.of(1), Json.of(2)))
                .isNotEqualTo(Json.array(Json.of(2), Json.of(1)));
    }

    @Test
    void members_are_found_without_case_but_the_exact_name_wins() {
        JsonObject object = JsonObject.of("Name", Json.of("first"), "name", Json.of("second"));

        assertThat(object.find("NAME")).contains(Json.of("first"));
        assertThat(object.find("name")).contains(Json.of("second"));
        assertThat(object.get("NAME")).isEmpty();
    }

    @Test
    void a_pointer_reaches_members_and_items_and_nothing_else() {
        Json json = JsonReader.strict().read("{\"a/b\":{\"~\":[10,20]},\"s\":\"text\"}");

        assertThat(json.at("/a~1b/~0/1")).contains(Json.of(20));
        assertThat(json.at("/a~1b/~0/2")).isEmpty();
        assertThat(json.at("/a~1b/~0/-1")).isEmpty();
        assertThat(json.at("/s/0")).isEmpty();
        assertThat(json.at("")).contains(json);
        assertThatIllegalArgumentException().isThrownBy(() -> json.at("a"));
        assertThat(JsonPointer.parse("/a~1b/~0/1")).hasToString("/a~1b/~0/1");
    }

    @Test
    void an_object_changed_is_another_object() {
        JsonObject object = JsonObject.of("a", Json.of(1), "b", Json.of(2));

        assertThat(object.with("a", Json.of(3)).toText()).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(object.without("a").toText()).isEqualTo("{\"b\":2}");
        assertThat(object.toText()).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void a_number_is_a_json_number() {
        for (String text :
                new String[] {"01", "+1", "1.", ".5", "NaN", "", "1e9999999999", "0x1"}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> new JsonNumber(text));
        }
        assertThat(new JsonNumber("9223372036854775807").asLong()).contains(Long.MAX_VALUE);
        assertThat(new JsonNumber("9223372036854775808").asLong()).isEmpty();
        assertThat(new JsonNumber("1.0").asLong()).isEmpty();
    }
}

package dev.belay.types.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

class ShapePathTest {

    private static Shape.Members members(Map<String, Property> properties) {
        return new Shape.Members(
                new LinkedHashMap<>(properties), Optional.empty(), Optional.empty(), false);
    }

    private static Property property(String name, Flag... flags) {
        return new Property(name, Shape.Any::new, Set.of(flags));
    }

    @Test
    void paths_are_built_and_compared_without_case() {
        ShapePath path = ShapePath.ROOT.member("a").member("B").items().member("c").values();

        assertThat(path).hasToString("a.B[].c{}").isEqualTo(new ShapePath("A.b[].C{}"));
        assertThat(path.within(new ShapePath("a.b"))).isTrue();
        assertThat(path.within(ShapePath.ROOT)).isTrue();
        assertThat(new ShapePath("a.bc").within(new ShapePath("a.b"))).isFalse();
    }

    @Test
    void properties_are_found_without_case_and_the_exact_spelling_wins() {
        Shape.Members shape =
                members(
                        Map.of(
                                "timezone", property("timezone", Flag.READ_ONLY),
                                "timeZone", property("timeZone")));

        assertThat(shape.property("timezone").orElseThrow().readOnly()).isTrue();
        assertThat(shape.property("timeZone").orElseThrow().readOnly()).isFalse();
        assertThat(shape.property("TIMEZONE")).isPresent();
        assertThat(shape.property("zone")).isEmpty();
    }

    @Test
    void a_variants_property_comes_on_top_of_the_common_one() {
        var variants = new LinkedHashMap<String, Supplier<Shape>>();
        variants.put("Fixed", () -> members(Map.of("size", property("size", Flag.READ_ONLY))));
        var shape =
                new Shape.Members(
                        new LinkedHashMap<>(Map.of("size", property("size"))),
                        Optional.empty(),
                        Optional.of(new Shape.Variants("kind", variants)),
                        false);

        Shape.Members fixed = shape.variantOf(JsonObject.of("KIND", Json.of("fixed")));
        Shape.Members other = shape.variantOf(JsonObject.of("kind", Json.of("free")));

        assertThat(fixed.property("size").orElseThrow().readOnly()).isTrue();
        assertThat(other.property("size").orElseThrow().readOnly()).isFalse();
        assertThat(PathLookup.at(shape, new ShapePath("size"))).hasSize(2);
    }
}

package dev.belay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each rule about modules and libraries fails on a fixture that breaks it. */
class LayerRulesTest {

    @Test
    void using_a_higher_layer_breaks_the_rule() {
        var code = RoomRulesTest.code("layer");

        assertThat(LayerRules.onlyLowerModules("json", code))
                .singleElement()
                .asString()
                .contains("NamesAScope", "module json may not use arm");
        assertThat(LayerRules.onlyLowerModules("client", code)).isEmpty();
    }

    @Test
    void a_module_without_a_place_in_the_layers_breaks_the_rule() {
        assertThat(LayerRules.onlyLowerModules("kitchen", RoomRulesTest.code("layer")))
                .containsExactly(
                        "Module 'kitchen' has no place in the layers; add it to LayerRules");
    }

    @Test
    void a_package_of_another_module_breaks_the_rule() {
        var code = RoomRulesTest.code("layer");

        assertThat(LayerRules.packagesBelongToTheirModule("json", code))
                .containsExactly("dev.belay.rules.fixture.layer stands in module json");
        assertThat(LayerRules.packagesBelongToTheirModule("rules", code)).isEmpty();
    }

    @Test
    void a_class_in_the_root_package_of_a_module_with_rooms_breaks_the_rule() {
        var code = RoomRulesTest.code("outside");

        assertThat(LayerRules.rootHoldsOnlyItsPlate(House.FIXTURES + ".outside", code))
                .singleElement()
                .asString()
                .contains("outside.Dice");
    }

    @Test
    void a_library_away_from_its_edge_breaks_the_rule() {
        assertThat(LayerRules.librariesStayAtTheEdges(RoomRulesTest.code("library")))
                .hasSize(2)
                .anyMatch(text -> text.contains("ReadsJackson"))
                .anyMatch(text -> text.contains("ParsesArguments"));
    }
}

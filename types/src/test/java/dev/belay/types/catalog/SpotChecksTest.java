package dev.belay.types.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.testkit.Golden;
import dev.belay.types.shape.PathLookup;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class SpotChecksTest {

    private static TypeFacts facts(String type) {
        return Catalog.standard().type(ResourceType.of(type)).orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> places_are_what_the_specifications_say() {
        return Golden.lines("src/test/resources/golden/spot-checks.txt", SpotChecksTest::told);
    }

    private static String told(String input) {
        List<String> words = List.of(input.split(" ", -1));
        TypeFacts facts = facts(words.getFirst());
        var path = new ShapePath(words.getLast());
        List<Property> properties = PathLookup.at(facts.body().shape(), path);
        if (properties.isEmpty()) {
            return "no such place";
        }
        var told = new ArrayList<String>();
        Property property = properties.getFirst();
        add(told, property.readOnly(), "read-only");
        add(told, property.writeOnly(), "write-only");
        add(told, property.required(), "required");
        add(told, property.sensitive(), "secret");
        origins(told, "server-set", facts.serverSetButWritable(), path);
        origins(told, "create-only", facts.createOnlyHints(), path);
        return told.isEmpty() ? "writable" : String.join(", ", told);
    }

    private static void add(List<String> told, boolean holds, String word) {
        if (holds) {
            told.add(word);
        }
    }

    private static void origins(
            List<String> told, String word, List<Fact<ShapePath>> facts, ShapePath path) {
        for (Fact<ShapePath> fact : facts) {
            if (fact.value().equals(path)) {
                told.add(word + " (" + fact.origin().name().toLowerCase(Locale.ROOT) + ")");
            }
        }
    }

    @Test
    void the_name_of_a_storage_account_is_constrained() {
        Shape name = facts("Microsoft.Storage/storageAccounts").nameConstraint().orElseThrow();

        assertThat(name).isInstanceOf(Shape.Text.class);
        var text = (Shape.Text) name;
        assertThat(text.shortest()).hasValue(3);
        assertThat(text.longest()).hasValue(24);
        assertThat(text.pattern()).hasValue("^[a-z0-9]+$");
    }

    @Test
    void the_form_of_a_sites_config_is_picked_by_its_name_and_no_get_shows_it() {
        TypeFacts facts = facts("Microsoft.Web/sites/config");

        Shape.Members web = facts.body().shapeFor("shop/web");
        Shape.Members settings = facts.body().shapeFor("shop/appsettings");

        assertThat(facts.readableScopes()).isEmpty();
        assertThat(facts.writableScopes()).containsExactly(ScopeKind.RESOURCE_GROUP);
        assertThat(PathLookup.at(web, new ShapePath("properties.alwaysOn"))).isNotEmpty();
        assertThat(PathLookup.at(settings, new ShapePath("properties.alwaysOn"))).isEmpty();
        assertThat(PathLookup.at(settings, new ShapePath("properties{}"))).isNotEmpty();
    }

    @Test
    void facts_of_a_storage_account_come_from_where_they_say() {
        TypeFacts facts = facts("Microsoft.Storage/storageAccounts");

        assertThat(facts.tracked()).isTrue();
        assertThat(facts.deletedInCompleteMode()).isEqualTo(new Fact<>(true, Origin.DOCS));
        assertThat(facts.verbs())
                .containsExactlyInAnyOrder(Method.GET, Method.PUT, Method.PATCH, Method.DELETE);
        assertThat(facts.longRunningVerbs()).containsExactly(Method.PUT);
        assertThat(facts.action("LISTKEYS").orElseThrow().origin()).isEqualTo(Origin.BICEP);
        assertThat(facts.action("hnsonmigration").orElseThrow().origin()).isEqualTo(Origin.SDK);
        assertThat(facts.isSetting()).isFalse();
    }

    @Test
    void services_of_a_storage_account_are_settings_with_one_fixed_name() {
        TypeFacts facts = facts("Microsoft.Storage/storageAccounts/fileServices");

        assertThat(facts.isSetting()).isTrue();
        assertThat(facts.fixedNames()).containsExactly(new Fact<>("default", Origin.BICEP));
    }

    @Test
    void types_that_only_the_sdks_know_say_so() {
        assertThat(facts("Microsoft.Security/connectors").origin()).isEqualTo(Origin.SDK);
    }

    @Test
    void subnets_are_inline_children_of_their_network() {
        InlineChild subnets =
                facts("Microsoft.Network/virtualNetworks").inlineChildren().stream()
                        .filter(child -> child.child().name().equals("subnets"))
                        .findFirst()
                        .orElseThrow();

        assertThat(subnets.path()).isEqualTo(new ShapePath("properties.subnets"));
        assertThat(subnets.readOnly()).isFalse();
        assertThat(subnets.childWritable()).isTrue();
    }

    @Test
    void fractions_are_named_where_they_are_sure() {
        assertThat(facts("Microsoft.Compute/virtualMachines").fractionPaths())
                .contains(
                        new Fact<>(
                                new ShapePath("properties.billingProfile.maxPrice"), Origin.SDK));
    }
}

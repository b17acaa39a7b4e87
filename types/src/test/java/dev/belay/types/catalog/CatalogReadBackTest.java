package dev.belay.types.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Shape;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every fact of the source comes back through the API, for all types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogReadBackTest {

    private final Catalog catalog = Catalog.standard();
    private final List<String> wrong = new ArrayList<>();
    private SourceCatalog source;

    @BeforeAll
    void readSource() throws IOException {
        source = SourceCatalog.read();
    }

    @Test
    void every_fact_of_every_type_is_read_back_as_it_was_written() {
        var shapes = new ShapeAsSource(source.shapes());

        source.types().forEach((name, entry) -> type(name, entry, shapes));

        assertThat(source.types()).hasSize(3568);
        assertThat(shapes.seen()).hasSizeGreaterThan(29_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void types_are_listed_as_they_are_spelled() {

        List<String> listed = catalog.types().stream().map(ResourceType::toString).toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(source.types().keySet());
    }

    @Test
    void actions_of_what_is_no_type_are_read_back() {
        var shapes = new ShapeAsSource(source.shapes());

        source.parents()
                .forEach(
                        (parent, actions) ->
                                actions(
                                        parent,
                                        catalog.actionsWithoutType(parent),
                                        actions,
                                        shapes));

        assertThat(source.parents()).hasSize(203);
        assertThat(wrong).isEmpty();
    }

    private void type(String name, JsonObject entry, ShapeAsSource shapes) {
        TypeFacts facts = catalog.type(ResourceType.of(name)).orElseThrow();
        var told = new FactsAsSource(facts);
        same(name, FactsAsSource.sorted(flat(entry)), told.entry());
        shape(name + " body", facts.body(text(entry, "apiVersion")).shape(), entry, "body", shapes);
        entry.get("newerPreview").ifPresent(preview -> preview(name, facts, preview, shapes));
        assertThat(entry.get("name").isPresent()).isEqualTo(facts.nameConstraint().isPresent());
        facts.nameConstraint()
                .ifPresent(shape -> shape(name + " name", shape, entry, "name", shapes));
        List<Action> bicep =
                facts.actions().stream().filter(a -> a.apiVersion().isPresent()).toList();
        actions(name, bicep, part(entry, "actions"), shapes);
        paths(name, entry, "serverSetButWritable", of(facts.serverSetButWritable()));
        paths(name, entry, "serverSetSuspects", of(facts.serverSetSuspects()));
        inline(name, facts, entry);
    }

    private void preview(String name, TypeFacts facts, Json preview, ShapeAsSource shapes) {
        String version = text((JsonObject) preview, "apiVersion");
        same(name, Json.of(version), Json.of(facts.newerPreview().orElse("none")));
        assertThat(facts.body(version).exact()).isTrue();
        shape(name + " preview", facts.body(version).shape(), (JsonObject) preview, "body", shapes);
    }

    private void actions(
            String name, List<Action> actions, JsonObject expected, ShapeAsSource shapes) {
        assertThat(actions.stream().map(Action::name))
                .containsExactlyElementsOf(expected.members().keySet());
        for (Action action : actions) {
            JsonObject entry = part(expected, action.name());
            same(
                    name,
                    Json.of(text(entry, "apiVersion")),
                    Json.of(action.apiVersion().orElse("none")));
            reference(name, action.input(), entry, "input", shapes);
            reference(name, action.output(), entry, "output", shapes);
        }
    }

    private void reference(
            String name,
            Optional<Supplier<Shape>> shape,
            JsonObject entry,
            String member,
            ShapeAsSource shapes) {
        assertThat(shape.isPresent()).isEqualTo(entry.get(member).isPresent());
        shape.ifPresent(s -> shape(name + " " + member, s.get(), entry, member, shapes));
    }

    private void shape(
            String what, Shape shape, JsonObject entry, String member, ShapeAsSource shapes) {
        int number = SourceCatalog.number(entry.get(member).orElseThrow());
        shapes.difference(shape, number).ifPresent(found -> wrong.add(what + found));
    }

    private void inline(String name, TypeFacts facts, JsonObject entry) {
        List<Json> told =
                facts.inlineChildren().stream()
                        .<Json>map(
                                child ->
                                        JsonObject.builder()
                                                .put("child", child.child().toString())
                                                .put("path", child.path().text())
                                                .put("inlineReadOnly", child.readOnly())
                                                .put("childWritable", child.childWritable())
                                                .build())
                        .toList();
        Json expected = entry.get("inlineChildren").orElse(Json.array());
        same(name, expected, new JsonArray(told));
    }

    private void paths(String name, JsonObject entry, String member, List<String> told) {
        var expected = new ArrayList<String>();
        for (Map.Entry<String, Json> rule : part(entry, member).members().entrySet()) {
            ((JsonArray) rule.getValue())
                    .forEach(path -> expected.add(path.asText().orElseThrow()));
        }
        same(name, FactsAsSource.texts(expected), FactsAsSource.texts(told));
    }

    private static List<String> of(List<Fact<dev.belay.types.shape.ShapePath>> facts) {
        return facts.stream()
                .filter(fact -> fact.origin() == Origin.DERIVED)
                .map(fact -> fact.value().text())
                .toList();
    }

    private void same(String name, Json expected, Json told) {
        if (!expected.equals(told)) {
            wrong.add(name + ": " + told.toText() + " is not " + expected.toText());
        }
    }

    /** What {@link FactsAsSource#entry} tells; the rest is compared apart. */
    private static JsonObject flat(JsonObject entry) {
        JsonObject flat = entry;
        for (String member :
                List.of(
                        "body",
                        "name",
                        "newerPreview",
                        "actions",
                        "serverSetButWritable",
                        "serverSetSuspects",
                        "inlineChildren")) {
            flat = flat.without(member);
        }
        return flat;
    }

    private static JsonObject part(JsonObject entry, String name) {
        return entry.get(name).flatMap(Json::asObject).orElse(Json.object());
    }

    private static String text(JsonObject entry, String name) {
        return entry.get(name).flatMap(Json::asText).orElseThrow();
    }
}

package dev.belay.types.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.ResourceType;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.shape.PathLookup;
import dev.belay.types.shape.ShapePath;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every row of the overlay names a type and paths that exist, and its evidence. */
class OverlaySchemaTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/belay/types/overlay");

    private final List<String> wrong = new ArrayList<>();
    private int rows;

    @Test
    void every_row_names_an_existing_type_existing_paths_and_its_evidence() throws IOException {
        for (String provider : providers()) {
            Overlay.standard()
                    .provider(provider)
                    .forEach((type, quirks) -> check(provider, type, quirks));
        }

        assertThat(rows).isGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    private static List<String> providers() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !name.equals("all"))
                    .sorted()
                    .toList();
        }
    }

    private void check(String provider, ResourceType type, TypeOverlay quirks) {
        TypeFacts facts = Catalog.standard().type(type).orElse(null);
        if (facts == null || !type.namespace().equalsIgnoreCase(provider)) {
            wrong.add(type + " is no type of " + provider);
            return;
        }
        for (OverlayRow row : quirks.rows()) {
            rows++;
            assertThat(row.evidence()).isNotNull();
            places(row.quirk()).forEach(path -> place(facts, path));
            types(row.quirk()).forEach(other -> known(type, other));
            if (row.quirk() instanceof Quirk.ApiVersion(var version)) {
                assertThat(facts.apiVersions()).contains(version);
            }
        }
    }

    private void place(TypeFacts facts, ShapePath path) {
        if (PathLookup.at(facts.body().shape(), path).isEmpty()) {
            wrong.add(facts.type() + " has no place " + path);
        }
    }

    private void known(ResourceType type, ResourceType other) {
        if (Catalog.standard().type(other).isEmpty()) {
            wrong.add(type + " names the unknown type " + other);
        }
    }

    private static List<ShapePath> places(Quirk quirk) {
        var places = new ArrayList<ShapePath>();
        if (quirk instanceof Quirk.AtPath at && !at.path().equals(ShapePath.ROOT)) {
            places.add(at.path());
        }
        switch (quirk) {
            case Quirk.OnlyWhere only -> places.add(only.where());
            case Quirk.EmptyClears clears -> places.add(clears.path().member(clears.list()));
            case Quirk.ListKey key ->
                    key.members().forEach(member -> places.add(key.path().items().member(member)));
            case Quirk _ -> {}
        }
        return places;
    }

    private static List<ResourceType> types(Quirk quirk) {
        return quirk instanceof Quirk.InlineTwin twin ? List.of(twin.child()) : List.of();
    }

    @Test
    void a_row_that_is_not_understood_is_refused_with_its_type() {
        assertThatThrownBy(() -> read("{quirk: shrinks, evidence: inferred, source: none}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Contoso.Widgets/widgets");
        assertThatThrownBy(() -> read("{quirk: softDelete, evidence: heard, source: a bar}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("{quirk: softDelete, evidence: inferred}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                read(
                                        "{quirk: softDelete, evidence: inferred, source: s, colour:"
                                                + " red}"))
                .hasMessageContaining("colour");
    }

    @Test
    void a_row_with_paths_stands_for_one_row_per_path() {
        TypeOverlay quirks =
                read("{quirk: secret, paths: [a, 'b[].c'], evidence: inferred, source: s}");

        assertThat(quirks.all(Quirk.Secret.class))
                .containsExactly(
                        new Quirk.Secret(new ShapePath("a")),
                        new Quirk.Secret(new ShapePath("B[].C")));
    }

    private static TypeOverlay read(String row) {
        var type = ResourceType.of("Contoso.Widgets/widgets");
        return OverlayReader.read(Yaml.read(type + ":\n  - " + row))
                .getOrDefault(type, TypeOverlay.NONE);
    }

    @Test
    void masks_are_told_from_values() {
        CommonRules rules = Overlay.standard().common();

        assertThat(
                        List.of(
                                "****",
                                "REDACTED",
                                "redacted",
                                "Endpoint=sb://x;SharedAccessKey=****;E=q"))
                .allMatch(text -> rules.isMask(dev.belay.json.Json.of(text)));
        assertThat(
                        List.of(
                                "*",
                                "**",
                                "0 * * * *",
                                "a****",
                                "",
                                "Redacted by me",
                                "Server=a;Key=b*"))
                .noneMatch(text -> rules.isMask(dev.belay.json.Json.of(text)));
    }
}

package dev.belay.types.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.types.overlay.Overlay;

import org.junit.jupiter.api.Test;

class CatalogLookupTest {

    private static final ResourceType ACCOUNTS =
            ResourceType.of("Microsoft.Storage/storageAccounts");

    private final Catalog catalog = new Catalog(Overlay.standard());

    @Test
    void nothing_but_the_index_and_the_dictionary_is_decoded_before_a_type_is_asked_for() {
        assertThat(catalog.file().decodedNamespaces()).isEmpty();
        assertThat(catalog.file().decodedBytes()).isBetween(50_000L, 200_000L);
    }

    @Test
    void looking_up_one_type_decodes_its_providers_block_only() {
        long before = catalog.file().decodedBytes();

        TypeFacts facts = catalog.type(ACCOUNTS).orElseThrow();
        facts.body();

        assertThat(catalog.file().decodedNamespaces()).containsExactly("Microsoft.Storage");
        assertThat(catalog.file().decodedBytes() - before).isBetween(10_000L, 120_000L);
    }

    @Test
    void of_a_block_only_the_shapes_that_are_looked_at_are_decoded() {
        TypeFacts facts = catalog.type(ACCOUNTS).orElseThrow();
        CatalogBlock block =
                catalog.file().block(catalog.file().namespace("Microsoft.Storage").orElseThrow());

        assertThat(block.decodedShapes()).isZero();

        facts.body().shape().property("sku").orElseThrow().shape();

        assertThat(block.decodedShapes()).isEqualTo(2);
    }

    @Test
    void types_and_providers_are_found_without_case() {
        TypeFacts facts =
                catalog.type(ResourceType.of("microsoft.STORAGE/storageaccounts")).orElseThrow();

        assertThat(facts.type()).hasToString("Microsoft.Storage/storageAccounts");
        assertThat(catalog.types("MICROSOFT.storage")).contains(ACCOUNTS);
    }

    @Test
    void what_the_catalog_does_not_have_is_empty() {
        assertThat(catalog.type(ResourceType.of("Microsoft.Storage/nothing"))).isEmpty();
        assertThat(catalog.type(ResourceType.of("Contoso.Widgets/widgets"))).isEmpty();
        assertThat(catalog.types("Contoso.Widgets")).isEmpty();
        assertThat(catalog.actionsWithoutType("Contoso.Widgets")).isEmpty();
    }

    @Test
    void children_lie_directly_in_their_parent() {
        assertThat(catalog.children(ACCOUNTS))
                .contains(ACCOUNTS.child("blobServices"), ACCOUNTS.child("fileServices"))
                .doesNotContain(ACCOUNTS.child("blobServices").child("containers"));
    }

    @Test
    void another_api_version_is_answered_by_the_nearest_and_says_so() {
        TypeFacts facts = catalog.type(ACCOUNTS).orElseThrow();

        Body exact = facts.body(facts.apiVersion());
        Body other = facts.body("2023-01-01");

        assertThat(exact.exact()).isTrue();
        assertThat(exact.apiVersion()).isEqualTo("2026-09-01");
        assertThat(other.exact()).isFalse();
        assertThat(other.apiVersion()).isEqualTo("2026-09-01");
        assertThat(other.shape()).isEqualTo(exact.shape());
    }

    @Test
    void the_nearer_of_stable_and_newer_preview_answers() {
        TypeFacts facts =
                catalog.type(ResourceType.of("Microsoft.Insights/diagnosticSettings"))
                        .orElseThrow();

        assertThat(facts.body("2017-05-01-preview").apiVersion()).isEqualTo("2016-09-01");
        assertThat(facts.body("2020-05-01").apiVersion()).isEqualTo("2021-05-01-preview");
        assertThat(facts.body("2021-05-01-preview").exact()).isTrue();
        assertThat(facts.body("2016-09-01").exact()).isTrue();
    }

    @Test
    void the_overlay_chooses_the_api_version_where_newest_stable_is_wrong() {
        TypeFacts facts =
                catalog.type(ResourceType.of("Microsoft.Insights/diagnosticSettings"))
                        .orElseThrow();

        assertThat(facts.chosenApiVersion())
                .isEqualTo(new Fact<>("2021-05-01-preview", Origin.OVERLAY));
        assertThat(catalog.type(ACCOUNTS).orElseThrow().chosenApiVersion().origin())
                .isEqualTo(Origin.BICEP);
    }

    @Test
    void the_digest_names_the_content() {
        assertThat(catalog.digest()).matches("[0-9a-f]{64}");
        assertThat(catalog.source()).contains("Azure.Bicep.Types.Az 0.2.972").contains("MIT");
    }
}

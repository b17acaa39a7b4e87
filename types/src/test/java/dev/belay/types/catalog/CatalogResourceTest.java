package dev.belay.types.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the committed catalog to the shared facts; {@code -Dcatalog=update} writes it anew. */
class CatalogResourceTest {

    private static final Path FILE =
            Path.of("src/main/resources/dev/belay/types/catalog", CatalogFile.RESOURCE);

    @Test
    void the_committed_catalog_is_what_the_encoder_makes_of_the_shared_facts() throws IOException {
        byte[] encoded = new CatalogEncoder(SourceCatalog.read()).encode();

        if ("update".equals(System.getProperty("catalog"))) {
            Files.write(FILE, encoded);
        }

        assertThat(FILE).exists().hasBinaryContent(encoded);
    }

    @Test
    void the_catalog_stays_small() throws IOException {
        long bytes = Files.size(FILE);

        assertThat(bytes).isBetween(100_000L, 1_000_000L);
    }
}

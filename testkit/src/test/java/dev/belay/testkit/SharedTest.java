package dev.belay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SharedTest {

    @TempDir Path top;

    @Test
    void the_folder_beside_the_checkout_is_found_from_a_module() throws IOException {
        Path shared = sharedIn(top);
        Path module = Files.createDirectories(top.resolve("checkout/json"));

        var found = Shared.find(null, module);

        assertThat(found).contains(shared);
    }

    @Test
    void a_folder_of_that_name_without_the_seed_is_passed_by() throws IOException {
        Path shared = sharedIn(top);
        Path module = Files.createDirectories(top.resolve("checkout/json"));
        Files.createDirectories(top.resolve("checkout/shared"));

        var found = Shared.find(null, module);

        assertThat(found).contains(shared);
    }

    @Test
    void the_system_property_wins_and_must_be_right() throws IOException {
        Path shared = sharedIn(top);
        Path other = sharedIn(top.resolve("elsewhere"));

        assertThat(Shared.find(other.toString(), shared)).contains(other);
        assertThat(Shared.find(top.resolve("nowhere").toString(), shared)).isEmpty();
    }

    private static Path sharedIn(Path parent) throws IOException {
        Path shared = Files.createDirectories(parent.resolve("shared"));
        Files.writeString(shared.resolve("seed.md"), "seed");
        return shared.toAbsolutePath();
    }
}

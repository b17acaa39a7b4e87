package dev.belay.emulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Compiled templates carry the hash that ARM gives them. Evidence: recorded. */
class TemplateHashTest {

    @Test
    void the_hash_is_the_one_that_compiled_templates_carry() {
        TarArchive archive = TarArchive.read(Shared.path("data/template/templates.tar.gz"));
        int all = 0;
        int same = 0;
        for (String name : archive.files().keySet()) {
            Optional<JsonObject> template =
                    name.endsWith(".json") ? json(archive.text(name)) : Optional.empty();
            Optional<String> hash =
                    template.flatMap(json -> json.textAt("/metadata/_generator/templateHash"));
            if (hash.isPresent()) {
                all++;
                same += TemplateHash.of(template.orElseThrow()).equals(hash.get()) ? 1 : 0;
            }
        }

        assertThat(all).isGreaterThanOrEqualTo(800);
        assertThat(same).as("%s of %s", same, all).isGreaterThanOrEqualTo(all * 85 / 100);
    }

    @Test
    void names_lose_their_capitals_as_recorded() {
        assertThat(ArmText.camel("STORAGE_ACCOUNT_ID")).isEqualTo("storagE_ACCOUNT_ID");
        assertThat(ArmText.camel("CrossRg")).isEqualTo("crossRg");
        assertThat(ArmText.camel("goversion")).isEqualTo("goversion");
    }

    private static Optional<JsonObject> json(String text) {
        try {
            return JsonReader.lenient().read(text).asObject();
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }
}

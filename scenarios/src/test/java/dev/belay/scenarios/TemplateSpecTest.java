package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Origin;
import dev.belay.client.retry.RetryRule;
import dev.belay.json.Json;
import dev.belay.workflow.definition.Place;
import dev.belay.workflow.definition.TemplateSource;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.source.DiskFiles;
import dev.belay.workflow.source.Fetched;
import dev.belay.workflow.source.GitPins;
import dev.belay.workflow.source.TemplateSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;

/** A workflow's template that is kept in ARM as a template spec. */
class TemplateSpecTest {

    private static final String SPEC =
            Scene.SUBSCRIPTION
                    + "/resourceGroups/rg/providers/Microsoft.Resources/templateSpecs/shop";

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg", "location": "westeurope"}],
             "resources": [
               {"id": "%1$s", "apiVersion": "2022-02-01", "body": {"location": "westeurope"}},
               {"id": "%1$s/versions/1.0", "apiVersion": "2022-02-01",
                "body": {"location": "westeurope", "properties": {
                  "mainTemplate": {"contentVersion": "1.0.0.0", "resources": []}}}}]}
            """
                    .formatted(SPEC);

    @TempDir Path folder;

    private Fetched fetch(String id) {
        var scene = Scene.in(folder, WORLD);
        var text = new Templated(Json.of(id), new Place("belay.yaml", 1, 1));
        try (var arm = scene.arm();
                var sources =
                        new TemplateSources(
                                new DiskFiles(folder),
                                folder,
                                new ArmClient(arm, Origin.PUBLIC, _ -> {}, RetryRule.USUAL),
                                Duration.ofSeconds(10),
                                GitPins.NONE)) {
            return sources.fetch(
                    new TemplateSource.OfSpec(text),
                    Values.of(new LinkedHashMap<>(), new Values.Run("r", "shop")));
        }
    }

    @Test
    void its_version_holds_the_template() {
        assertThat(fetch(SPEC + "/versions/1.0"))
                .isInstanceOfSatisfying(
                        Fetched.Template.class,
                        template ->
                                assertThat(template.text())
                                        .contains("\"contentVersion\":\"1.0.0.0\""));
    }

    @Test
    void a_version_that_is_not_there_is_said() {
        assertThat(fetch(SPEC + "/versions/2.0"))
                .isInstanceOfSatisfying(
                        Fetched.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.message())
                                        .contains("There is no template spec"));
    }
}

package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.scenarios.Bystander.Fate;
import dev.belay.scenarios.BystanderScene.When;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workflow run whose step chose the strategy {@code complete}, undone among others: nobody has
 * accepted that their work goes, so it stays until the other strategy is asked for.
 */
class RunAmongOthersTest {

    private static final String WORKFLOW =
            """
            name: among-others
            target: {embedded: {world: world.json}}
            provisioners:
              ours:
                template: main.json
                parameters:
                  - values: {parent: ""}
                scope: {resourceGroup: rg-team}
                strategy: complete
                acceptDeletions: true
            phases:
              - name: provision
                steps:
                  - name: deploy
                    arm: ours
              - name: verify
                steps:
                  - name: smoke test
                    shell: exit 1
            """;

    @TempDir private Path temporary;

    @Test
    void what_a_colleague_made_meanwhile_is_not_deleted_by_the_undo_of_the_run() {
        Bystander colleague = Bystanders.all().getFirst();
        var story = BystanderScene.of(temporary, colleague, When.DURING);
        story.scene().file("workflow.yaml", WORKFLOW);

        Scene.Ran ran = process("run", "workflow.yaml");
        Fate stopped = story.fate();
        Scene.Ran resumed =
                process(
                        "resume",
                        ran.report().textAt("/run").orElseThrow(),
                        "--strategy",
                        "surgical");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(5);
        assertThat(ran.out()).contains("DeletionsNotAccepted", colleague.look().id());
        assertThat(stopped).isEqualTo(Fate.KEPT);
        assertThat(resumed.exit()).as(resumed.toString()).isEqualTo(3);
        assertThat(story.fate()).isEqualTo(Fate.KEPT);
        assertThat(story.port()).isEqualTo("443");
        assertThat(story.scene().outside().get(Bystanders.ACCOUNT, "2023-05-01").status())
                .isEqualTo(404);
    }

    /** In a process of its own, whose lease is taken over once it has ended. */
    private Scene.Ran process(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", "store", "--output", "json"));
        try (BelayProcess process =
                BelayProcess.start(temporary, Map.of(), all.toArray(String[]::new))) {
            int exit = process.exit();
            return new Scene.Ran(exit, process.out(), "");
        }
    }
}

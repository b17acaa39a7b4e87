package dev.belay.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.workflow.source.WorkflowFile;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class WorkflowReaderTest {

    private static final Path FULL = Path.of("src/test/golden/good/full/belay.yaml");

    private final Workflow workflow = read(FULL);

    static Workflow read(Path file) {
        return switch (WorkflowFile.read(file)) {
            case WorkflowReading.Read(var workflow) -> workflow;
            case WorkflowReading.Wrong(var problems) -> throw new AssertionError(problems);
        };
    }

    static WorkflowReading reading(String text) {
        return WorkflowReader.read("belay.yaml", text, _ -> new Files.FileText.Missing());
    }

    @Test
    void a_workflow_names_its_target_and_inputs() {
        assertThat(workflow.name()).isEqualTo("webshop");
        assertThat(workflow.target()).contains(new Target.Embedded("world.json"));
        assertThat(workflow.inputs().keySet())
                .containsExactly("sku", "count", "password", "tags", "ports", "open");
        Input sku = workflow.inputs().firstEntry().getValue();
        assertThat(sku.standard()).contains(Json.of("S1"));
        assertThat(sku.allowed()).containsExactly(Json.of("S1"), Json.of("P1v3"));
        assertThat(input("password").secret()).isTrue();
        assertThat(input("count").type()).isEqualTo(InputType.INT);
    }

    @Test
    void provisioners_of_used_files_come_first_and_their_paths_are_seen_from_the_workflow() {
        assertThat(workflow.provisioners().keySet())
                .containsExactly("network", "shop", "inline", "url", "git", "spec", "base", "top");
        Provisioner network = provisioner("network");
        assertThat(network.content())
                .isEqualTo(
                        new Content.FromTemplate(
                                new TemplateSource.OfFile(
                                        new Templated(
                                                Json.of("shared/templates/net.json"),
                                                new Place("shared/net.yaml", 3, 15)))));
        assertThat(network.where()).isEqualTo(new Place("shared/net.yaml", 2, 3));
    }

    @Test
    void a_provisioner_says_where_and_how_it_deploys() {
        Provisioner shop = provisioner("shop");

        assertThat(shop.mode()).isEqualTo(Mode.COMPLETE);
        assertThat(shop.strategy()).isEqualTo(Strategy.COMPLETE);
        assertThat(shop.acceptDeletions()).isTrue();
        assertThat(shop.liftLocks()).isFalse();
        assertThat(shop.scope()).isInstanceOf(ScopeText.OfGroup.class);
        assertThat(shop.parameters())
                .hasExactlyElementsOfTypes(
                        ParameterSource.OfFile.class, ParameterSource.Values.class);
        assertThat(provisioner("url").parameters()).hasSize(1);
        assertThat(provisioner("inline").mode()).isEqualTo(Mode.INCREMENTAL);
        assertThat(provisioner("inline").strategy()).isEqualTo(Strategy.SURGICAL);
    }

    @Test
    void a_scope_is_one_of_four() {
        assertThat(provisioner("network").scope()).isInstanceOf(ScopeText.OfSubscription.class);
        assertThat(provisioner("git").scope()).isInstanceOf(ScopeText.OfManagementGroup.class);
        assertThat(provisioner("spec").scope())
                .isInstanceOfSatisfying(
                        ScopeText.OfTenant.class, tenant -> assertThat(tenant.tenant()).isEmpty());
        assertThat(provisioner("top").scope())
                .isInstanceOfSatisfying(
                        ScopeText.OfTenant.class,
                        tenant -> assertThat(tenant.tenant()).isPresent());
    }

    @Test
    void a_template_comes_from_a_file_the_workflow_an_address_a_repository_or_a_spec() {
        assertThat(source("shop")).isInstanceOf(TemplateSource.OfFile.class);
        assertThat(source("inline")).isInstanceOf(TemplateSource.Inline.class);
        assertThat(source("url")).isInstanceOf(TemplateSource.OfUrl.class);
        assertThat(source("git")).isInstanceOf(TemplateSource.OfGit.class);
        assertThat(source("spec")).isInstanceOf(TemplateSource.OfSpec.class);
        assertThat(provisioner("base").content())
                .isEqualTo(new Content.FromBlueprint("base", Optional.of("base/assignment.json")));
    }

    @Test
    void steps_do_one_of_seven_things() {
        assertThat(workflow.steps().map(step -> step.act().getClass().getSimpleName()))
                .containsExactly(
                        "Arm",
                        "Arm",
                        "Blueprint",
                        "Shell",
                        "Shell",
                        "Http",
                        "Http",
                        "Approval",
                        "Wait",
                        "Parallel",
                        "Shell",
                        "Http",
                        "Arm");
        assertThat(workflow.phases().stream().map(Phase::onFailure))
                .containsExactly(FailureStrategy.ROLLBACK, FailureStrategy.ASK);
    }

    @Test
    void a_step_has_a_name_an_id_and_limits() {
        Step shop = workflow.step("shop").orElseThrow();

        assertThat(shop.name()).isEqualTo("deploy the shop");
        assertThat(shop.timeout()).contains(Duration.ofMinutes(30));
        assertThat(shop.retry()).isEqualTo(new Retry(3, Duration.ofSeconds(10)));
        assertThat(workflow.step("deploy the shop")).contains(shop);
        assertThat(workflow.steps().map(Step::name))
                .contains("arm 1", "blueprint 1", "shell 1", "http 2", "parallel 1", "wait 1");
    }

    @Test
    void a_request_knows_what_it_expects() {
        Step plain = workflow.step("http 1").orElseThrow();
        Step full = workflow.step("http 2").orElseThrow();

        assertThat(plain.act())
                .isInstanceOfSatisfying(
                        StepAct.Http.class,
                        http -> {
                            assertThat(http.method()).isEqualTo("GET");
                            assertThat(http.expect()).isEqualTo(StepAct.Expect.SUCCESS);
                            assertThat(http.deadline()).isZero();
                        });
        assertThat(full.act())
                .isInstanceOfSatisfying(
                        StepAct.Http.class,
                        http -> {
                            assertThat(http.expect().status()).containsExactly(200, 204);
                            assertThat(http.expect().json()).containsOnlyKeys("/status");
                            assertThat(http.every()).isEqualTo(Duration.ofSeconds(2));
                            assertThat(http.deadline()).isEqualTo(Duration.ofMinutes(5));
                        });
    }

    @Test
    void expressions_know_what_they_take_from_the_run() {
        Step shell = workflow.step("shell 1").orElseThrow();
        var run = ((StepAct.Shell) shell.act()).run();

        assertThat(run.references())
                .containsExactly(
                        new Reference.ToProvisioner("shop", Optional.of("hostName")),
                        new Reference.ToStep("shop", Optional.empty()),
                        new Reference.ToInput("sku"),
                        new Reference.ToRun());
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() {
        String text = "name: a\r\nphases:\r\n- name: b\r\n  steps:\r\n  - shell: |\r\n      x\r\n";

        WorkflowReading plain = reading(text);
        WorkflowReading marked = reading("\uFEFF" + text);

        assertThat(plain).isInstanceOf(WorkflowReading.Read.class).isEqualTo(marked);
    }

    @Test
    void columns_count_characters_not_code_units() {
        WorkflowReading reading =
                reading("name: \"\uD83D\uDED2\"\nphases: [{name: \"\uD83D\uDED2\", stepz: []}]\n");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        WorkflowReading.Wrong.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(Problem::place)
                                        .contains(new Place("belay.yaml", 2, 22)));
    }

    @Test
    void a_text_of_many_lines_keeps_the_places_of_its_expressions() {
        String text =
                """
                name: a
                phases:
                  - name: b
                    steps:
                      - shell: >
                          first line
                          ${{ concat('a',
                          inputs('x')) }} and
                          ${{ inputs('y') }}
                """;

        assertThat(((WorkflowReading.Wrong) reading(text)).problems())
                .extracting(Problem::place)
                .isEqualTo(List.of(new Place("belay.yaml", 8, 11), new Place("belay.yaml", 9, 15)));
    }

    private Input input(String name) {
        return Optional.ofNullable(workflow.inputs().get(name)).orElseThrow();
    }

    private Provisioner provisioner(String name) {
        return Optional.ofNullable(workflow.provisioners().get(name)).orElseThrow();
    }

    private TemplateSource source(String provisioner) {
        return ((Content.FromTemplate) provisioner(provisioner).content()).source();
    }
}

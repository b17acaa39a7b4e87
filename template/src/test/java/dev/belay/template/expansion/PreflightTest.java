package dev.belay.template.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.Diagnostic.Span;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;

import org.junit.jupiter.api.Test;

import java.util.List;

class PreflightTest {

    private static final String LINE_1 =
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
            """;

    @Test
    void a_circle_is_refused_with_arms_text_its_place_and_what_to_do() {
        Template template =
                ExpansionTest.template(
                        "'resources': [{'type': 'A.B/c', 'apiVersion': '1', 'name': 'a',"
                            + " 'dependsOn': ['b']}, {'type': 'A.B/c', 'apiVersion': '1', 'name':"
                            + " 'b', 'dependsOn': ['a']}]");

        List<Diagnostic> found = Preflight.check(template, ExpansionTest.expanded(template));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().message())
                .startsWith("Circular dependency detected on resource: '/subscriptions/");
        assertThat(found.getFirst().hint().orElseThrow()).contains("A.B/c/b -> A.B/c/a");
        assertThat(found.getFirst().span()).isPresent();
    }

    @Test
    void a_dependency_on_what_is_not_there_is_refused() {
        Template template =
                ExpansionTest.template(
                        "'resources': [{'type': 'A.B/c', 'apiVersion': '1', 'name': 'a',"
                                + " 'dependsOn': [\"[resourceId('A.B/c', 'nope')]\"]}]");

        List<Diagnostic> found = Preflight.check(template, ExpansionTest.expanded(template));

        assertThat(found)
                .extracting(Diagnostic::message)
                .containsExactly(
                        "The resource 'A.B/c/nope' is not defined in the template. Please see"
                                + " https://aka.ms/arm-syntax for usage details.");
    }

    @Test
    void a_resource_defined_twice_is_refused_ignoring_case() {
        Template template =
                ExpansionTest.template(
                        "'resources': [{'type': 'A.B/c', 'apiVersion': '1', 'name': 'a'},"
                                + " {'type': 'a.b/C', 'apiVersion': '1', 'name': 'A'}]");

        List<Diagnostic> found = Preflight.check(template, ExpansionTest.expanded(template));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().message()).contains("is defined multiple times in a template");
    }

    @Test
    void a_missing_parameter_is_refused_at_its_declaration() {
        Diagnostic found =
                rejected(
                        LINE_1
                                + """
                                  "parameters": {
                                    "p": {"type": "string"}
                                  },
                                  "resources": []
                                }
                                """);

        assertThat(found.code()).isEqualTo("InvalidTemplate");
        assertThat(found.message())
                .isEqualTo(
                        "The value for the template parameter 'p' at line '5' and column '10' is"
                                + " not provided. Please see"
                                + " https://aka.ms/arm-create-parameter-file for usage details.");
        assertThat(found.span()).contains(new Span(5, 10));
        assertThat(found.path()).contains("/parameters/p");
        assertThat(found.hint()).isPresent();
    }

    @Test
    void an_unknown_function_is_refused_at_its_resource() {
        Diagnostic found =
                rejected(
                        LINE_1
                                + """
                                  "resources": [
                                    {"type": "A.B/c", "apiVersion": "1", "name": "[nosuch()]"}
                                  ]
                                }
                                """);

        assertThat(found.message())
                .startsWith(
                        "The template resource '[nosuch()]' at line '5' and column '5' is not"
                                + " valid: The template function 'nosuch' is not valid.");
        assertThat(found.span()).contains(new Span(5, 5));
    }

    @Test
    void a_text_that_is_no_json_is_refused_at_its_place() {
        Reading read = TemplateReader.read("{\n  \"resources\": [}\n}");

        Diagnostic found = ((Reading.Refused) read).diagnostics().getFirst();
        assertThat(found.span().orElseThrow().line()).isEqualTo(2);
    }

    private static Diagnostic rejected(String text) {
        Template template = ((Reading.Read) TemplateReader.read(text)).template();
        ExpansionResult result =
                Expansion.expand(
                        template,
                        Json.object().asObject().orElseThrow().members(),
                        ExpansionTest.context(),
                        Answers.none());
        return ((ExpansionResult.Rejected) result).diagnostics().getFirst();
    }
}

package dev.belay.template.expansion;

import static dev.belay.template.expansion.ExpansionTest.context;
import static dev.belay.template.expansion.ExpansionTest.expanded;
import static dev.belay.template.expansion.ExpansionTest.json;
import static dev.belay.template.expansion.ExpansionTest.resource;
import static dev.belay.template.expansion.ExpansionTest.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.template.syntax.Template;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import org.junit.jupiter.api.Test;

class ExpansionSecretsTest {

    @Test
    void a_secret_is_carried_into_bodies_but_never_printed() {
        Template template =
                template(
                        "'parameters': {'p': {'type': 'securestring'}}, 'resources': ["
                                + resource(
                                        "s",
                                        "'properties': {'a': \"[parameters('p')]\", 'b':"
                                            + " \"[concat('x-', parameters('p'), '-y')]\", 'c':"
                                            + " \"[concat(reference('/subscriptions/1/resourceGroups/g/providers/A.B/c/d',"
                                            + " '2020-01-01').k, parameters('p'))]\"},")
                                + "], 'outputs': {'o': {'type': 'securestring', 'value':"
                                + " \"[parameters('p')]\"}}");

        Expanded expanded = expanded(template, json("{'p': 'Zx;9q'}"));

        Value body = expanded.resources().getFirst().body();
        assertThat(expanded.toString()).doesNotContain("Zx;9q");
        assertThat(body.shown().toText()).doesNotContain("Zx;9q");
        assertThat(body.holdsSecret()).isTrue();
        RuntimeRead read =
                ((Finished.Needs) Expansion.finish(body, context(), Answers.none()))
                        .reads()
                        .iterator()
                        .next();
        Finished finished =
                Expansion.finish(
                        body,
                        context(),
                        Answers.none()
                                .with(read, new Answer.Found(json("{'properties': {'k': 'k'}}"))));
        assertThat(finished.toString()).doesNotContain("Zx;9q");
        Json sent = ((Finished.Ready) finished).json();
        assertThat(sent.textAt("/properties/b")).contains("x-Zx;9q-y");
        assertThat(sent.textAt("/properties/c")).contains("kZx;9q");
    }

    @Test
    void a_secret_inside_an_object_parameter_is_one_too() {
        Template template =
                template(
                        "'languageVersion': '2.0', 'parameters': {'o': {'type': 'object',"
                                + " 'properties': {'s': {'type': 'securestring'}}}}, 'resources':"
                                + " {'r': "
                                + resource("s", "'properties': {'a': \"[parameters('o').s]\"},")
                                + "}");

        Expanded expanded = expanded(template, json("{'o': {'s': 'Zx;9q'}}"));

        assertThat(expanded.toString()).doesNotContain("Zx;9q");
        assertThat(expanded.resources().getFirst().body().holdsSecret()).isTrue();
    }
}

package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Policy definitions, sets, assignments and exemptions. */
final class PoliciesTest {

    private static final String V = "?api-version=2021-06-01";
    private static final String AUTHORIZATION = "/providers/Microsoft.Authorization/";
    private static final String SHOP = "/providers/Microsoft.Management/managementGroups/shop";
    private static final String DEFINITION = AUTHORIZATION + "policyDefinitions/only-here";
    private static final String SET = AUTHORIZATION + "policySetDefinitions/all";
    private static final String ASSIGNMENT = AUTHORIZATION + "policyAssignments/lock";
    private static final String RULE =
            "policyRule:{if:{field:'location',equals:'northeurope'},then:{effect:'deny'}}";

    private final Rig arm =
            Rig.with(
                    ",managementGroups:[{name:'shop'},{name:'other'}],subscriptions:[{id:'"
                            + "00000000-0000-0000-0000-000000000002',managementGroup:'shop'}]");

    private static String definition(String parameters) {
        return "{properties:{" + RULE + ",parameters:{" + parameters + "}}}";
    }

    private static String assigned(String definition) {
        return "{properties:{policyDefinitionId:'" + definition + "'}}";
    }

    private static String set(String definition) {
        return "{properties:{policyDefinitions:[{policyDefinitionId:'" + definition + "'}]}}";
    }

    @Test
    void a_definition_is_answered_with_201_every_time_recorded() {
        String path = SHOP + DEFINITION + V;

        ArmResponse made = arm.put(path, definition("where:{type:'array'}"));
        ArmResponse again = arm.put(path, definition("where:{type:'array'}"));
        ArmResponse deleted = arm.delete(path);

        assertThat(made.status()).isEqualTo(201);
        assertThat(text(made, "/properties/policyType")).isEqualTo("Custom");
        assertThat(text(made, "/properties/parameters/where/type")).isEqualTo("Array");
        assertThat(made.json().orElseThrow().at("/properties/metadata/updatedOn"))
                .contains(Json.nullValue());
        assertThat(again.status()).isEqualTo(201);
        assertThat(text(again, "/properties/metadata/updatedOn")).startsWith("2026-");
        assertThat(text(again, "/properties/metadata/createdOn"))
                .isEqualTo(text(made, "/properties/metadata/createdOn"));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(text(deleted, "/name")).isEqualTo("only-here");
        assertThat(arm.delete(path).status()).isEqualTo(204);
        assertThat(message(arm.get(path)))
                .isEqualTo("The policy definition 'only-here' could not be found.");
    }

    @Test
    void parameters_of_a_definition_are_added_with_a_default_and_never_removed_documented() {
        String path = SUBSCRIPTION + DEFINITION + V;
        arm.put(path, definition("a:{type:'String'}"));

        assertThat(code(arm.put(path, definition("")))).isEqualTo("InvalidPolicyParameterUpdate");
        assertThat(code(arm.put(path, definition("a:{type:'String'},b:{type:'String'}"))))
                .isEqualTo("InvalidPolicyParameterUpdate");
        assertThat(
                        arm.put(
                                        path,
                                        definition(
                                                "a:{type:'String'},b:{type:'String',defaultValue:'x'}"))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void an_assignment_needs_its_definition_recorded() {
        ArmResponse missing =
                arm.put(SUBSCRIPTION + ASSIGNMENT + V, assigned(SUBSCRIPTION + DEFINITION));
        ArmResponse set = arm.put(SUBSCRIPTION + SET + V, set(SUBSCRIPTION + DEFINITION));

        assertThat(missing.status()).isEqualTo(400);
        assertThat(code(missing)).isEqualTo("PolicyDefinitionNotFound");
        assertThat(message(missing))
                .isEqualTo(
                        "The policy assignment create request is invalid. The policy definition '"
                                + SUBSCRIPTION
                                + DEFINITION
                                + "' could not be found.");
        assertThat(message(set))
                .isEqualTo(
                        "The policy set definition 'all' request is invalid. The following policy"
                                + " definitions could not be found: '"
                                + SUBSCRIPTION
                                + DEFINITION
                                + "'.");
    }

    @Test
    void a_definition_reaches_what_lies_below_it_documented() {
        String other = SHOP.replace("shop", "other");
        arm.put(SHOP + DEFINITION + V, definition(""));
        arm.put(other + DEFINITION + V, definition(""));

        ArmResponse below = arm.put(GROUP + ASSIGNMENT + V, assigned(SHOP + DEFINITION));
        ArmResponse aside = arm.put(SUBSCRIPTION + ASSIGNMENT + V, assigned(other + DEFINITION));

        assertThat(below.status()).isEqualTo(201);
        assertThat(text(below, "/properties/scope")).isEqualTo(GROUP);
        assertThat(text(below, "/properties/enforcementMode")).isEqualTo("Default");
        assertThat(code(aside)).isEqualTo("InvalidCreatePolicyAssignmentRequest");
    }

    @Test
    void an_assignment_keeps_its_definition_documented() {
        String builtIn = AUTHORIZATION + "policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c";
        arm.put(GROUP + ASSIGNMENT + V, assigned(builtIn));

        ArmResponse other =
                arm.put(GROUP + ASSIGNMENT + V, assigned(builtIn.replace("e5696", "a0899")));

        assertThat(code(other)).isEqualTo("InvalidPolicyDefinitionIdUpdate");
        assertThat(arm.put(GROUP + ASSIGNMENT + V, assigned(builtIn)).status()).isEqualTo(201);
    }

    @Test
    void what_is_in_use_is_not_deleted_documented() {
        arm.put(SHOP + DEFINITION + V, definition(""));
        ArmResponse set = arm.put(SHOP + SET + V, set(SHOP + DEFINITION));
        arm.put(SUBSCRIPTION + ASSIGNMENT + V, assigned(SHOP + SET));

        ArmResponse definition = arm.delete(SHOP + DEFINITION + V);
        ArmResponse whole = arm.delete(SHOP + SET + V);
        ArmResponse assignment = arm.delete(SUBSCRIPTION + ASSIGNMENT + V);

        assertThat(set.status()).isEqualTo(201);
        assertThat(text(set, "/properties/policyDefinitions/0/policyDefinitionReferenceId"))
                .isNotEmpty();
        assertThat(arm.put(SHOP + SET + V, set(SHOP + DEFINITION)).status()).isEqualTo(200);
        assertThat(code(definition)).isEqualTo("InvalidDeletePolicyDefinitionRequest");
        assertThat(message(definition)).contains(SHOP + SET);
        assertThat(code(whole)).isEqualTo("InvalidDeletePolicySetDefinitionRequest");
        assertThat(assignment.status()).isEqualTo(200);
        assertThat(arm.delete(SHOP + SET + V).status()).isEqualTo(200);
        assertThat(arm.delete(SHOP + DEFINITION + V).status()).isEqualTo(200);
    }

    @Test
    void an_exemption_needs_its_assignment_documented() {
        String builtIn = AUTHORIZATION + "policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c";
        String path =
                GROUP + AUTHORIZATION + "policyExemptions/not-me?api-version=2022-07-01-preview";
        String body =
                "{properties:{exemptionCategory:'Waiver',policyAssignmentId:'"
                        + GROUP
                        + ASSIGNMENT
                        + "'}}";

        ArmResponse before = arm.put(path, body);
        arm.put(GROUP + ASSIGNMENT + V, assigned(builtIn));
        ArmResponse after = arm.put(path, body);

        assertThat(code(before)).isEqualTo("PolicyAssignmentNotFound");
        assertThat(after.status()).isEqualTo(201);
    }

    @Test
    void a_management_group_deployment_defines_and_assigns_recorded() {
        String template =
                "{'$schema':'https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#',"
                    + "contentVersion:'1.0.0.0',resources:["
                    + "{type:'Microsoft.Authorization/policyAssignments',apiVersion:'2021-06-01',"
                    + "name:'lock',dependsOn:['only-here'],properties:{policyDefinitionId:"
                    + "'[managementGroupResourceId(\\'Microsoft.Authorization/policyDefinitions\\',\\'only-here\\')]'}},"
                    + "{type:'Microsoft.Authorization/policyDefinitions',apiVersion:'2021-06-01',"
                    + "name:'only-here',properties:{"
                        + RULE
                        + "}}]}";
        String deployment = SHOP + "/providers/Microsoft.Resources/deployments/p";

        arm.put(
                deployment,
                "{location:'westus',properties:{mode:'Incremental',template:" + template + "}}");
        arm.pass(Duration.ofMinutes(1));

        ArmResponse shown = arm.get(deployment);
        assertThat(text(shown, "/properties/provisioningState"))
                .as(shown.body())
                .isEqualTo("Succeeded");
        assertThat(
                        shown.json()
                                .orElseThrow()
                                .at("/properties/providers/0/resourceTypes/0/locations/0"))
                .contains(Json.nullValue());
        assertThat(text(arm.get(SHOP + ASSIGNMENT + V), "/properties/policyDefinitionId"))
                .isEqualTo(SHOP + DEFINITION);
    }
}

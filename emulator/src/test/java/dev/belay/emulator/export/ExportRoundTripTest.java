package dev.belay.emulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.Rig;
import dev.belay.emulator.world.StoredResource;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.comparison.BodyComparison;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What tools do that roll back by export and mode Complete: the group is exported, changed, and the
 * exported template deployed again.
 */
class ExportRoundTripTest {

    private static final String NSG = Rig.NETWORK + "networkSecurityGroups/web-nsg";
    private static final String NET = Rig.NETWORK + "virtualNetworks/vnet1";
    private static final String SQL = Rig.GROUP + "/providers/Microsoft.Sql/servers/sql1";
    private static final String PLAN = Rig.GROUP + "/providers/Microsoft.Web/serverfarms/plan";
    private static final Catalog CATALOG = Catalog.standard();
    private static final String DEPLOYMENT =
            Rig.GROUP + "/providers/Microsoft.Resources/deployments/back";

    private final Rig arm = Rig.empty();

    private void group() {
        arm.make(
                NSG,
                "{location:'westus',properties:{securityRules:[{name:'ssh',properties:{protocol:"
                        + "'Tcp',sourcePortRange:'*',destinationPortRange:'22',"
                        + "sourceAddressPrefix:'*',destinationAddressPrefix:'*',access:'Allow',"
                        + "priority:300,direction:'Inbound'}}]}}");
        arm.make(
                NET,
                "{location:'westus',tags:{team:'shop'},properties:{addressSpace:{addressPrefixes:"
                        + "['10.0.0.0/16']},subnets:[{name:'a',properties:{addressPrefix:"
                        + "'10.0.0.0/24',networkSecurityGroup:{id:'"
                        + NSG
                        + "'}}}]}}");
        arm.make(
                SQL + "?api-version=2021-11-01",
                "{location:'westus',properties:{administratorLogin:'boss',"
                        + "administratorLoginPassword:'Pa55!word'}}");
        arm.make(SQL + "/databases/db1?api-version=2021-11-01", "{location:'westus'}");
        arm.make(PLAN + "?api-version=2022-03-01", "{location:'westus',sku:{name:'B1'}}");
        arm.make(
                Rig.GROUP + "/providers/Microsoft.Web/sites/site1?api-version=2022-03-01",
                "{location:'westus',properties:{httpsOnly:true,serverFarmId:'" + PLAN + "'}}");
        arm.make(
                Rig.GROUP + "/providers/Microsoft.KeyVault/vaults/kv-shop?api-version=2023-07-01",
                "{location:'westus',properties:{tenantId:'00000000-0000-0000-0000-000000000001',"
                        + "sku:{family:'A',name:'standard'},accessPolicies:[]}}");
    }

    private Json export(String options) {
        ArmResponse answer =
                arm.send(
                        Method.POST,
                        Rig.GROUP + "/exportTemplate?api-version=2021-04-01",
                        "{resources:['*'],options:'" + options + "'}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().orElseThrow().at("/error")).isEmpty();
        return answer.json().orElseThrow().at("/template").orElseThrow();
    }

    private Json deployComplete(Json template) {
        ArmResponse put =
                arm.put(
                        DEPLOYMENT,
                        "{properties:{mode:'Complete',template:" + template.toText() + "}}");
        assertThat(put.succeeded()).as(put.body()).isTrue();
        arm.pass(Duration.ofHours(1));
        return arm.get(DEPLOYMENT).json().orElseThrow();
    }

    /** What GETs show, by id. */
    private SequencedMap<ResourceId, JsonObject> bodies() {
        var bodies = new LinkedHashMap<ResourceId, JsonObject>();
        for (StoredResource stored : arm.world().resources().byId().values()) {
            bodies.put(
                    stored.id(), Rig.router().provisioning().reading().show(arm.world(), stored));
        }
        return bodies;
    }

    /** Writable places that differ and resources that come or go; read-only values are nothing. */
    private static List<String> differences(
            SequencedMap<ResourceId, JsonObject> before,
            SequencedMap<ResourceId, JsonObject> after) {
        var found = new ArrayList<String>();
        before.forEach(
                (id, body) -> {
                    JsonObject now = after.get(id);
                    if (now == null) {
                        found.add("gone " + id.name());
                    } else if (id.asScope().isEmpty()) {
                        TypeFacts facts = CATALOG.type(id.type()).orElseThrow();
                        BodyComparison.between(facts, facts.apiVersion(), id.name(), body, now)
                                .differences()
                                .forEach(one -> found.add(id.name() + " " + one));
                    }
                });
        after.keySet().stream()
                .filter(id -> !before.containsKey(id))
                .forEach(id -> found.add("new " + id.name()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"IncludeParameterDefaultValue", "SkipAllParameterization"})
    void types_without_a_defect_come_back_as_they_were(String options) {
        group();
        SequencedMap<ResourceId, JsonObject> before = bodies();
        Json template = export(options);
        arm.make(
                NET,
                "{location:'westus',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16',"
                        + "'10.1.0.0/16']},subnets:[{name:'a',properties:{addressPrefix:"
                        + "'10.0.0.0/24'}}]}}");
        arm.make(Rig.NETWORK + "publicIPAddresses/new", "{location:'westus',properties:{}}");
        arm.delete(SQL + "/databases/db1?api-version=2021-11-01");
        arm.pass(Duration.ofMinutes(5));
        assertThat(differences(before, bodies()))
                .contains("gone db1", "new new")
                .hasSizeGreaterThan(3);

        Json shown = deployComplete(template);

        assertThat(shown.textAt("/properties/provisioningState"))
                .as(shown.toText())
                .contains("Succeeded");
        assertThat(differences(before, bodies())).isEmpty();
    }

    /** Documented (2018): without defaults whoever deploys must give the names. */
    @Test
    void without_defaults_the_names_must_be_given() {
        arm.make(PLAN + "?api-version=2022-03-01", "{location:'westus',sku:{name:'B1'}}");
        String template = export("").toText();

        ArmResponse bare =
                arm.put(DEPLOYMENT, "{properties:{mode:'Complete',template:" + template + "}}");
        ArmResponse given =
                arm.put(
                        DEPLOYMENT,
                        "{properties:{mode:'Complete',parameters:{serverfarms_plan_name:{value:"
                                + "'plan'}},template:"
                                + template
                                + "}}");

        assertThat(bare.status()).isEqualTo(400);
        assertThat(Rig.code(bare)).isEqualTo("InvalidTemplate");
        assertThat(given.succeeded()).as(given.body()).isTrue();
    }

    /** Reported: Azure/azure-cli#19684. */
    @Test
    void a_storage_account_makes_the_way_back_fail() {
        arm.make(Rig.STORAGE + "shop1", Rig.STORAGE_BODY);
        Json template = export("IncludeParameterDefaultValue");

        Json shown = deployComplete(template);

        assertThat(shown.textAt("/properties/provisioningState")).contains("Failed");
        assertThat(shown.at("/properties/error").orElseThrow().toText())
                .contains("InvalidXmlDocument", "XML specified is not syntactically valid.");
        assertThat(arm.get(DEPLOYMENT + "/operations").body())
                .contains("\"statusCode\":\"BadRequest\"", "storageAccounts/fileServices");
    }
}

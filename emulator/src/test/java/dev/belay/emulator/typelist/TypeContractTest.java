package dev.belay.emulator.typelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.emulator.Rig;
import dev.belay.json.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/**
 * What holds for every type: a PUT makes it, a GET shows what was sent, a second PUT of the same
 * changes nothing but times and tags of the server, a DELETE removes it.
 */
final class TypeContractTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Microsoft.Storage/storageAccounts/shop1|2023-01-01|{location:'westus',sku:{name:'Standard_LRS'},kind:'StorageV2'}",
                "Microsoft.Network/virtualNetworks/v|2023-09-01|{location:'westus',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']}}}",
                "Microsoft.Network/networkSecurityGroups/n|2023-09-01|{location:'westus',properties:{securityRules:[]}}",
                "Microsoft.Network/publicIPAddresses/p|2023-09-01|{location:'westus',sku:{name:'Standard'},properties:{publicIPAllocationMethod:'Static'}}",
                "Microsoft.Network/routeTables/r|2023-09-01|{location:'westus',properties:{routes:[]}}",
                "Microsoft.KeyVault/vaults/kv|2023-07-01|{location:'westus',properties:{tenantId:'t',sku:{family:'A',name:'standard'},accessPolicies:[]}}",
                "Microsoft.Web/serverfarms/plan|2022-03-01|{location:'westus',sku:{name:'B1'}}",
                "Microsoft.Web/sites/site|2022-03-01|{location:'westus',properties:{httpsOnly:true}}",
                "Microsoft.Sql/servers/db|2021-11-01|{location:'westus',properties:{administratorLogin:'sa',administratorLoginPassword:'p'}}",
                "Microsoft.ManagedIdentity/userAssignedIdentities/me|2023-01-31|{location:'westus',tags:{a:'b'}}",
                "Microsoft.Insights/components/ai|2020-02-02|{location:'westus',kind:'web',properties:{Application_Type:'web'}}",
                "Microsoft.OperationalInsights/workspaces/logs|2022-10-01|{location:'westus',properties:{retentionInDays:30}}",
                "Microsoft.ServiceBus/namespaces/shopbus|2021-11-01|{location:'westus',sku:{name:'Standard'}}",
                "Microsoft.ContainerRegistry/registries/registry1|2023-07-01|{location:'westus',sku:{name:'Basic'}}",
                "Microsoft.DocumentDB/databaseAccounts/cosmos|2023-04-15|{location:'westus',properties:{databaseAccountOfferType:'Standard',locations:[{locationName:'westus'}]}}",
                "Microsoft.Cache/redis/cache|2023-08-01|{location:'westus',properties:{sku:{name:'Basic',family:'C',capacity:0}}}",
                "Microsoft.Compute/disks/disk|2023-04-02|{location:'westus',properties:{creationData:{createOption:'Empty'},diskSizeGB:10}}",
                "Microsoft.Authorization/locks/keep|2020-05-01|{properties:{level:'CanNotDelete',notes:'n'}}",
                "Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000001|2022-04-01|{properties:{principalId:'bbbbbbbb-0000-4000-8000-000000000001',roleDefinitionId:'/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7'}}",
                "Microsoft.Authorization/roleDefinitions/aaaaaaaa-0000-4000-8000-000000000002|2022-04-01|{properties:{roleName:'Till',permissions:[],assignableScopes:['/subscriptions/00000000-0000-0000-0000-000000000002']}}",
                "Microsoft.Authorization/policyAssignments/pa|2022-06-01|{properties:{policyDefinitionId:'/providers/Microsoft.Authorization/policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c'}}"
            })
    void put_get_put_again_and_delete(String name, String apiVersion, String body) {
        Rig arm = Rig.empty();
        String path = Rig.GROUP + "/providers/" + name + "?api-version=" + apiVersion;

        Json first = arm.make(path, body);
        Json second = arm.make(path, body);
        ArmResponse deleted = arm.delete(path);
        arm.pass(Duration.ofMinutes(5));

        assertThat(first.textAt("/name")).contains(name.substring(name.lastIndexOf('/') + 1));
        assertThat(stable(second)).isEqualTo(stable(first));
        assertThat(deleted.status()).isIn(200, 202);
        assertThat(arm.get(path).status()).isEqualTo(404);
        assertThat(arm.delete(path).status()).isEqualTo(204);
    }

    /** A body without what the server changes at every write; a policy tells its updates. */
    private static String stable(Json body) {
        return body.asObject()
                .orElseThrow()
                .without("etag")
                .toText()
                .replaceAll("\"updated(By|On)\":[^,}]*", "")
                .replaceAll("\"2026-01-01T[^\"]*\"", "");
    }
}

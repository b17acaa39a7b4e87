package dev.belay.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What lies above resource groups outlives the process, deployments under way included. */
final class KeptScopesTest {

    private static final String GROUPS = "/providers/Microsoft.Management/managementGroups/";
    private static final String MAIN = "/subscriptions/00000000-0000-0000-0000-000000000002";
    private static final String DEPLOYMENT = "/providers/Microsoft.Resources/deployments/root";

    @TempDir private Path folder;

    private EmbeddedArm open() throws IOException {
        Path world =
                Files.writeString(
                        folder.resolve("world.json"), "{managementGroups:[{name:'shop'}]}");
        return EmbeddedArm.open(world, Optional.of(folder.resolve("w.state")));
    }

    private static ArmResponse send(EmbeddedArm arm, Method method, String path, String body)
            throws NoAnswerException {
        URI uri = URI.create(path + "?api-version=2021-04-01");
        return arm.send(
                body.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, body));
    }

    private static String state(EmbeddedArm arm, String deployment) throws NoAnswerException {
        return send(arm, Method.GET, deployment, "")
                .json()
                .flatMap(body -> body.textAt("/properties/provisioningState"))
                .orElse("");
    }

    private static String template() {
        String storage =
                "{type:'Microsoft.Storage/storageAccounts',apiVersion:'2023-01-01',name:'shop1',"
                        + "location:'[resourceGroup().location]',kind:'StorageV2',"
                        + "sku:{name:'Standard_LRS'}}";
        String schema =
                "'$schema':'https://schema.management.azure.com/schemas/2018-05-01/"
                        + "subscriptionDeploymentTemplate.json#',contentVersion:'1.0.0.0',";
        return "{"
                + schema
                + "resources:[{type:'Microsoft.Resources/resourceGroups',apiVersion:'2021-04-01',"
                + "name:'rg',location:'westus'},{type:'Microsoft.Resources/deployments',"
                + "apiVersion:'2021-04-01',name:'fill',resourceGroup:'rg',dependsOn:['rg'],"
                + "properties:{mode:'Incremental',expressionEvaluationOptions:{scope:'inner'},"
                + "template:{"
                + schema
                + "resources:["
                + storage
                + "]}}}]}";
    }

    @Test
    void a_deployment_across_scopes_goes_on_in_another_process() throws Exception {
        EmbeddedArm first = open();
        send(first, Method.PUT, GROUPS + "till", "{properties:{details:{parent:{id:'shop'}}}}");
        first.pause().pause(Duration.ofMinutes(1));
        send(first, Method.PUT, GROUPS + "till" + MAIN, "{}");
        send(
                first,
                Method.PUT,
                MAIN + "/providers/Microsoft.Resources/tags/default",
                "{properties:{tags:{a:'b'}}}");
        send(
                first,
                Method.PUT,
                MAIN + DEPLOYMENT,
                "{location:'westus',properties:{mode:'Incremental',template:" + template() + "}}");
        first.pause().pause(Duration.ofSeconds(3));
        String fill = MAIN + "/resourceGroups/rg" + DEPLOYMENT.replace("root", "fill");
        String before = state(first, fill);
        World kept = first.world();
        first.close();

        EmbeddedArm second = open();
        assertThat(second.world().resources()).isEqualTo(kept.resources());
        second.pause().pause(Duration.ofMinutes(5));

        assertThat(before).isEqualTo("Running");
        assertThat(state(second, fill)).isEqualTo("Succeeded");
        assertThat(state(second, MAIN + DEPLOYMENT)).isEqualTo("Succeeded");
        assertThat(send(second, Method.GET, GROUPS + "till" + MAIN, "").status()).isEqualTo(200);
        second.close();
    }
}

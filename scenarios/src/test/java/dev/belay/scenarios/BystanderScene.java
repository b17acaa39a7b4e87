package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.scenarios.Bystander.Fate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A deployment that changes one resource, makes two and fails at a fourth, or does not fail and is
 * undone later; and a colleague at work beside it.
 */
final class BystanderScene {

    /** When the colleague is at work. */
    enum When {
        /** While a deployment runs that then fails. */
        DURING,
        /** After a success that is then undone. */
        AFTER
    }

    /**
     * What came of it.
     *
     * @param fate at the end
     * @param refused the exit code of a refusal: of the whole deployment, or of an undo that asks
     *     for consent first; 0: there was none
     * @param exit of the last command after that; 0 also where there was none
     * @param named whether the report, or the refusal, names what the colleague did
     */
    record Outcome(Fate fate, int refused, int exit, boolean named) {}

    private static final String HEAD =
            """
            {"$schema": "https://schema.management.azure.com/schemas/%s#", "contentVersion": "1.0.0.0",
             "parameters": {"parent": {"type": "string", "defaultValue": "no-such-network"}},\
            """;

    private static final String FAILS =
            """
            {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "[concat(parameters('parent'), '/inner')]",
             "condition": "[not(empty(parameters('parent')))]", "properties": {"addressPrefix": "10.0.9.0/24"}, "dependsOn": ["%s"]}\
            """;

    private static final String GROUP_TEMPLATE =
            HEAD.formatted("2019-04-01/deploymentTemplate.json")
                    + """
                     "resources": [
                      {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "guard", "location": "westus",
                       "properties": {"securityRules": [{"name": "web", "properties": %s}, {"name": "ssh", "properties": %s}]}},
                      {"type": "Microsoft.Network/publicIPAddresses", "apiVersion": "2023-09-01", "name": "entry", "location": "westus", "sku": {"name": "Standard"},
                       "properties": {"publicIPAllocationMethod": "Static"}, "dependsOn": ["guard"]},
                      {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "belaymade", "location": "westus", "kind": "StorageV2",
                       "sku": {"name": "Standard_LRS"}, "properties": {}, "dependsOn": ["entry"]},
                      %s]}\
                    """
                            .formatted(
                                    rule("444", 100),
                                    rule("22", 110),
                                    FAILS.formatted("belaymade"));

    private static final String SUBSCRIPTION_TEMPLATE =
            HEAD.formatted("2018-05-01/subscriptionDeploymentTemplate.json")
                    + """
                     "resources": [
                      {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "rg-new", "location": "westus"},
                      {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-new", "dependsOn": ["rg-new"],
                       "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"}, "parameters": {"parent": {"value": "[parameters('parent')]"}},
                        "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                         "parameters": {"parent": {"type": "string"}},
                         "resources": [
                          {"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2023-09-01", "name": "net", "location": "westus", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}},
                          %s]}}}]}\
                    """
                            .formatted(FAILS.formatted("net"));

    private final Scene scene;
    private final Bystander bystander;
    private final When when;

    private BystanderScene(Scene scene, Bystander bystander, When when) {
        this.scene = scene;
        this.bystander = bystander;
        this.when = when;
    }

    /** The properties of a rule of a network security group. */
    static String rule(String port, int priority) {
        return """
        {"protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "%s", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Allow", "priority": %d, "direction": "Inbound"}\
        """
                .formatted(port, priority);
    }

    /**
     * @param folder an empty one
     */
    static BystanderScene of(Path folder, Bystander bystander, When when) {
        String last = bystander.isGroup() ? Bystanders.NEW_NET : Bystanders.ACCOUNT;
        List<String> timeline =
                when == When.DURING ? List.of(bystander.request().after(last)) : List.of();
        Scene scene = Scene.in(folder, world(timeline));
        scene.file("main.json", bystander.isGroup() ? SUBSCRIPTION_TEMPLATE : GROUP_TEMPLATE);
        return new BystanderScene(scene, bystander, when);
    }

    private static String world(List<String> timeline) {
        return """
        {resourceGroups:[{name:'rg-team',location:'westus',tags:{keep:'me'}}],
         resources:[
          {id:'%s',apiVersion:'2023-09-01',body:{location:'westus',properties:{securityRules:[{name:'web',properties:%s},{name:'ssh',properties:%s}]}}},
          {id:'%s',apiVersion:'2023-09-01',body:{location:'westus',tags:{a:'1'},properties:{disableBgpRoutePropagation:true}}},
          {id:'%s',apiVersion:'2023-09-01',body:{location:'westus',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']},subnets:[{name:'first',properties:{addressPrefix:'10.0.1.0/24'}}]}}},
          {id:'%s',apiVersion:'2021-11-01',body:{location:'westus',properties:{administratorLogin:'boss',administratorLoginPassword:'Secret-123'}}}],
         timeline:%s}
        """
                .formatted(
                        Bystanders.GUARD,
                        rule("443", 100),
                        rule("22", 110),
                        Bystanders.WAYS,
                        Bystanders.NET,
                        Bystanders.SQL,
                        timeline);
    }

    Scene scene() {
        return scene;
    }

    /** Runs the deployment as the strategy has it; a success where the colleague comes after. */
    Scene.Ran deploy(String... more) {
        Stream<String> where =
                bystander.isGroup()
                        ? Stream.of("--scope", "sub", "--location", "westus")
                        : Stream.of("-g", "rg-team");
        Stream<String> fails = when == When.DURING ? Stream.of() : Stream.of("-p", "parent=");
        return scene.belay(
                Stream.of(Stream.of("deploy", "-f", "main.json"), where, fails, Arrays.stream(more))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    /** The whole story, to the end of the undo; consent is given where it is asked for. */
    Outcome run(String... more) {
        Scene.Ran ran = deploy(more);
        if (refusedToBegin(ran)) {
            return new Outcome(Fate.KEPT, ran.exit(), 0, false);
        }
        if (when == When.AFTER) {
            assertThat(ran.exit()).as(ran.toString()).isZero();
            scene.colleague(bystander.request());
            ran =
                    more.length == 0
                            ? scene.belay("rollback", ran.transaction(), "--accept-deletions")
                            : scene.belay("rollback", ran.transaction());
        }
        if (!asksForConsent(ran)) {
            return new Outcome(fate(), 0, ran.exit(), named(ran));
        }
        assertThat(fate()).as(ran.toString()).isEqualTo(Fate.KEPT);
        assertThat(port()).as("nothing was undone: " + ran).isEqualTo("444");
        Scene.Ran accepted = scene.belay("rollback", ran.transaction(), "--accept-deletions");
        assertThat(accepted.events())
                .as("what others lose is said: " + accepted)
                .anyMatch(event -> bystander.isNamedIn(event.toText()));
        return new Outcome(fate(), ran.exit(), accepted.exit(), named(ran));
    }

    /** The same story, in which the other strategy is asked for in place of consent. */
    Outcome runAndChangeMind(String... more) {
        Scene.Ran ran = deploy(more);
        if (when == When.AFTER) {
            scene.colleague(bystander.request());
            ran = scene.belay("rollback", ran.transaction());
        }
        assertThat(asksForConsent(ran)).as(ran.toString()).isTrue();
        Scene.Ran surgical = scene.belay("rollback", ran.transaction(), "--strategy", "surgical");
        assertThat(port()).as("it is undone: " + surgical).isEqualTo("443");
        return new Outcome(fate(), ran.exit(), surgical.exit(), named(surgical));
    }

    private static boolean refusedToBegin(Scene.Ran ran) {
        return ran.exit() == 2 || ran.exit() == 6;
    }

    private static boolean asksForConsent(Scene.Ran ran) {
        return items(ran, "/notes").anyMatch(note -> note.contains("DeletionsNotAccepted"));
    }

    /** What became of the colleague's work, as a GET shows it. */
    Fate fate() {
        return bystander.look().fate(scene.outside());
    }

    String lookedAt() {
        return bystander.look().id();
    }

    /** Of the rule that the deployment changes from 443 to 444. */
    String port() {
        return scene.outside()
                .get(Bystanders.GUARD + "/securityRules/web", "2023-09-01")
                .json()
                .flatMap(rule -> rule.textAt("/properties/destinationPortRange"))
                .orElse("none");
    }

    private boolean named(Scene.Ran ran) {
        return Stream.of("/leftAlone", "/residue", "/notes")
                .flatMap(place -> items(ran, place))
                .anyMatch(bystander::isNamedIn);
    }

    private static Stream<String> items(Scene.Ran ran, String place) {
        return ran.report().at(place).flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                .map(Json::toText);
    }
}

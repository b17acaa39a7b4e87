package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is deployed while processes are killed. */
enum CrashCase {
    /** Two changed, two created; all succeeds. */
    SUCCEEDS(""),
    /** The last one fails in provisioning. */
    FAILS("provisioning"),
    /** A nested deployment, whose last resource is refused. */
    FAILS_NESTED("request");

    static final Map<String, String> VERSIONS =
            Map.of(
                    "microsoft.network/networksecuritygroups",
                    "2023-09-01",
                    "microsoft.storage/storageaccounts",
                    "2023-05-01",
                    "microsoft.network/routetables",
                    "2023-09-01");

    private static final String NSG = "Microsoft.Network/networkSecurityGroups";
    private static final String ROUTES = "Microsoft.Network/routeTables";
    private static final String STORAGE = "Microsoft.Storage/storageAccounts";

    private final String stage;

    CrashCase(String stage) {
        this.stage = stage;
    }

    /** How names of its groups begin. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** A world of groups that each hold what stands before. */
    String world(List<String> groups) {
        var all = new ArrayList<String>();
        var resources = new ArrayList<String>();
        var faults = new ArrayList<String>();
        for (String group : groups) {
            String path = Scene.SUBSCRIPTION + "/resourceGroups/" + group;
            all.add("{name:'" + group + "',location:'westus'}");
            resources.add(
                    standing(
                            path,
                            STORAGE,
                            storage(group),
                            "{location:'westus',kind:'StorageV2',sku:{name:'Standard_LRS'},"
                                    + "tags:{a:'1'},properties:{minimumTlsVersion:'TLS1_0'}}"));
            resources.add(
                    standing(
                            path,
                            NSG,
                            "rules",
                            "{location:'westus',properties:{securityRules:["
                                    + rule("web", 80)
                                    + "]}}"));
            if (!stage.isEmpty()) {
                faults.add(
                        "{when:{method:'PUT',id:'"
                                + path
                                + "/providers/"
                                + ROUTES
                                + "/last',stage:'"
                                + stage
                                + "'},then:{fail:{status:409,code:'Conflict',message:'no'}}}");
            }
        }
        return "{resourceGroups:" + all + ",resources:" + resources + ",faults:" + faults + "}";
    }

    private static String standing(String path, String type, String name, String body) {
        return "{id:'"
                + path
                + "/providers/"
                + type
                + "/"
                + name
                + "',apiVersion:'"
                + VERSIONS.get(type.toLowerCase(Locale.ROOT))
                + "',body:"
                + body
                + "}";
    }

    private static String storage(String group) {
        return "st" + group.replace("-", "");
    }

    private static String rule(String name, int port) {
        return "{name:'"
                + name
                + "',properties:{access:'Allow',direction:'Inbound',priority:100,protocol:'Tcp',"
                + "sourceAddressPrefix:'*',sourcePortRange:'*',destinationAddressPrefix:'*',"
                + "destinationPortRange:'"
                + port
                + "'}}";
    }

    /** The template, strict JSON. */
    String template() {
        String first =
                resource(
                                STORAGE,
                                "[concat('st', replace(resourceGroup().name, '-', ''))]",
                                "kind:'StorageV2',sku:{name:'Standard_LRS'},tags:{a:'2',b:'3'},"
                                        + "properties:{minimumTlsVersion:'TLS1_2'}")
                        + ","
                        + resource(
                                NSG,
                                "rules",
                                "properties:{securityRules:[" + rule("tls", 443) + "]}");
        String created =
                resource(NSG, "new", "tags:{a:'1'},properties:{}")
                        + ","
                        + resource(ROUTES, "last", dependsOn() + "properties:{routes:[]}");
        return strict(
                document(
                        this == FAILS_NESTED
                                ? first + "," + nested(created)
                                : first + "," + created));
    }

    private static String dependsOn() {
        return "dependsOn:['[resourceId(\\'" + NSG + "\\', \\'new\\')]'],";
    }

    private static String nested(String resources) {
        return "{type:'Microsoft.Resources/deployments',apiVersion:'2021-04-01',name:'inner',"
                + "dependsOn:['[resourceId(\\'"
                + NSG
                + "\\', \\'rules\\')]'],properties:{mode:'Incremental',template:"
                + document(resources)
                + "}}";
    }

    private static String document(String resources) {
        return "{'$schema':'https://schema.management.azure.com/schemas/2019-04-01/"
                + "deploymentTemplate.json#',contentVersion:'1.0.0.0',resources:["
                + resources
                + "]}";
    }

    private static String resource(String type, String name, String members) {
        return "{type:'"
                + type
                + "',apiVersion:'"
                + VERSIONS.get(type.toLowerCase(Locale.ROOT))
                + "',name:'"
                + name.replace("'", "\\'")
                + "',location:'westus',"
                + members
                + "}";
    }

    private static String strict(String lenient) {
        return JsonWriter.pretty(JsonReader.lenient().read(lenient));
    }

    /** The template's resources, nested ones included. */
    List<Json> flat(Json template) {
        var flat = new ArrayList<Json>();
        for (Json resource :
                template.at("/resources").flatMap(Json::asArray).orElse(JsonArray.EMPTY)) {
            resource.at("/properties/template")
                    .ifPresentOrElse(inner -> flat.addAll(flat(inner)), () -> flat.add(resource));
        }
        return flat;
    }

    /** Every id that it can touch in a group. */
    List<String> ids(String group) {
        return flat(JsonReader.strict().read(template())).stream()
                .map(resource -> id(group, resource))
                .toList();
    }

    static String id(String group, Json resource) {
        String name = resource.textAt("/name").orElseThrow();
        String plain =
                name.startsWith("[") ? storage(group.substring(group.lastIndexOf('/') + 1)) : name;
        return group + "/providers/" + resource.textAt("/type").orElseThrow() + "/" + plain;
    }
}

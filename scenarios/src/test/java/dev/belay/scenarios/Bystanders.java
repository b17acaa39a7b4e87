package dev.belay.scenarios;

import dev.belay.scenarios.Bystander.Fate;
import dev.belay.scenarios.Bystander.Look;
import dev.belay.scenarios.Bystander.Request;
import dev.belay.scenarios.Bystander.Why;

import java.util.List;
import java.util.stream.Stream;

/** What colleagues do beside a deployment: some of every kind of thing. */
final class Bystanders {

    static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-team";
    static final String NEW_GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-new";
    static final String OTHER_GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-theirs";
    static final String NETWORK = "/providers/Microsoft.Network/";
    static final String GUARD = GROUP + NETWORK + "networkSecurityGroups/guard";
    static final String WAYS = GROUP + NETWORK + "routeTables/ways";
    static final String NET = GROUP + NETWORK + "virtualNetworks/net";
    static final String ENTRY = GROUP + NETWORK + "publicIPAddresses/entry";
    static final String SQL = GROUP + "/providers/Microsoft.Sql/servers/belaysql";
    static final String ACCOUNT = GROUP + "/providers/Microsoft.Storage/storageAccounts/belaymade";
    static final String NEW_NET = NEW_GROUP + NETWORK + "virtualNetworks/net";

    private static final String NETWORK_VERSION = "2023-09-01";
    private static final String GROUP_VERSION = "2021-04-01";
    private static final String GRANT =
            "/providers/Microsoft.Authorization/roleAssignments/22222222-2222-2222-2222-222222222222";
    private static final String LOCK = "/providers/Microsoft.Authorization/locks/theirs";
    private static final String LOCK_VERSION = "?api-version=2020-05-01";
    private static final String TAGS = "/providers/Microsoft.Resources/tags/default";
    private static final String PRINCIPAL = "33333333-3333-3333-3333-333333333333";
    private static final String READER =
            Scene.SUBSCRIPTION
                    + "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";

    private Bystanders() {}

    static List<Bystander> all() {
        return Stream.of(resources(), children(), locks(), tags(), grants(), groups())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Bystander> resources() {
        return List.of(
                new Bystander(
                        "resource",
                        "makes a route table",
                        put(GROUP + NETWORK + "routeTables/theirs", routes("{owner: 'them'}")),
                        owned(GROUP + NETWORK + "routeTables/theirs"),
                        Fate.DELETED,
                        Why.DELETED_BY_TABLE),
                new Bystander(
                        "resource",
                        "changes a setting of a resource that the deployment does not touch",
                        put(WAYS, routes("{a: '1'}")),
                        Look.part(
                                WAYS,
                                NETWORK_VERSION,
                                "/properties/disableBgpRoutePropagation",
                                "false"),
                        Fate.CHANGED,
                        Why.WRITTEN_OVER));
    }

    private static List<Bystander> children() {
        return List.of(
                child("adds a rule to a target", GUARD + "/securityRules/theirs", "8443", 300),
                child("changes a rule of a target", GUARD + "/securityRules/ssh", "2222", 110),
                new Bystander(
                        "child resource",
                        "adds a subnet to a network that the deployment does not touch",
                        put(NET + "/subnets/theirs", "{properties:{addressPrefix:'10.0.7.0/24'}}"),
                        Look.resource(
                                NET + "/subnets/theirs",
                                NETWORK_VERSION,
                                "/properties/addressPrefix",
                                "'10.0.7.0/24'"),
                        Fate.DELETED,
                        Why.WRITTEN_OVER),
                new Bystander(
                        "child resource",
                        "adds a database to a server that the deployment does not touch",
                        Request.put(
                                SQL + "/databases/theirs?api-version=2021-11-01",
                                "{location:'westus',tags:{owner:'them'},properties:{}}"),
                        Look.resource(
                                SQL + "/databases/theirs", "2021-11-01", "/tags/owner", "'them'"),
                        Fate.DELETED,
                        Why.DELETED_BY_TABLE),
                new Bystander(
                        "child resource",
                        "puts a blob container into an account that the deployment made",
                        Request.put(
                                ACCOUNT
                                        + "/blobServices/default/containers/theirs?api-version=2023-05-01",
                                "{properties:{metadata:{owner:'them'}}}"),
                        Look.resource(
                                ACCOUNT + "/blobServices/default/containers/theirs",
                                "2023-05-01",
                                "/properties/metadata/owner",
                                "'them'"),
                        Fate.DELETED,
                        Why.WITH_HOLDER));
    }

    private static List<Bystander> locks() {
        return List.of(
                lock("locks a target", GUARD, Why.KEPT_BY_TABLE),
                lock(
                        "locks a resource that the deployment does not touch",
                        WAYS,
                        Why.KEPT_BY_TABLE),
                lock("locks a resource that the deployment made", ENTRY, Why.LOCK_STOPS),
                lock("locks the group", GROUP, Why.LOCK_SPARES));
    }

    private static List<Bystander> tags() {
        return List.of(
                tagged("tags a target", GUARD, "{theirs:'1'}", Fate.DELETED, Why.WRITTEN_OVER),
                tagged(
                        "tags a resource that the deployment does not touch",
                        WAYS,
                        "{a:'1',theirs:'1'}",
                        Fate.DELETED,
                        Why.WRITTEN_OVER),
                tagged("tags the group", GROUP, "{keep:'me',theirs:'1'}", Fate.KEPT, Why.BESIDE));
    }

    private static List<Bystander> grants() {
        return List.of(
                grant("grants a role on a target", GUARD, Fate.KEPT, Why.KEPT_BY_TABLE),
                grant("grants a role on the group", GROUP, Fate.KEPT, Why.KEPT_BY_TABLE),
                grant(
                        "grants a role on a resource that the deployment made",
                        ENTRY,
                        Fate.DELETED,
                        Why.WITH_HOLDER));
    }

    private static List<Bystander> groups() {
        return List.of(
                new Bystander(
                        "resource group",
                        "makes a group beside that of the deployment",
                        Request.put(
                                OTHER_GROUP + "?api-version=" + GROUP_VERSION,
                                "{location:'westus',tags:{owner:'them'}}"),
                        Look.resource(OTHER_GROUP, GROUP_VERSION, "/tags/owner", "'them'"),
                        Fate.KEPT,
                        Why.NO_GROUPS),
                new Bystander(
                        "resource group",
                        "puts a route table into the group that the deployment made",
                        put(NEW_GROUP + NETWORK + "routeTables/theirs", routes("{owner: 'them'}")),
                        owned(NEW_GROUP + NETWORK + "routeTables/theirs"),
                        Fate.KEPT,
                        Why.NO_GROUPS),
                new Bystander(
                        "resource group",
                        "grants a role on the group that the deployment made",
                        granting(NEW_GROUP),
                        granted(NEW_GROUP),
                        Fate.KEPT,
                        Why.NO_GROUPS));
    }

    private static Request put(String id, String body) {
        return Request.put(id + "?api-version=" + NETWORK_VERSION, body);
    }

    private static String routes(String tags) {
        return "{location:'westus',tags:%s,properties:{disableBgpRoutePropagation:false}}"
                .formatted(tags);
    }

    private static Look owned(String id) {
        return Look.resource(id, NETWORK_VERSION, "/tags/owner", "'them'");
    }

    private static Bystander child(String deed, String id, String port, int priority) {
        boolean added = deed.startsWith("adds");
        return new Bystander(
                "child resource",
                deed,
                put(id, "{properties:%s}".formatted(BystanderScene.rule(port, priority))),
                Look.resource(
                        id, NETWORK_VERSION, "/properties/destinationPortRange", "'" + port + "'"),
                added ? Fate.DELETED : Fate.CHANGED,
                Why.WRITTEN_OVER);
    }

    private static Bystander lock(String deed, String holder, Why why) {
        return lock(deed, holder, "CanNotDelete", why);
    }

    /**
     * @param level {@code CanNotDelete} or {@code ReadOnly}
     */
    static Bystander lock(String deed, String holder, String level, Why why) {
        return new Bystander(
                "lock",
                deed,
                Request.put(
                        holder + LOCK + LOCK_VERSION, "{properties:{level:'%s'}}".formatted(level)),
                Look.resource(holder + LOCK, "2020-05-01", "/properties/level", "'" + level + "'"),
                Fate.KEPT,
                why);
    }

    /** The colleague takes the lock away. */
    static Request unlock(String holder) {
        return new Request("DELETE", holder + LOCK + LOCK_VERSION, "");
    }

    private static Bystander tagged(
            String deed, String holder, String tags, Fate complete, Why why) {
        return new Bystander(
                "tag",
                deed,
                Request.put(
                        holder + TAGS + "?api-version=" + GROUP_VERSION,
                        "{properties:{tags:%s}}".formatted(tags)),
                Look.part(
                        holder,
                        holder.equals(GROUP) ? GROUP_VERSION : NETWORK_VERSION,
                        "/tags/theirs",
                        "'1'"),
                complete,
                why);
    }

    private static Bystander grant(String deed, String holder, Fate complete, Why why) {
        return new Bystander(
                "role assignment", deed, granting(holder), granted(holder), complete, why);
    }

    private static Request granting(String holder) {
        return Request.put(
                holder + GRANT + "?api-version=2022-04-01",
                "{properties:{roleDefinitionId:'%s',principalId:'%s',principalType:'User'}}"
                        .formatted(READER, PRINCIPAL));
    }

    private static Look granted(String holder) {
        return Look.resource(
                holder + GRANT, "2022-04-01", "/properties/principalId", "'" + PRINCIPAL + "'");
    }
}

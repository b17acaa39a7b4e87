package dev.belay.emulator.typelist;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Existence;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.authorization.Locks;
import dev.belay.emulator.type.authorization.PolicyAssignments;
import dev.belay.emulator.type.authorization.PolicyDefinitions;
import dev.belay.emulator.type.authorization.PolicyExemptions;
import dev.belay.emulator.type.authorization.PolicySetDefinitions;
import dev.belay.emulator.type.authorization.RoleAssignments;
import dev.belay.emulator.type.authorization.RoleDefinitions;
import dev.belay.emulator.type.keyvault.Vaults;
import dev.belay.emulator.type.management.GroupSettings;
import dev.belay.emulator.type.management.ManagementGroups;
import dev.belay.emulator.type.management.Placements;
import dev.belay.emulator.type.network.NetworkSecurityGroups;
import dev.belay.emulator.type.network.Subnets;
import dev.belay.emulator.type.network.VirtualNetworks;
import dev.belay.emulator.type.security.Setting;
import dev.belay.emulator.type.sql.Databases;
import dev.belay.emulator.type.sql.Servers;
import dev.belay.emulator.type.storage.BlobServices;
import dev.belay.emulator.type.storage.FileServices;
import dev.belay.emulator.type.storage.QueueServices;
import dev.belay.emulator.type.storage.StorageAccounts;
import dev.belay.emulator.type.storage.TableServices;
import dev.belay.emulator.type.web.Plans;
import dev.belay.emulator.type.web.Sites;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.InlineChild;
import dev.belay.types.catalog.TypeFacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every resource type: the catalog's, and on top of it the deeply modelled ones. */
public final class ResourceTypes {

    /** The deeply modelled types, one line each. */
    private static final List<ResourceTypeBehavior> ONE_BY_ONE =
            List.of(
                    new StorageAccounts(),
                    new BlobServices(),
                    new FileServices(),
                    new QueueServices(),
                    new TableServices(),
                    new VirtualNetworks(),
                    new Subnets(),
                    new NetworkSecurityGroups(),
                    new Vaults(),
                    new Servers(),
                    new Databases(),
                    new Plans(),
                    new Sites(),
                    new ManagementGroups(),
                    new Placements(),
                    new GroupSettings(),
                    new RoleDefinitions(),
                    new RoleAssignments(),
                    new PolicyDefinitions(),
                    new PolicySetDefinitions(),
                    new PolicyAssignments(),
                    new PolicyExemptions(),
                    new Locks());

    /** Besides, the settings that always exist. */
    private static final List<ResourceTypeBehavior> DEEP =
            Stream.concat(ONE_BY_ONE.stream(), Setting.all().stream()).toList();

    private final Catalog catalog;
    private final Map<ResourceType, ResourceTypeBehavior> deep = new HashMap<>();

    private ResourceTypes(Catalog catalog) {
        this.catalog = catalog;
        DEEP.forEach(behavior -> deep.put(behavior.type(), behavior));
    }

    public static ResourceTypes standard(Catalog catalog) {
        return new ResourceTypes(catalog);
    }

    public Catalog catalog() {
        return catalog;
    }

    /** What the type answers; empty for a type that Azure does not have. */
    public Optional<ResourceTypeBehavior> behavior(ResourceType type) {
        return catalog.type(type).map(facts -> layered(type, new GenericBehavior(facts)));
    }

    private ResourceTypeBehavior layered(ResourceType type, GenericBehavior generic) {
        ResourceTypeBehavior own = deep.get(type);
        return own == null ? generic : new LayeredBehavior(generic, own);
    }

    /** The types whose resources are always there with a parent of this type. */
    public List<ResourceTypeBehavior> automaticChildren(ResourceType parent) {
        return DEEP.stream()
                .filter(child -> child.existence() instanceof Existence.Automatic)
                .filter(child -> child.type().parent().filter(parent::equals).isPresent())
                .flatMap(child -> behavior(child.type()).stream())
                .toList();
    }

    /** The child types whose resources also are items of a list that a PUT of the parent sets. */
    public List<InlineChild> inlineTwins(ResourceType parent) {
        return parent.namespace().equalsIgnoreCase("Microsoft.Network")
                ? catalog.type(parent).map(TypeFacts::inlineChildren).orElse(List.of()).stream()
                        .filter(child -> !child.readOnly() && child.childWritable())
                        .toList()
                : List.of();
    }

    /** The part of a body that a GET shows. */
    public JsonObject shown(ResourceType type, JsonObject body, String apiVersion, String name) {
        return generic(type).map(known -> known.shown(body, apiVersion, name)).orElse(body);
    }

    /** The part of a body that no GET ever shows; empty if there is none. */
    public JsonObject secret(ResourceType type, JsonObject body, String apiVersion, String name) {
        return generic(type)
                .map(known -> known.secret(body, apiVersion, name))
                .orElse(JsonObject.builder().build());
    }

    /** Why the catalog alone refuses a write: what a preflight can say. */
    public Optional<Refusal> refuseByCatalog(Change change, World world) {
        return generic(change.id().type()).flatMap(known -> known.refuse(change, world));
    }

    private Optional<GenericBehavior> generic(ResourceType type) {
        return catalog.type(type).map(GenericBehavior::new);
    }
}

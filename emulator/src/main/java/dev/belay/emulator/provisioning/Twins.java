package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.InlineChild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps an inline list of a parent and the child resources that are its items one thing: a PUT of
 * the parent makes, changes and removes children; a PUT of a child changes its parent's item.
 */
final class Twins {

    private final ResourceTypes types;

    Twins(ResourceTypes types) {
        this.types = types;
    }

    /** The world with a written resource and all its twins. */
    World store(World world, StoredResource resource) {
        World after = intoParent(world.with(resource), resource);
        for (InlineChild twin : types.inlineTwins(resource.id().type())) {
            Optional<String> list = listOf(twin);
            if (list.isPresent()) {
                after = fromParent(after, resource, twin, list.get());
            }
        }
        return after;
    }

    /** The world without a resource, what lies below it, and its item in its parent. */
    World remove(World world, ResourceId id) {
        World after = world;
        for (StoredResource below : world.resources().below(id)) {
            after = after.without(below.id());
        }
        after = after.without(id);
        Optional<StoredResource> parent = id.container().flatMap(after::find);
        Optional<String> list = parent.flatMap(found -> listIn(found, id));
        return parent.isPresent() && list.isPresent()
                ? after.with(
                        withItems(parent.get(), list.get(), others(parent.get(), list.get(), id)))
                : after;
    }

    private World intoParent(World world, StoredResource child) {
        Optional<StoredResource> parent = child.id().container().flatMap(world::find);
        Optional<String> list = parent.flatMap(found -> listIn(found, child.id()));
        if (parent.isEmpty() || list.isEmpty()) {
            return world;
        }
        List<Json> items = new ArrayList<>(items(parent.get(), list.get()));
        int place = place(items, child.id().name());
        JsonObject item = shown(world, child);
        if (place < 0) {
            items.add(item);
        } else {
            items.set(place, item);
        }
        return world.with(withItems(parent.get(), list.get(), items));
    }

    /** As a GET of the child shows it, its state included. */
    private JsonObject shown(World world, StoredResource child) {
        return types.behavior(child.id().type())
                .map(type -> type.answer(child, world))
                .orElse(child.body())
                .without("etag");
    }

    private World fromParent(World world, StoredResource parent, InlineChild twin, String list) {
        World after = world;
        Set<String> kept = new TreeSet<>();
        for (Json item : items(parent, list)) {
            Optional<String> name = item.textAt("/name");
            if (name.isPresent() && item instanceof JsonObject object && isName(name.get())) {
                ResourceId id = parent.id().child(twin.child().name(), name.get());
                kept.add(id.folded());
                after = withChild(after, parent, id, object);
            }
        }
        for (StoredResource child : after.resources().children(parent.id(), twin.child().name())) {
            if (!kept.contains(child.id().folded())) {
                after = without(after, child.id());
            }
        }
        return after;
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.indexOf('/') < 0;
    }

    private static World without(World world, ResourceId id) {
        World after = world;
        for (StoredResource below : world.resources().below(id)) {
            after = after.without(below.id());
        }
        return after.without(id);
    }

    private static World withChild(
            World world, StoredResource parent, ResourceId id, JsonObject item) {
        JsonObject body =
                JsonObject.of(
                                "id",
                                Json.of(id.path()),
                                "name",
                                Json.of(id.name()),
                                "type",
                                Json.of(id.type().toString()))
                        .withAll(item.without("id").without("type"));
        Optional<StoredResource> before = world.find(id);
        if (before.isPresent()) {
            StoredResource written = before.get().withBody(body).withEtag(parent.etag());
            return world.with(
                    isSettled(parent) && written.operation().isEmpty()
                            ? written.settled(StoredResource.SUCCEEDED)
                            : written);
        }
        var child =
                new StoredResource(
                        id,
                        parent.apiVersion(),
                        body,
                        Json.object(),
                        StoredResource.SUCCEEDED,
                        parent.etag(),
                        parent.changedAt(),
                        parent.changedAt(),
                        Optional.empty(),
                        world.drawn());
        return world.draw().world().with(child);
    }

    private static boolean isSettled(StoredResource parent) {
        return parent.operation().isEmpty() && parent.state().equals(StoredResource.SUCCEEDED);
    }

    private Optional<String> listIn(StoredResource parent, ResourceId child) {
        return types.inlineTwins(parent.id().type()).stream()
                .filter(twin -> twin.child().equals(child.type()))
                .findFirst()
                .flatMap(Twins::listOf);
    }

    /** The name of a list directly below {@code properties}; deeper ones are no twins here. */
    private static Optional<String> listOf(InlineChild twin) {
        String path = twin.path().text().replace("[]", "");
        String prefix = "properties.";
        return path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0
                ? Optional.of(path.substring(prefix.length()))
                : Optional.empty();
    }

    private static List<Json> items(StoredResource parent, String list) {
        return parent.properties().get(list).flatMap(Json::asArray).orElse(JsonArray.EMPTY).items();
    }

    private static List<Json> others(StoredResource parent, String list, ResourceId gone) {
        return items(parent, list).stream().filter(item -> !isNamed(item, gone.name())).toList();
    }

    private static int place(List<Json> items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (isNamed(items.get(i), name)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNamed(Json item, String name) {
        return item.textAt("/name")
                .filter(own -> own.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static StoredResource withItems(StoredResource parent, String list, List<Json> items) {
        return parent.withBody(
                parent.body()
                        .with("properties", parent.properties().with(list, new JsonArray(items))));
    }
}

package dev.belay.emulator.typelist;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Action;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Existence;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.util.Map;
import java.util.Optional;

/**
 * A deeply modelled type: the generic behaviour first, the type's own hooks on top of it.
 *
 * @param generic what the catalog says
 * @param deep what the type itself says
 */
record LayeredBehavior(GenericBehavior generic, ResourceTypeBehavior deep)
        implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return deep.type();
    }

    @Override
    public Existence existence() {
        return deep.existence();
    }

    @Override
    public Optional<JsonObject> standing(ResourceId id, World world) {
        return deep.standing(id, world);
    }

    /** The type's own refusal first: its texts are recorded or documented. */
    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return deep.refuse(change, world).or(() -> generic.refuse(change, world));
    }

    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        return deep.refuseReferences(change, world)
                .or(() -> generic.refuseReferences(change, world));
    }

    @Override
    public JsonObject complete(Change change, World world) {
        return deep.complete(change.withBody(generic.complete(change, world)), world);
    }

    @Override
    public Optional<String> etag(String fresh) {
        return deep.etag(fresh).or(() -> generic.etag(fresh));
    }

    @Override
    public JsonObject answer(StoredResource resource, World world) {
        return deep.answer(resource.withBody(generic.answer(resource, world)), world);
    }

    @Override
    public World onWritten(StoredResource resource, World world) {
        return deep.onWritten(resource, world);
    }

    @Override
    public World onDelete(StoredResource resource, World world) {
        return deep.onDelete(resource, world);
    }

    @Override
    public Optional<JsonObject> acceptance(ResourceId id) {
        return deep.acceptance(id);
    }

    @Override
    public Map<String, Action> actions() {
        return deep.actions();
    }

    @Override
    public Optional<WriteStyle> style(Method method, boolean exists) {
        return deep.style(method, exists).or(() -> generic.style(method, exists));
    }
}

package dev.belay.emulator.type.management;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Microsoft.Management/managementGroups}. Evidence: answers and times recorded (arm-protocol
 * 11); that the root and a group with children stay documented, the errors' texts inferred.
 */
public final class ManagementGroups implements ResourceTypeBehavior {

    /** Evidence: documented. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_().-]{1,90}");

    private static final Duration TAKES = Duration.ofSeconds(10);

    @Override
    public ResourceType type() {
        return Hierarchy.GROUP;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return change.method() == Method.DELETE
                ? refuseDelete(change.id(), world.hierarchy())
                : wrongName(change).or(() -> wrongParent(change, world.hierarchy()));
    }

    private static Optional<Refusal> refuseDelete(ResourceId id, Hierarchy hierarchy) {
        if (hierarchy.isRoot(id)) {
            return refused(400, "BadRequest", "The root management group cannot be deleted.");
        }
        return hierarchy.childrenOf(id).isEmpty() && hierarchy.subscriptionsIn(id).isEmpty()
                ? Optional.empty()
                : refused(
                        400,
                        "CannotDeleteManagementGroup",
                        "The management group '"
                                + id.name()
                                + "' cannot be deleted because it has child management groups or"
                                + " subscriptions.");
    }

    private static Optional<Refusal> refused(int status, String code, String message) {
        return Optional.of(Refusal.provider(status, ArmError.of(code, message)));
    }

    private static Optional<Refusal> wrongName(Change change) {
        String name = change.id().name();
        boolean fits = NAME.matcher(name).matches() && !name.endsWith(".");
        return fits || !change.creates()
                ? Optional.empty()
                : Optional.of(
                        Refusal.provider(
                                400, ResourceErrors.invalidResourceName(name, change.id().type())));
    }

    private static Optional<Refusal> wrongParent(Change change, Hierarchy hierarchy) {
        Optional<ResourceId> asked = askedParent(change);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (hierarchy.isRoot(change.id())) {
            return refused(400, "BadRequest", "The root management group cannot be moved.");
        }
        return hierarchy.isWithin(asked.get(), change.id())
                ? refused(
                        400,
                        "BadRequest",
                        "The management group '"
                                + change.id().name()
                                + "' cannot be moved below itself.")
                : Optional.empty();
    }

    /** A parent that the template is still to make is no fault of the template. */
    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        return askedParent(change)
                .filter(parent -> !world.resources().has(parent))
                .flatMap(
                        parent ->
                                refused(
                                        404,
                                        "ParentGroupNotFound",
                                        "The parent management group '"
                                                + parent.path()
                                                + "' was not found."));
    }

    /** A PUT names it deep inside, a PATCH at the root of its body. */
    private static Optional<ResourceId> askedParent(Change change) {
        JsonObject sent = change.sent();
        Optional<String> text =
                change.method() == Method.PATCH
                        ? sent.find("parentGroupId").flatMap(Json::asText)
                        : text(sent, "properties", "details", "parent", "id");
        return text.filter(id -> !id.isEmpty())
                .map(id -> id.startsWith("/") ? id : Hierarchy.id(id).path())
                .flatMap(ResourceId::parse);
    }

    private static Optional<String> text(JsonObject body, String... names) {
        Optional<Json> found = Optional.of(body);
        for (String name : names) {
            found = found.flatMap(Json::asObject).flatMap(object -> object.find(name));
        }
        return found.flatMap(Json::asText);
    }

    @Override
    public JsonObject complete(Change change, World world) {
        Optional<StoredResource> before = change.before();
        String displayName =
                askedName(change)
                        .or(() -> before.map(Hierarchy::displayName))
                        .orElse(change.id().name());
        ResourceId root = Hierarchy.id(world.directory().tenantId());
        Optional<ResourceId> parent =
                askedParent(change)
                        .or(() -> before.flatMap(world.hierarchy()::parentOf))
                        .or(() -> Optional.of(root).filter(id -> !id.equals(change.id())));
        JsonObject details =
                JsonObject.builder()
                        .put("version", version(before) + 1)
                        .put("updatedTime", change.now().toString())
                        .put("updatedBy", owner(world))
                        .put("parent", parent.map(id -> JsonObject.of("id", Json.of(id.path()))))
                        .build();
        JsonObject properties =
                JsonObject.builder()
                        .put("tenantId", world.directory().tenantId())
                        .put("displayName", displayName)
                        .put("details", details)
                        .build();
        return JsonObject.of("properties", properties);
    }

    private static Optional<String> askedName(Change change) {
        return change.method() == Method.PATCH
                ? change.sent().find("displayName").flatMap(Json::asText)
                : Defaults.properties(change.sent())
                        .find("displayName")
                        .flatMap(Json::asText)
                        .filter(name -> !name.isEmpty());
    }

    private static int version(Optional<StoredResource> before) {
        return before.flatMap(stored -> stored.body().at("/properties/details/version"))
                .map(json -> json instanceof JsonNumber number ? number : null)
                .flatMap(JsonNumber::asLong)
                .map(Math::toIntExact)
                .orElse(0);
    }

    /** Who acts is not known to a type; the owner of all is named by the tenant. Inferred. */
    private static String owner(World world) {
        return world.directory().tenantId();
    }

    @Override
    public JsonObject answer(StoredResource resource, World world) {
        return world.hierarchy().shown(resource);
    }

    @Override
    public Optional<JsonObject> acceptance(ResourceId id) {
        return Optional.of(
                JsonObject.builder()
                        .put("id", id.path())
                        .put("type", id.type().toString())
                        .put("name", id.name())
                        .put("status", "NotStarted")
                        .build());
    }

    @Override
    public Optional<WriteStyle> style(Method method, boolean exists) {
        boolean goesOn = method == Method.DELETE || (method == Method.PUT && !exists);
        return Optional.of(
                goesOn
                        ? new WriteStyle(202, LongRunning.Polling.BOTH, TAKES, TAKES, "Creating")
                        : WriteStyle.immediate(200));
    }
}

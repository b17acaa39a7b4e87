package dev.belay.emulator.typelist;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Body;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the catalog alone says of a type: it serves every type that is not deeply modelled. */
final class GenericBehavior implements ResourceTypeBehavior {

    private final TypeFacts facts;
    private final SecretPaths secrets;

    GenericBehavior(TypeFacts facts) {
        this.facts = facts;
        this.secrets = new SecretPaths(facts);
    }

    @Override
    public ResourceType type() {
        return facts.type();
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        Body body = facts.body(change.apiVersion());
        return wrongName(change)
                .or(
                        () ->
                                Demands.of(body, change.apiVersion(), located())
                                        .wrong(change.sent(), body.shapeFor(change.id().name())))
                .map(GenericBehavior::refusal);
    }

    /** Whether the type has a location in the api-version that is known best. */
    private boolean located() {
        return facts.body().shape().property("location").filter(Property::required).isPresent();
    }

    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        return network() && change.method() == Method.PUT
                ? NetworkReferences.refuse(change, world)
                : Optional.empty();
    }

    /** A missing location is ARM's own affair. */
    private static Refusal refusal(ArmError error) {
        return error.code().equals("LocationRequired")
                ? Refusal.gateway(400, error)
                : Refusal.provider(400, error);
    }

    private Optional<ArmError> wrongName(Change change) {
        String name = change.id().name();
        boolean fits =
                facts.nameConstraint()
                        .map(shape -> !(shape instanceof Shape.Text text) || fits(name, text))
                        .orElse(true);
        return fits || !change.creates()
                ? Optional.empty()
                : Optional.of(ResourceErrors.invalidResourceName(name, type()));
    }

    private static boolean fits(String name, Shape.Text text) {
        return name.length() >= text.shortest().orElse(0)
                && name.length() <= text.longest().orElse(Integer.MAX_VALUE)
                && text.pattern().map(pattern -> matches(name, pattern)).orElse(true);
    }

    /** A pattern of the specification that Java cannot read refuses nothing. */
    private static boolean matches(String name, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException _) {
            return true;
        }
    }

    @Override
    public JsonObject complete(Change change, World world) {
        Body body = facts.body(change.apiVersion());
        Shape.Members shape = body.shapeFor(change.id().name());
        JsonObject accepted = new ShapeWalk(!body.exact(), secrets).accepted(change.body(), shape);
        var filling = new Filling(change, world.directory().tenantId(), change.incarnation());
        JsonObject filled = filling.filled(withLocation(accepted), shape);
        return network() ? withItems(change, filled, shape) : filled;
    }

    private boolean network() {
        return type().namespace().equalsIgnoreCase("Microsoft.Network");
    }

    /** Network and Compute write locations without blanks. Evidence: recorded (arm-protocol 2). */
    private JsonObject withLocation(JsonObject body) {
        String namespace = type().namespace().toLowerCase(Locale.ROOT);
        boolean compacts =
                namespace.equals("microsoft.network")
                        || namespace.equals("microsoft.compute")
                        || namespace.equals("microsoft.storage")
                        || namespace.equals("microsoft.keyvault");
        Optional<String> location = body.textAt("/location");
        return compacts && location.isPresent()
                ? body.with("location", Json.of(compact(location.get())))
                : body;
    }

    static String compact(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private JsonObject withItems(Change change, JsonObject body, Shape.Members shape) {
        Optional<Shape.Members> below =
                shape.property("properties")
                        .map(property -> property.shape())
                        .flatMap(
                                properties ->
                                        properties instanceof Shape.Members members
                                                ? Optional.of(members)
                                                : Optional.empty());
        Optional<JsonObject> properties = body.get("properties").flatMap(Json::asObject);
        return below.isPresent() && properties.isPresent()
                ? body.with(
                        "properties",
                        NetworkItems.filled(
                                change.id(),
                                properties.get(),
                                below.get(),
                                change.before()
                                        .map(StoredResource::properties)
                                        .orElse(Json.object())))
                : body;
    }

    @Override
    public Optional<String> etag(String fresh) {
        return network() ? Optional.of("W/\"" + fresh + "\"") : Optional.empty();
    }

    @Override
    public JsonObject answer(StoredResource resource, World world) {
        JsonObject body = resource.body();
        if (resource.etag().isPresent()) {
            body = body.with("etag", Json.of(resource.etag().get()));
        }
        return showsState(resource)
                ? body.with(
                        "properties",
                        resource.properties().with("provisioningState", Json.of(resource.state())))
                : body;
    }

    private boolean showsState(StoredResource resource) {
        return facts.body(resource.apiVersion())
                .shapeFor(resource.id().name())
                .property("properties")
                .map(property -> property.shape())
                .filter(
                        shape ->
                                shape instanceof Shape.Members members
                                        && members.variantOf(resource.properties())
                                                .property("provisioningState")
                                                .isPresent())
                .isPresent();
    }

    @Override
    public Optional<WriteStyle> style(Method method, boolean exists) {
        return Optional.of(Families.style(type(), facts, method, exists));
    }

    /** The part of a body that a GET shows. */
    JsonObject shown(JsonObject body, String apiVersion, String name) {
        return part(body, apiVersion, name, false);
    }

    /** The part of a body that no GET shows. */
    JsonObject secret(JsonObject body, String apiVersion, String name) {
        return part(body, apiVersion, name, true);
    }

    private JsonObject part(JsonObject body, String apiVersion, String name, boolean secret) {
        Shape.Members shape = facts.body(apiVersion).shapeFor(name);
        return new ShapeWalk(true, secrets).part(body, shape, secret);
    }
}

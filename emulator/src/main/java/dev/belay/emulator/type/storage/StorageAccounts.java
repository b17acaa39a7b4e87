package dev.belay.emulator.type.storage;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Action;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Microsoft.Storage/storageAccounts}: globally unique names, immutable properties,
 * endpoints, keys. Defaults: documented; texts: {@code AccountNameInvalid} and {@code
 * StorageAccountAlreadyTaken} recorded, {@code AccountPropertyCannotBeUpdated} inferred.
 */
public final class StorageAccounts implements ResourceTypeBehavior {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{3,24}");

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Storage/storageAccounts");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return change.method() == Method.DELETE
                ? Optional.empty()
                : badName(change.id()).or(() -> taken(change, world)).or(() -> immutable(change));
    }

    private static Optional<Refusal> badName(ResourceId id) {
        return NAME.matcher(id.name()).matches()
                ? Optional.empty()
                : Optional.of(
                        Refusal.provider(
                                400,
                                ArmError.of(
                                        "AccountNameInvalid",
                                        id.name()
                                                + " is not a valid storage account name. Storage"
                                                + " account name must be between 3 and 24"
                                                + " characters in length and use numbers and"
                                                + " lower-case letters only.")));
    }

    private static Optional<Refusal> taken(Change change, World world) {
        return world.resources().takenByAnother(change.id())
                ? Optional.of(
                        Refusal.provider(
                                409,
                                ArmError.of(
                                        "StorageAccountAlreadyTaken",
                                        "The storage account named "
                                                + change.id().name()
                                                + " is already taken.")))
                : Optional.empty();
    }

    private static Optional<Refusal> immutable(Change change) {
        for (String name : new String[] {"isHnsEnabled", "isNfsV3Enabled"}) {
            Optional<Json> sent = Defaults.properties(change.sent()).find(name);
            boolean stands =
                    change.before()
                            .flatMap(before -> before.properties().get(name))
                            .filter(Json.of(true)::equals)
                            .isPresent();
            boolean differs = sent.filter(value -> !value.equals(Json.of(stands))).isPresent();
            if (change.before().isPresent() && differs) {
                return Optional.of(
                        Refusal.provider(
                                409,
                                ArmError.of(
                                        "AccountPropertyCannotBeUpdated",
                                        "The property '"
                                                + name
                                                + "' was specified in the input, but it cannot be"
                                                + " updated.")));
            }
        }
        return Optional.empty();
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = withTier(change.body());
        String kind = body.textAt("/kind").orElse("StorageV2");
        JsonObject defaults = DEFAULTS;
        if (kind.equals("StorageV2") || kind.equals("BlobStorage")) {
            defaults = defaults.with("accessTier", Json.of("Hot"));
        }
        String location = body.textAt("/location").orElse("");
        String created =
                change.before().map(before -> before.createdAt()).orElse(change.now()).toString();
        return Defaults.withProperties(
                Defaults.underProperties(body, defaults),
                JsonObject.builder()
                        .put("creationTime", created)
                        .put("primaryEndpoints", endpoints(change.id().name()))
                        .put("primaryLocation", location)
                        .put("statusOfPrimary", "available")
                        .build());
    }

    private static final JsonObject DEFAULTS =
            JsonObject.builder()
                    .put("minimumTlsVersion", "TLS1_0")
                    .put("allowBlobPublicAccess", false)
                    .put("supportsHttpsTrafficOnly", true)
                    .put(
                            "networkAcls",
                            JsonObject.builder()
                                    .put("ipv6Rules", Json.array())
                                    .put("bypass", "AzureServices")
                                    .put("virtualNetworkRules", Json.array())
                                    .put("ipRules", Json.array())
                                    .put("defaultAction", "Allow")
                                    .build())
                    .put("encryption", JsonObject.of("keySource", Json.of("Microsoft.Storage")))
                    .build();

    private static JsonObject withTier(JsonObject body) {
        Optional<String> sku = body.textAt("/sku/name");
        return sku.isEmpty()
                ? body
                : body.with(
                        "sku",
                        JsonObject.of(
                                "name",
                                Json.of(sku.get()),
                                "tier",
                                Json.of(sku.get().split("_", -1)[0])));
    }

    private static JsonObject endpoints(String name) {
        var endpoints = JsonObject.builder();
        for (String service : new String[] {"dfs", "web", "blob", "queue", "table", "file"}) {
            String zone = service.equals("web") ? "z22.web" : service;
            endpoints.put(service, "https://" + name + "." + zone + ".core.windows.net/");
        }
        return endpoints.build();
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("listkeys", (account, _, _) -> keys(account));
    }

    /** Two keys of 64 bytes; they follow from the account's incarnation. */
    private static Json keys(StoredResource account) {
        return JsonObject.of("keys", Json.array(key(account, 1), key(account, 2)));
    }

    private static Json key(StoredResource account, int number) {
        String seed = account.id().folded() + "#" + account.incarnation() + "#key" + number;
        return JsonObject.builder()
                .put("creationTime", account.createdAt().toString())
                .put("keyName", "key" + number)
                .put("value", Base64.getEncoder().encodeToString(sha512(seed)))
                .put("permissions", "FULL")
                .build();
    }

    private static byte[] sha512(String seed) {
        try {
            return MessageDigest.getInstance("SHA-512")
                    .digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-512.", e);
        }
    }
}

package dev.belay.emulator.type.network;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.Network/publicIPAddresses}: a label gets a name in its region's domain.
 * Evidence: recorded ({@code LABEL.eastus.cloudapp.azure.com}).
 */
public final class PublicIpAddresses implements ResourceTypeBehavior {

    private static final String DOMAIN = ".cloudapp.azure.com";

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Network/publicIPAddresses");
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = change.body();
        JsonObject properties = Defaults.properties(body);
        Optional<JsonObject> dns = properties.get("dnsSettings").flatMap(Json::asObject);
        Optional<String> label =
                dns.flatMap(settings -> settings.textAt("/domainNameLabel"))
                        .filter(text -> !text.isEmpty());
        Optional<String> location = body.textAt("/location");
        if (label.isEmpty() || location.isEmpty()) {
            return body;
        }
        String name = (label.get() + "." + location.get()).toLowerCase(Locale.ROOT) + DOMAIN;
        JsonObject settings = dns.orElseThrow().with("fqdn", Json.of(name));
        return body.with("properties", properties.with("dnsSettings", settings));
    }
}

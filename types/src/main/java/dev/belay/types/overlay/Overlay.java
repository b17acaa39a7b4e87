package dev.belay.types.overlay;

import dev.belay.arm.ResourceType;
import dev.belay.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hand-written quirks of all types. A provider's file is read when one of its types is first
 * asked for. May be used by several threads at once.
 */
public final class Overlay {

    /** Made when first asked for. */
    private static final class Standard {
        private static final Overlay OVERLAY = new Overlay();
    }

    private final CommonRules common = CommonRules.read(file("all").orElseThrow());
    private final Map<String, Map<ResourceType, TypeOverlay>> providers = new HashMap<>();

    private Overlay() {}

    /** The overlay that comes with the product. */
    public static Overlay standard() {
        return Standard.OVERLAY;
    }

    /** The quirks of a type; none for most. */
    public TypeOverlay of(ResourceType type) {
        return provider(type.namespace()).getOrDefault(type, TypeOverlay.NONE);
    }

    /** The types of a provider, whose name is taken without case, that have quirks. */
    public synchronized Map<ResourceType, TypeOverlay> provider(String namespace) {
        return providers.computeIfAbsent(
                namespace.toLowerCase(Locale.ROOT),
                name -> file(name).map(OverlayReader::read).orElse(Map.of()));
    }

    /** What holds for every type. */
    public CommonRules common() {
        return common;
    }

    private static Optional<Json> file(String name) {
        try (InputStream stream = Overlay.class.getResourceAsStream(name + ".yaml")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(
                            Yaml.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The overlay of " + name + " cannot be read.", e);
        }
    }
}

package dev.belay.types.catalog;

import dev.belay.arm.ResourceType;
import dev.belay.json.JsonObject;
import dev.belay.types.overlay.Overlay;
import dev.belay.types.overlay.TypeOverlay;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of every Azure resource type. Looking up a type reads and decodes only its
 * provider's part. May be used by several threads at once.
 */
public final class Catalog {

    /** Made when first asked for. */
    private static final class Standard {
        private static final Catalog CATALOG = new Catalog(Overlay.standard());
    }

    private final CatalogFile file = new CatalogFile();
    private final Overlay overlay;
    private final Map<ResourceType, Optional<TypeFacts>> known = new HashMap<>();
    private final Map<String, List<ResourceType>> types = new HashMap<>();

    Catalog(Overlay overlay) {
        this.overlay = overlay;
    }

    /** The catalog that comes with the product, with the product's overlay. */
    public static Catalog standard() {
        return Standard.CATALOG;
    }

    /** The facts of a type; empty if the catalog does not have it. */
    public synchronized Optional<TypeFacts> type(ResourceType type) {
        Optional<TypeFacts> facts = known.get(type);
        if (facts == null) {
            facts = find(type);
            known.put(type, facts);
        }
        return facts;
    }

    private Optional<TypeFacts> find(ResourceType type) {
        return file.namespace(type.namespace())
                .flatMap(
                        namespace ->
                                types(namespace).stream()
                                        .filter(type::equals)
                                        .findFirst()
                                        .map(spelled -> read(namespace, spelled)));
    }

    private TypeFacts read(CatalogFile.Namespace namespace, ResourceType spelled) {
        CatalogBlock block = file.block(namespace);
        TypeOverlay quirks = overlay.of(spelled);
        return new TypeFacts(spelled, block.type(spelled.folded()).orElseThrow(), block, quirks);
    }

    /** All types, by provider and then in the order of their names. */
    public List<ResourceType> types() {
        return file.namespaces().stream().flatMap(n -> types(n).stream()).toList();
    }

    /** The types of a provider, whose name is taken without case; none if it is not known. */
    public List<ResourceType> types(String namespace) {
        return file.namespace(namespace).map(this::types).orElse(List.of());
    }

    private synchronized List<ResourceType> types(CatalogFile.Namespace namespace) {
        return types.computeIfAbsent(
                namespace.name(),
                _ -> namespace.types().stream().map(name -> spelled(namespace, name)).toList());
    }

    /** A few types spell their provider in another way; they stand in full, after a slash. */
    private static ResourceType spelled(CatalogFile.Namespace namespace, String name) {
        return name.startsWith("/")
                ? ResourceType.of(name.substring(1))
                : ResourceType.of(namespace.name() + "/" + name);
    }

    /** The providers, as they are spelled. */
    public List<String> namespaces() {
        return file.namespaces().stream().map(CatalogFile.Namespace::name).toList();
    }

    /** The types whose instances lie directly in an instance of this type. */
    public List<ResourceType> children(ResourceType type) {
        return types(type.namespace()).stream()
                .filter(child -> child.parent().filter(type::equals).isPresent())
                .toList();
    }

    /**
     * The POST actions of something that is no resource type.
     *
     * @param parent e.g. {@code Microsoft.Storage/locations}, or a provider alone
     */
    public List<Action> actionsWithoutType(String parent) {
        return file.namespace(parent.split("/", 2)[0])
                .map(namespace -> actions(file.block(namespace), parent))
                .orElse(List.of());
    }

    private static List<Action> actions(CatalogBlock block, String parent) {
        JsonObject actions =
                block.parent(parent.toLowerCase(Locale.ROOT)).orElse(JsonObject.builder().build());
        return actions.members().entrySet().stream()
                .map(named -> Entry.action(block, named, Origin.BICEP))
                .toList();
    }

    /** SHA-256 of the catalog's content, in hexadecimal; the overlay is not in it. */
    public String digest() {
        return file.digest();
    }

    /** What the catalog was made from, with its licence. */
    public String source() {
        return file.source();
    }

    CatalogFile file() {
        return file;
    }
}

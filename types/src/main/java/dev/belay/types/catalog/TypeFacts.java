package dev.belay.types.catalog;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.json.JsonObject;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.overlay.TypeOverlay;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of one resource type. What carries no origin of its own comes from where the type
 * does, see {@link #origin}.
 */
public final class TypeFacts {

    private final ResourceType type;
    private final Entry entry;
    private final Entry sdk;
    private final CatalogBlock block;
    private final TypeOverlay overlay;

    TypeFacts(ResourceType type, JsonObject entry, CatalogBlock block, TypeOverlay overlay) {
        this.type = type;
        this.entry = new Entry(entry);
        this.sdk = this.entry.part("fromSdk");
        this.block = block;
        this.overlay = overlay;
    }

    /** The type as the specifications spell it. */
    public ResourceType type() {
        return type;
    }

    /** Who knows the type: the Bicep types, but for a few that only the SDKs have. */
    public Origin origin() {
        return entry.text("origin").isPresent() ? Origin.SDK : Origin.BICEP;
    }

    /** The hand-written quirks of the type. */
    public TypeOverlay overlay() {
        return overlay;
    }

    /** All api-versions, oldest first. One that is missing here may be real. */
    public List<String> apiVersions() {
        return entry.texts("apiVersions");
    }

    /**
     * The api-version to read and write with: the overlay's, else the newest stable one, else the
     * newest preview.
     */
    public String apiVersion() {
        return chosenApiVersion().value();
    }

    public Fact<String> chosenApiVersion() {
        return overlay.first(Quirk.ApiVersion.class)
                .map(chosen -> new Fact<>(chosen.version(), Origin.OVERLAY))
                .orElseGet(() -> new Fact<>(catalogApiVersion(), origin()));
    }

    private String catalogApiVersion() {
        return entry.text("apiVersion").orElseThrow();
    }

    /** The newest preview where it is newer than the newest stable api-version. */
    public Optional<String> newerPreview() {
        return entry.part("newerPreview").text("apiVersion");
    }

    /**
     * The shape of the body at an api-version. Shapes are kept for the newest stable api-version
     * and for a newer preview; another one is answered by the nearest in time, and says so.
     */
    public Body body(String apiVersion) {
        String nearest =
                newerPreview()
                        .filter(preview -> nearerThan(catalogApiVersion(), preview, apiVersion))
                        .orElse(catalogApiVersion());
        Entry holder = nearest.equals(catalogApiVersion()) ? entry : entry.part("newerPreview");
        Shape shape = holder.shape("body", block).orElseThrow().get();
        return new Body((Shape.Members) shape, nearest, nearest.equalsIgnoreCase(apiVersion));
    }

    /** The shape of the body at {@link #apiVersion()}. */
    public Body body() {
        return body(apiVersion());
    }

    private static boolean nearerThan(String one, String other, String asked) {
        if (one.equalsIgnoreCase(asked) || other.equalsIgnoreCase(asked)) {
            return other.equalsIgnoreCase(asked);
        }
        return Math.abs(day(other) - day(asked)) < Math.abs(day(one) - day(asked));
    }

    /** Days in the calendar of 372 days; 0 for what begins with no date. */
    private static int day(String apiVersion) {
        if (!apiVersion.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return 0;
        }
        return Integer.parseInt(apiVersion.substring(0, 4)) * 372
                + Integer.parseInt(apiVersion.substring(5, 7)) * 31
                + Integer.parseInt(apiVersion.substring(8, 10));
    }

    /** Where a GET works; empty: it can be PUT but not read. */
    public Set<ScopeKind> readableScopes() {
        return scopes("readableScopes");
    }

    /** Where a PUT works; empty: it cannot be deployed. */
    public Set<ScopeKind> writableScopes() {
        return scopes("writableScopes");
    }

    private Set<ScopeKind> scopes(String name) {
        var scopes = EnumSet.noneOf(ScopeKind.class);
        entry.texts(name).forEach(word -> scopes.add(ScopeKind.of(word)));
        return scopes;
    }

    /** Whether location and tags are writable and the type lives in resource groups. */
    public boolean tracked() {
        return entry.truth("tracked").orElse(false);
    }

    /** Members of the body's root that can be written, besides name. */
    public List<String> writableMembers() {
        return entry.texts("writableMembers");
    }

    /** Members of the body's root that the server sets, besides id, type and apiVersion. */
    public List<String> readOnlyMembers() {
        return entry.texts("readOnlyMembers");
    }

    /** What names may look like, where they are constrained: a text, seldom an integer. */
    public Optional<Shape> nameConstraint() {
        return entry.shape("name", block).map(reference -> reference.get());
    }

    /** The only names there may be; empty: any. */
    public List<Fact<String>> fixedNames() {
        return Stream.concat(
                        Entry.facts(entry.texts("fixedNames"), origin()).stream(),
                        Entry.facts(sdk.texts("fixedNames"), Origin.SDK).stream())
                .distinct()
                .toList();
    }

    /** POST actions in the order of the catalog. */
    public List<Action> actions() {
        return Stream.concat(
                        entry.part("actions").json().members().entrySet().stream()
                                .map(named -> Entry.action(block, named, origin())),
                        sdk.texts("moreActions").stream().map(TypeFacts::named))
                .toList();
    }

    private static Action named(String name) {
        return new Action(name, Optional.empty(), Optional.empty(), Optional.empty(), Origin.SDK);
    }

    /** The action of this name, without case. */
    public Optional<Action> action(String name) {
        return actions().stream().filter(a -> a.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * The methods that the SDK has for the type, at {@link #sdkApiVersion()}; empty where the SDKs
     * do not have the type. Without {@code DELETE} it is a setting: reset, never deleted.
     */
    public Set<Method> verbs() {
        return methods("verbs");
    }

    /** Those of {@link #verbs()} that are long-running operations. */
    public Set<Method> longRunningVerbs() {
        return methods("longRunningVerbs");
    }

    private Set<Method> methods(String name) {
        var methods = new LinkedHashSet<Method>();
        sdk.texts(name).forEach(verb -> methods.add(Method.valueOf(verb)));
        return Set.copyOf(methods);
    }

    /** The api-version from which the facts of origin {@link Origin#SDK} were read. */
    public Optional<String> sdkApiVersion() {
        return sdk.text("apiVersion");
    }

    /** Whether the type is known to have no DELETE. */
    public boolean isSetting() {
        return overlay.has(Quirk.Undeletable.class)
                || (!verbs().isEmpty() && !verbs().contains(Method.DELETE));
    }

    /**
     * Paths that can probably not be changed once the resource is there: in the PUT body and not in
     * the PATCH body, or known to the overlay.
     */
    public List<Fact<ShapePath>> createOnlyHints() {
        return withOverlay(
                Entry.facts(sdk.paths("createOnlyHints"), Origin.SDK), Quirk.CreateOnly.class);
    }

    /** As {@link #createOnlyHints()}, where the PATCH body lacks most properties: noise mostly. */
    public List<Fact<ShapePath>> createOnlyHintsWeak() {
        return Entry.facts(sdk.paths("createOnlyHintsWeak"), Origin.SDK);
    }

    /** Paths that hold secrets though no specification marks them. */
    public List<Fact<ShapePath>> secretHints() {
        return withOverlay(Entry.facts(sdk.paths("secretHints"), Origin.SDK), Quirk.Secret.class);
    }

    /** Paths that take fractions though their shape says integer. */
    public List<Fact<ShapePath>> fractionPaths() {
        return Entry.facts(sdk.paths("fractionPaths"), Origin.SDK);
    }

    /**
     * Whether a deployment in mode Complete deletes an instance that its template lacks. Where
     * nothing is documented a tracked type is taken to be deleted (precision 0.957, recall 0.982).
     */
    public Fact<Boolean> deletedInCompleteMode() {
        if (overlay.has(Quirk.NotDeletedInCompleteMode.class)) {
            return new Fact<>(false, Origin.OVERLAY);
        }
        return entry.part("fromDocs")
                .truth("deletedInCompleteMode")
                .map(deleted -> new Fact<>(deleted, Origin.DOCS))
                .orElseGet(() -> new Fact<>(tracked(), Origin.DERIVED));
    }

    /** Paths that the server sets though the specification calls them writable. */
    public List<Fact<ShapePath>> serverSetButWritable() {
        return withOverlay(
                Entry.facts(entry.pathsOfAll("serverSetButWritable"), Origin.DERIVED),
                Quirk.ReadOnly.class);
    }

    /** Paths that may be set by the server though they are called writable; not stripped. */
    public List<Fact<ShapePath>> serverSetSuspects() {
        return Entry.facts(entry.pathsOfAll("serverSetSuspects"), Origin.DERIVED);
    }

    /** Child types that also are items of a list of this type's body. */
    public List<InlineChild> inlineChildren() {
        return entry.parts("inlineChildren").stream()
                .map(
                        child ->
                                new InlineChild(
                                        ResourceType.of(child.text("child").orElseThrow()),
                                        new ShapePath(child.text("path").orElseThrow()),
                                        child.truth("inlineReadOnly").orElseThrow(),
                                        child.truth("childWritable").orElseThrow()))
                .toList();
    }

    private <Q extends Quirk.AtPath> List<Fact<ShapePath>> withOverlay(
            List<Fact<ShapePath>> facts, Class<Q> kind) {
        return Stream.concat(
                        facts.stream(),
                        overlay.all(kind).stream()
                                .map(quirk -> new Fact<>(quirk.path(), Origin.OVERLAY)))
                .toList();
    }

    @Override
    public String toString() {
        return "TypeFacts[" + type + "]";
    }
}

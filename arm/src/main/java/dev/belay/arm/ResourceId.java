package dev.belay.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The id of a resource: a parent, a type and one name per segment of the type.
 *
 * <p>The parent is the scope in which the resource lies, or, for an extension resource (a lock, a
 * role assignment), the resource that it extends, at any depth. Resource groups and subscriptions
 * are resources too, of the types {@link ResourceType#RESOURCE_GROUP} and {@link
 * ResourceType#SUBSCRIPTION}; they print their short paths.
 *
 * <p>Equality ignores case; printing keeps the spelling of the names and writes the fixed words as
 * ARM does.
 */
public final class ResourceId implements ResourceParent, Comparable<ResourceId> {

    private final ResourceParent parent;
    private final ResourceType type;
    private final List<String> names;
    private final String path;
    private final String folded;

    private ResourceId(ResourceParent parent, ResourceType type, List<String> names) {
        if (names.size() != type.segments().size()) {
            throw new IllegalArgumentException(
                    "The type '"
                            + type
                            + "' needs "
                            + type.segments().size()
                            + " names, not "
                            + names
                            + ".");
        }
        if (names.stream().anyMatch(name -> name.isEmpty() || name.indexOf('/') >= 0)) {
            throw new IllegalArgumentException("Empty name, or a slash in one: " + names + ".");
        }
        this.parent = scopeIfOne(parent);
        this.type = type;
        this.names = List.copyOf(names);
        this.path = print();
        this.folded = Folded.of(path);
    }

    /** What hangs on a resource group, subscription or management group lies in that scope. */
    private static ResourceParent scopeIfOne(ResourceParent parent) {
        return parent instanceof ResourceId id
                ? id.asScope().<ResourceParent>map(scope -> scope).orElse(parent)
                : parent;
    }

    /**
     * @throws IllegalArgumentException if the number of names is not that of the type's segments
     */
    public static ResourceId of(ResourceParent parent, ResourceType type, List<String> names) {
        return new ResourceId(parent, type, names);
    }

    public static ResourceId of(ResourceParent parent, ResourceType type, String... names) {
        return new ResourceId(parent, type, List.of(names));
    }

    /** The resource group as a resource of its subscription. */
    public static ResourceId of(Scope.ResourceGroup group) {
        return of(
                new Scope.Subscription(group.subscriptionId()),
                ResourceType.RESOURCE_GROUP,
                group.name());
    }

    /**
     * @throws IllegalArgumentException if the text is no resource id
     */
    public static ResourceId of(String path) {
        return parse(path)
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a resource id: '" + path + "'."));
    }

    /**
     * Reads a path with a leading slash, ignoring the case of its fixed words; empty if it is no
     * resource id.
     */
    public static Optional<ResourceId> parse(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return Optional.empty();
        }
        List<String> parts = List.of(path.substring(1).split("/", -1));
        if (parts.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        int provider = providers(parts, 0);
        String head = provider == 0 ? "" : "/" + String.join("/", parts.subList(0, provider));
        if (provider == parts.size()) {
            return Scope.parse(head).flatMap(ResourceId::ofScope);
        }
        Optional<? extends ResourceParent> parent = Scope.parse(head);
        while (parent.isPresent() && provider < parts.size()) {
            int next = providers(parts, provider + 1);
            parent = segment(parent.get(), parts.subList(provider + 1, next));
            provider = next;
        }
        return parent.map(ResourceId.class::cast);
    }

    private static int providers(List<String> parts, int from) {
        int index = from;
        while (index < parts.size() && !parts.get(index).equalsIgnoreCase("providers")) {
            index++;
        }
        return index;
    }

    private static Optional<ResourceId> segment(ResourceParent parent, List<String> parts) {
        if (parts.size() < 3 || parts.size() % 2 == 0) {
            return Optional.empty();
        }
        var type = new StringBuilder(parts.getFirst());
        var names = new ArrayList<String>();
        for (int i = 1; i < parts.size(); i += 2) {
            type.append('/').append(parts.get(i));
            names.add(parts.get(i + 1));
        }
        return Optional.of(of(parent, ResourceType.of(type.toString()), names));
    }

    private static Optional<ResourceId> ofScope(Scope scope) {
        return switch (scope) {
            case Scope.ResourceGroup group -> Optional.of(of(group));
            case Scope.Subscription(var id) ->
                    Optional.of(of(Scope.TENANT, ResourceType.SUBSCRIPTION, id));
            case Scope.Tenant _, Scope.ManagementGroup _ -> Optional.empty();
        };
    }

    public ResourceParent parent() {
        return parent;
    }

    public ResourceType type() {
        return type;
    }

    /** One name per segment of the type, the resource's own last. */
    public List<String> names() {
        return names;
    }

    /** The resource's own name, the last one. */
    public String name() {
        return names.getLast();
    }

    /** The names joined by slashes, as a template's {@code name} member writes them. */
    public String fullName() {
        return String.join("/", names);
    }

    /** The resource that contains this child resource; empty for a top-level type. */
    public Optional<ResourceId> container() {
        return type.parent().map(above -> of(parent, above, names.subList(0, names.size() - 1)));
    }

    public ResourceId child(String segment, String name) {
        var longer = new ArrayList<>(names);
        longer.add(name);
        return of(parent, type.child(segment), longer);
    }

    /** Whether this resource extends another one, as locks and role assignments on resources do. */
    public boolean isExtension() {
        return parent instanceof ResourceId;
    }

    /**
     * The scope that this resource is itself: a resource group, a subscription or a management
     * group.
     */
    public Optional<Scope> asScope() {
        return Scope.parse(path);
    }

    /** Whether the other is this resource, a child of it or an extension below it, at any depth. */
    public boolean contains(ResourceId other) {
        return other.folded.equals(folded) || other.folded.startsWith(folded + "/");
    }

    @Override
    public Scope scope() {
        return parent.scope();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String folded() {
        return folded;
    }

    private String print() {
        if (type.equals(ResourceType.RESOURCE_GROUP) && parent instanceof Scope.Subscription) {
            return parent.path() + "/resourceGroups/" + name();
        }
        if (type.equals(ResourceType.SUBSCRIPTION) && parent instanceof Scope.Tenant) {
            return "/subscriptions/" + name();
        }
        var text = new StringBuilder(parent.path()).append("/providers/").append(type.namespace());
        for (int i = 0; i < names.size(); i++) {
            text.append('/').append(type.segments().get(i)).append('/').append(names.get(i));
        }
        return text.toString();
    }

    @Override
    public int compareTo(ResourceId other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId id && folded.equals(id.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}

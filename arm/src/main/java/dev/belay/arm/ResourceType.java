package dev.belay.arm;

import java.util.List;
import java.util.Optional;

/**
 * A resource type, e.g. {@code Microsoft.Storage/storageAccounts/blobServices}. Compared without
 * case, printed as written.
 */
public final class ResourceType implements Comparable<ResourceType> {

    /** The type of a resource group when it is treated as a resource. */
    public static final ResourceType RESOURCE_GROUP = of("Microsoft.Resources/resourceGroups");

    /** The type of a subscription when it is treated as a resource. */
    public static final ResourceType SUBSCRIPTION = of("Microsoft.Resources/subscriptions");

    public static final ResourceType DEPLOYMENT = of("Microsoft.Resources/deployments");

    private final String namespace;
    private final List<String> segments;
    private final String folded;

    private ResourceType(String namespace, List<String> segments) {
        this.namespace = namespace;
        this.segments = List.copyOf(segments);
        this.folded = Folded.of(toString());
    }

    /**
     * @throws IllegalArgumentException if the text is not a namespace followed by one or more
     *     segments
     */
    public static ResourceType of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a resource type: '" + text + "'."));
    }

    /** Reads {@code Namespace/segment[/segment…]}; empty if the text has another form. */
    public static Optional<ResourceType> parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        return parts.size() < 2 || parts.stream().anyMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(new ResourceType(parts.getFirst(), parts.subList(1, parts.size())));
    }

    /** The provider's namespace, e.g. {@code Microsoft.Storage}. */
    public String namespace() {
        return namespace;
    }

    /** The type's segments without the namespace, at least one. */
    public List<String> segments() {
        return segments;
    }

    /**
     * The segments without the namespace, joined by slashes: {@code storageAccounts/blobServices}.
     */
    public String unqualified() {
        return String.join("/", segments);
    }

    /** The last segment. */
    public String name() {
        return segments.getLast();
    }

    public boolean isChild() {
        return segments.size() > 1;
    }

    /** The type of the containing resource; empty for a top-level type. */
    public Optional<ResourceType> parent() {
        return isChild()
                ? Optional.of(new ResourceType(namespace, segments.subList(0, segments.size() - 1)))
                : Optional.empty();
    }

    public ResourceType child(String segment) {
        return of(this + "/" + segment);
    }

    /** The form by which types are compared. */
    public String folded() {
        return folded;
    }

    @Override
    public int compareTo(ResourceType other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType type && folded.equals(type.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return namespace + "/" + String.join("/", segments);
    }
}

package dev.belay.arm;

/** What a resource id can hang on: a scope, or, for an extension resource, another resource. */
public sealed interface ResourceParent permits Scope, ResourceId {

    /**
     * The path as ARM prints it, e.g. {@code /subscriptions/…/resourceGroups/shop}; empty for the
     * tenant.
     */
    String path();

    /** The scope in which it lies, itself if it is one. */
    Scope scope();

    /** The path without case: two parents are the same if their folded paths are. */
    String folded();
}

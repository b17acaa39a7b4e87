package dev.belay.template.value;

/** Where a deployment stands. */
public enum ScopeKind {
    RESOURCE_GROUP,
    SUBSCRIPTION,
    MANAGEMENT_GROUP,
    TENANT
}

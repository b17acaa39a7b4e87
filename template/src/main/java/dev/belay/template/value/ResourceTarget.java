package dev.belay.template.value;

/**
 * A resource of the same template that a name, an id or a symbolic name means.
 *
 * @param id its resource id; where it is not known before the deployment, a deferred expression
 * @param apiVersion the version the template deploys or reads it with
 */
public record ResourceTarget(Value id, String apiVersion) {}

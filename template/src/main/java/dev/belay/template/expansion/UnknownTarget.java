package dev.belay.template.expansion;

import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;

/**
 * Resources whose name, condition or count hangs on a value that only the deployment can know: any
 * resource of the type in the scope may be meant.
 */
public record UnknownTarget(ResourceType type, Scope scope) {}

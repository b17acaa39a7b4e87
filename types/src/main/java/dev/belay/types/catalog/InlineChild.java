package dev.belay.types.catalog;

import dev.belay.arm.ResourceType;
import dev.belay.types.shape.ShapePath;

/**
 * A child type whose instances also are items of a list of their parent.
 *
 * @param child the child's type
 * @param path of the list in the parent's body
 * @param readOnly whether the parent only shows them; else the parent's PUT sets them too
 * @param childWritable whether the child can be PUT by itself
 */
public record InlineChild(
        ResourceType child, ShapePath path, boolean readOnly, boolean childWritable) {}

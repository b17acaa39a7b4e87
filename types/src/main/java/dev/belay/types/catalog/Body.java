package dev.belay.types.catalog;

import static java.util.Objects.requireNonNull;

import dev.belay.types.shape.Shape;

/**
 * The shape of a type's body at an api-version.
 *
 * @param shape without id, name, type and apiVersion, which are the same in every type
 * @param apiVersion whose shape this is
 * @param exact whether it is the shape of the api-version that was asked for; otherwise it is that
 *     of the nearest one known
 */
public record Body(Shape.Members shape, String apiVersion, boolean exact) {

    public Body {
        requireNonNull(shape);
        requireNonNull(apiVersion);
    }

    /**
     * The shape for a resource of this name: in a few types the name picks the form of the body.
     */
    public Shape.Members shapeFor(String name) {
        boolean byName =
                shape.variants()
                        .filter(variants -> variants.discriminator().equalsIgnoreCase("name"))
                        .isPresent();
        return byName ? shape.variant(name.substring(name.lastIndexOf('/') + 1)) : shape;
    }
}

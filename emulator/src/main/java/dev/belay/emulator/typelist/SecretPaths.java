package dev.belay.emulator.typelist;

import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.Set;
import java.util.stream.Collectors;

/** Which properties of a type no GET ever shows: marked secret or write-only, or known to be. */
final class SecretPaths {

    private final Set<ShapePath> hinted;

    SecretPaths(TypeFacts facts) {
        this.hinted =
                facts.secretHints().stream().map(fact -> fact.value()).collect(Collectors.toSet());
    }

    boolean hides(String path, Property property) {
        return property.writeOnly()
                || property.sensitive()
                || sensitive(property.shape())
                || hinted.contains(new ShapePath(path));
    }

    private static boolean sensitive(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text.sensitive();
            case Shape.Members members -> members.sensitive();
            default -> false;
        };
    }
}

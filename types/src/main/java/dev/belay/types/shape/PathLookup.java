package dev.belay.types.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds the properties at a path. Where an object has variants, all of them are looked into, so a
 * path may lead to several properties with different flags. Inside a value of which nothing is
 * known there is every place.
 */
public final class PathLookup {

    private PathLookup() {}

    /**
     * The properties that a path ends in; for a path that ends in {@code []} or {@code {}} those
     * that hold the list or map, if items or values of that kind exist. Empty: there is no such
     * place.
     */
    public static List<Property> at(Shape.Members root, ShapePath path) {
        Set<Shape> here = Set.of(root);
        List<Property> found = List.of();
        for (String step : steps(path)) {
            if (step.equals("[]") || step.equals("{}")) {
                here = below(here, step);
                found = here.isEmpty() ? List.of() : found;
            } else {
                found = named(here, step);
                here = shapes(found);
            }
        }
        return found;
    }

    private static List<String> steps(ShapePath path) {
        var steps = new ArrayList<String>();
        for (String part : path.text().split("\\.", -1)) {
            String rest = part;
            var marks = new ArrayList<String>();
            while (rest.endsWith("[]") || rest.endsWith("{}")) {
                marks.addFirst(rest.substring(rest.length() - 2));
                rest = rest.substring(0, rest.length() - 2);
            }
            steps.add(rest);
            steps.addAll(marks);
        }
        return steps;
    }

    private static Set<Shape> below(Set<Shape> shapes, String step) {
        var below = new LinkedHashSet<Shape>();
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Items items when step.equals("[]") -> below.add(items.item());
                case Shape.Members members when step.equals("{}") ->
                        members.additionalShape().ifPresent(below::add);
                case Shape.Any any -> below.add(any);
                case Shape _ -> {}
            }
        }
        return below;
    }

    private static List<Property> named(Set<Shape> shapes, String name) {
        var found = new ArrayList<Property>();
        for (Shape shape : shapes) {
            if (shape instanceof Shape.Any any) {
                found.add(new Property(name, () -> any, Set.of()));
            }
            if (shape instanceof Shape.Members members) {
                members.property(name).ifPresent(found::add);
                for (Supplier<Shape> variant : variants(members)) {
                    found.addAll(named(Set.of(variant.get()), name));
                }
            }
        }
        return found;
    }

    private static List<Supplier<Shape>> variants(Shape.Members members) {
        return members.variants().map(v -> List.copyOf(v.shapes().values())).orElse(List.of());
    }

    private static Set<Shape> shapes(List<Property> properties) {
        var shapes = new LinkedHashSet<Shape>();
        properties.forEach(property -> shapes.add(property.shape()));
        return shapes;
    }
}

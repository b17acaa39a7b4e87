package dev.belay.types.shape;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * What values a property may take. Shapes may contain themselves; what lies below is looked up when
 * asked for, so neither equality nor printing of a shape descends.
 */
public sealed interface Shape {

    /** Any JSON value; nothing is known of what lies inside. */
    record Any() implements Shape {}

    /** {@code true} or {@code false}. */
    record Bool() implements Shape {}

    /** A number with or without a fraction. */
    @SuppressWarnings("AvoidCommonTypeNames") // always written as Shape.Number
    record Number() implements Shape {}

    /**
     * A number that the specification calls an integer. The source has no other kind of number, so
     * fractions occur too ({@code TypeFacts.fractionPaths} names the sure ones).
     */
    @SuppressWarnings("AvoidCommonTypeNames") // always written as Shape.Integer
    record Integer(OptionalLong least, OptionalLong most) implements Shape {

        public Integer {
            requireNonNull(least);
            requireNonNull(most);
        }
    }

    /**
     * A string.
     *
     * @param allowed the values named by the specification; empty: any
     * @param open whether other values than the named ones are allowed too
     * @param sensitive whether it is a secret wherever it stands
     */
    record Text(
            List<String> allowed,
            boolean open,
            Optional<String> pattern,
            OptionalLong shortest,
            OptionalLong longest,
            boolean sensitive)
            implements Shape {

        public Text {
            allowed = List.copyOf(allowed);
            requireNonNull(pattern);
            requireNonNull(shortest);
            requireNonNull(longest);
        }

        /** Whether only the named values are allowed. */
        public boolean closed() {
            return !allowed.isEmpty() && !open;
        }
    }

    /**
     * A list.
     *
     * @param reference leads to the shape of each item
     */
    record Items(Supplier<Shape> reference, OptionalLong fewest, OptionalLong most)
            implements Shape {

        public Items {
            requireNonNull(reference);
            requireNonNull(fewest);
            requireNonNull(most);
        }

        public Shape item() {
            return reference.get();
        }
    }

    /**
     * An object.
     *
     * @param properties by name as spelled, in the order of the specification
     * @param additional leads to the shape of every other member's value: the object is a map,
     *     maybe with some known keys; empty: no others are known
     * @param variants picked by the value of a property; empty for most
     * @param sensitive whether it is a secret wherever it stands
     */
    record Members(
            SequencedMap<String, Property> properties,
            Optional<Supplier<Shape>> additional,
            Optional<Variants> variants,
            boolean sensitive)
            implements Shape {

        public Members {
            properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
            requireNonNull(additional);
            requireNonNull(variants);
        }

        /** The property of this name, without case; the exact spelling wins. */
        public Optional<Property> property(String name) {
            Property exact = properties.get(name);
            return exact != null
                    ? Optional.of(exact)
                    : properties.values().stream()
                            .filter(property -> property.name().equalsIgnoreCase(name))
                            .findFirst();
        }

        /** The shape of members that {@link #properties} does not name. */
        public Optional<Shape> additionalShape() {
            return additional.map(Supplier::get);
        }

        /** Whether keys are free: its emptiness is then a value like others. */
        public boolean isMap() {
            return additional.isPresent();
        }

        /**
         * This shape with the properties of the variant that the value picks on top; this shape as
         * it is where there are no variants or the value picks none that is known.
         */
        public Members variantOf(JsonObject value) {
            return variants.flatMap(v -> value.find(v.discriminator()))
                    .flatMap(Json::asText)
                    .map(this::variant)
                    .orElse(this);
        }

        /** As {@link #variantOf}, by the discriminator's value itself. */
        public Members variant(String picked) {
            return variants.flatMap(v -> v.shape(picked)).map(this::with).orElse(this);
        }

        private Members with(Shape variant) {
            if (!(variant instanceof Members above)) {
                return this;
            }
            var all = new LinkedHashMap<>(properties);
            all.putAll(above.properties);
            return new Members(
                    all, above.additional.or(() -> additional), Optional.empty(), sensitive);
        }
    }

    /**
     * The forms an object takes by the value of one of its properties.
     *
     * @param discriminator the name of that property; a root body's discriminator {@code name} is
     *     the resource's name
     * @param shapes the property's value to the shape whose properties come on top
     */
    record Variants(String discriminator, SequencedMap<String, Supplier<Shape>> shapes) {

        public Variants {
            requireNonNull(discriminator);
            shapes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shapes));
        }

        /** The variant of this value, without case. */
        public Optional<Shape> shape(String value) {
            return shapes.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(value))
                    .findFirst()
                    .map(entry -> entry.getValue().get());
        }
    }
}

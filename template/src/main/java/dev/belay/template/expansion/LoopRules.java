package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.Template.ResourceDeclaration;
import dev.belay.template.value.Value;

import java.util.Optional;

/**
 * A loop of resources: {@code {name, count, mode, batchSize}}. Evidence: engine.
 *
 * @param batchSize 0 where there is none
 */
record LoopRules(String name, long count, boolean serial, long batchSize) {

    private static final String LOOPS =
            " Please see https://aka.ms/arm-resource-loops for usage details.";

    static LoopRules of(
            ResourceDeclaration declaration, JsonObject copy, Place place, JsonPointer at) {
        String name = CopyRules.name(copy, place);
        boolean serial = serial(declaration, copy, place, at);
        long batch = batchSize(declaration, copy, place, at, serial);
        return new LoopRules(name, new CopyRules(place, copy, at).count(), serial, batch);
    }

    private static boolean serial(
            ResourceDeclaration declaration, JsonObject copy, Place place, JsonPointer at) {
        String mode =
                copy.find("mode")
                        .map(json -> place.run().evaluate(json, at.child("mode"), place))
                        .flatMap(Target::text)
                        .orElse("parallel");
        if (!mode.equalsIgnoreCase("parallel") && !mode.equalsIgnoreCase("serial")) {
            Source source = place.run().template().source();
            throw Wrapping.of(
                    "The template resource '"
                            + Instance.rawName(declaration)
                            + "'"
                            + Wrapping.at(source.at(declaration.pointer()))
                            + " has an invalid copy mode '"
                            + mode
                            + "'. The supported values are 'NotSpecified, Parallel, Serial'."
                            + LOOPS,
                    source,
                    at);
        }
        return mode.equalsIgnoreCase("serial");
    }

    private static long batchSize(
            ResourceDeclaration declaration,
            JsonObject copy,
            Place place,
            JsonPointer at,
            boolean serial) {
        Optional<Value> value =
                copy.find("batchSize")
                        .filter(json -> !json.isNull())
                        .map(json -> place.run().evaluate(json, at.child("batchSize"), place));
        if (value.isEmpty()) {
            return 0;
        }
        Source source = place.run().template().source();
        Optional<Json> known = value.get().known();
        long size =
                known.isPresent() && known.get() instanceof JsonNumber number
                        ? number.asLong().orElse(-1L)
                        : -1L;
        if (size < 0) {
            throw Wrapping.of(
                    "The template 'copy' definition"
                            + Wrapping.at(source.at(at))
                            + " has an invalid copy batch size. The copy batch size must be a"
                            + " non-negative integer value."
                            + LOOPS,
                    source,
                    at);
        }
        if (!serial) {
            throw Wrapping.of(
                    "The template resource '"
                            + Instance.rawName(declaration)
                            + "'"
                            + Wrapping.at(source.at(declaration.pointer()))
                            + " has an unexpected copy batch size value. The copy batch size is"
                            + " only supported for copy mode values: 'Serial'."
                            + LOOPS,
                    source,
                    at);
        }
        return size;
    }
}

package dev.belay.template.expansion;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.NotFound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The copy loops that are running at a place of the template.
 *
 * @param running the innermost first
 */
record Loops(List<Loop> running) {

    static final Loops NONE = new Loops(List.of());

    /**
     * One turn of a loop.
     *
     * @param unnamed whether {@code copyIndex()} without a name means it: loops of resources and
     *     outputs
     */
    record Loop(String name, long index, boolean unnamed) {}

    Loops {
        running = List.copyOf(running);
    }

    Loops with(String name, long index, boolean unnamed) {
        var longer = new ArrayList<Loop>();
        longer.add(new Loop(name, index, unnamed));
        longer.addAll(running);
        return new Loops(longer);
    }

    long index(Optional<String> name) {
        if (running.isEmpty()) {
            throw NotFound.loop();
        }
        return running.stream()
                .filter(
                        loop ->
                                name.isPresent()
                                        ? loop.name().equalsIgnoreCase(name.get())
                                        : loop.unnamed())
                .findFirst()
                .map(Loop::index)
                .orElseThrow(
                        () ->
                                TemplateFault.of(
                                        "The template language function 'copyIndex' has an invalid"
                                                + " argument. The provided copy name '"
                                                + name.orElse("")
                                                + "' doesn't exist in the resource. Please see"
                                                + " https://aka.ms/arm-resource-loops for usage"
                                                + " details."));
    }
}

package dev.belay.template.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/** Refuses arrays whose items have the wrong kind, with the engine's text. */
public final class ItemKinds {

    private ItemKinds() {}

    /**
     * @throws TemplateFault naming the kinds and places of the items that are not allowed
     */
    public static void check(String function, List<Value> items, Kind... allowed) {
        var kinds = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (int at = 0; at < items.size(); at++) {
            Kind kind = items.get(at).kind().orElseThrow(Pending::new);
            if (!List.of(allowed).contains(kind)) {
                if (!kinds.contains(kind.shown())) {
                    kinds.add(kind.shown());
                }
                places.add("" + at);
            }
        }
        if (!places.isEmpty()) {
            String wanted = String.join(", ", List.of(allowed).stream().map(Kind::shown).toList());
            throw TemplateFault.of(
                    "The template language function '"
                            + function
                            + "' expects its first parameter to be an array only containing"
                            + " elements of type(s) '"
                            + wanted
                            + "'. The provided value contains elements with disallowed type(s) '"
                            + String.join(", ", kinds)
                            + "' in index(es) "
                            + String.join(", ", places)
                            + "."
                            + " Please see https://aka.ms/arm-functions for usage details.");
        }
    }
}

package dev.belay.template.expansion;

import dev.belay.template.diagnostic.TemplateFault;

import java.util.ArrayList;
import java.util.List;

/** Names that are being evaluated right now: a name met again is a circle. Evidence: engine. */
final class Symbols {

    private final List<String> open = new ArrayList<>();

    /**
     * @throws TemplateFault if the name is being evaluated already
     */
    void enter(String name) {
        if (!open.contains(name)) {
            open.add(name);
            return;
        }
        List<String> circle = open.subList(open.indexOf(name), open.size());
        if (circle.size() == 1) {
            throw TemplateFault.of(
                    "The '"
                            + name
                            + "' symbol references itself in its own definition, which is not"
                            + " allowed.");
        }
        throw TemplateFault.of(
                "The '"
                        + name
                        + "' symbol's definition cycles back to itself ("
                        + String.join(" -> ", circle)
                        + " -> "
                        + name
                        + ").");
    }

    void leave() {
        open.removeLast();
    }
}

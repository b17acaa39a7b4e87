package dev.belay.template.expansion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of a template by all that they can be called: symbolic name, loop, name, type and
 * name, id. Evidence: engine, families {@code dependsOn}, {@code symbolic}, {@code resource order}.
 */
final class Registry {

    private final boolean symbolic;
    private final Map<String, List<Instance>> symbols = new HashMap<>();
    private final Map<String, List<Instance>> loops = new HashMap<>();
    private final Map<String, List<Instance>> names = new HashMap<>();
    private final Map<String, List<Instance>> typedNames = new HashMap<>();
    private final Map<String, List<Instance>> ids = new HashMap<>();

    Registry(boolean symbolic) {
        this.symbolic = symbolic;
    }

    /** That there is a loop of this name, also if it has no instance. */
    void loopOf(Optional<String> symbol, String loop) {
        symbol.ifPresent(name -> symbols.computeIfAbsent(name, _ -> new ArrayList<>()));
        loops.computeIfAbsent(folded(loop), _ -> new ArrayList<>());
    }

    void add(Instance instance) {
        instance.declaration()
                .symbolicName()
                .ifPresent(
                        symbol -> {
                            add(symbols, symbol, instance);
                            instance.loop()
                                    .ifPresent(
                                            loop ->
                                                    add(
                                                            symbols,
                                                            symbol + "[" + loop.index() + "]",
                                                            instance));
                        });
        instance.loop().ifPresent(loop -> add(loops, folded(loop.name()), instance));
        Optional<String> name = Target.text(instance.identity().name());
        name.ifPresent(
                known -> {
                    add(names, folded(known), instance);
                    add(typedNames, folded(instance.identity().type() + "/" + known), instance);
                });
        if (instance.declaration().pointer().segments().size() > 2) {
            instance.ownName().ifPresent(own -> add(names, folded(own), instance));
        }
        Target.text(instance.identity().id()).ifPresent(id -> add(ids, folded(id), instance));
    }

    private static void add(Map<String, List<Instance>> map, String key, Instance instance) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(instance);
    }

    /** The one resource that a {@code reference} means. */
    Optional<Instance> one(String reference) {
        List<Instance> found =
                symbolic && symbols.containsKey(reference)
                        ? symbols.getOrDefault(reference, List.of())
                        : named(reference);
        return found.stream().findFirst();
    }

    private List<Instance> named(String reference) {
        String key = folded(reference);
        List<Instance> byId = ids.getOrDefault(key, List.of());
        if (!byId.isEmpty()) {
            return byId;
        }
        List<Instance> typed = typedNames.getOrDefault(key, List.of());
        return !typed.isEmpty() || symbolic ? typed : names.getOrDefault(key, List.of());
    }

    /** The instances of a loop, by symbolic or loop name. */
    Optional<List<Instance>> loop(String name) {
        List<Instance> found = symbols.get(name);
        return Optional.ofNullable(found == null ? loops.get(folded(name)) : found);
    }

    /** All that an item of {@code dependsOn} means; empty if it means nothing here. */
    List<Instance> all(String item) {
        if (symbolic && symbols.containsKey(item)) {
            return symbols.getOrDefault(item, List.of());
        }
        String key = folded(item);
        if (loops.containsKey(key)) {
            return loops.getOrDefault(key, List.of());
        }
        return named(item);
    }

    /** Whether the item of {@code dependsOn} means anything, be it a loop without instances. */
    boolean knows(String item) {
        return !all(item).isEmpty() || symbols.containsKey(item) || loops.containsKey(folded(item));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

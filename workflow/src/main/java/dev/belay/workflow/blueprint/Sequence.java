package dev.belay.workflow.blueprint;

import static java.util.Comparator.comparing;

import dev.belay.workflow.blueprint.Blueprint.Artifact;
import dev.belay.workflow.blueprint.Blueprint.Group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The order in which a blueprint's parts are made.
 *
 * <p>Documented (Understand the deployment sequence): role assignments, policy assignments and
 * templates of the subscription, each by name; then the resource groups by placeholder, each
 * followed by its own parts in the same manner. {@code dependsOn} and the use of an artifact's
 * outputs change it by a topological sort. Inferred: of several parts that may come next, the one
 * that comes first by default is taken, and a part waits for the one before it.
 */
final class Sequence {

    /** A part of a blueprint. */
    sealed interface Part {

        record OfGroup(Group group) implements Part {}

        record OfArtifact(Artifact artifact) implements Part {}

        default String name() {
            return switch (this) {
                case OfGroup(var group) -> group.placeholder();
                case OfArtifact(var artifact) -> artifact.name();
            };
        }

        /** Unlike every other part's of the blueprint. */
        default String key() {
            return switch (this) {
                case OfGroup(var group) -> "group " + group.placeholder();
                case OfArtifact(var artifact) -> "artifact " + artifact.name();
            };
        }

        default List<Node> dependsOn() {
            return switch (this) {
                case OfGroup(var group) -> group.dependsOn();
                case OfArtifact(var artifact) -> artifact.dependsOn();
            };
        }

        default Node where() {
            return switch (this) {
                case OfGroup(var group) -> group.where();
                case OfArtifact(var artifact) -> artifact.properties();
            };
        }
    }

    private final List<Part> byDefault;
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();

    private Sequence(Blueprint blueprint, Map<String, Set<String>> uses) {
        this.byDefault = byDefault(blueprint);
        byDefault.forEach(part -> needs.put(part.key(), needs(part, uses)));
    }

    /**
     * All parts in order; a problem where parts need each other.
     *
     * @param uses artifact to the artifacts whose outputs it uses
     */
    static List<Part> of(Blueprint blueprint, Map<String, Set<String>> uses) {
        return new Sequence(blueprint, uses).sorted();
    }

    private static List<Part> byDefault(Blueprint blueprint) {
        var parts = new ArrayList<Part>(artifacts(blueprint, Optional.empty()));
        blueprint.groups().values().stream()
                .sorted(comparing(Group::placeholder, String.CASE_INSENSITIVE_ORDER))
                .forEach(
                        group -> {
                            parts.add(new Part.OfGroup(group));
                            parts.addAll(artifacts(blueprint, Optional.of(group.placeholder())));
                        });
        return parts;
    }

    private static List<Part> artifacts(Blueprint blueprint, Optional<String> group) {
        Comparator<Artifact> order =
                comparing(Artifact::kind)
                        .thenComparing(Artifact::name, String.CASE_INSENSITIVE_ORDER);
        return blueprint.artifacts().values().stream()
                .filter(artifact -> artifact.group().equals(group))
                .sorted(order)
                .<Part>map(Part.OfArtifact::new)
                .toList();
    }

    private Set<String> needs(Part part, Map<String, Set<String>> uses) {
        var all = new LinkedHashSet<String>();
        for (Node name : part.dependsOn()) {
            Optional<Part> needed = named(name.characters());
            if (needed.isEmpty()) {
                name.wrong(
                        "The blueprint has neither an artifact nor a resource group '"
                                + name.characters()
                                + "'.",
                        "'dependsOn' takes names of artifacts and placeholders.");
            }
            needed.map(Part::key).ifPresent(all::add);
        }
        if (part instanceof Part.OfArtifact(var artifact)) {
            uses.getOrDefault(artifact.name(), Set.of())
                    .forEach(name -> named(name).map(Part::key).ifPresent(all::add));
            artifact.group().flatMap(this::group).map(Part::key).ifPresent(all::add);
        }
        return all;
    }

    /** An artifact, else a resource group. */
    private Optional<Part> named(String name) {
        return Stream.concat(
                        byDefault.stream().filter(Part.OfArtifact.class::isInstance),
                        byDefault.stream())
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private Optional<Part> group(String placeholder) {
        return byDefault.stream()
                .filter(part -> part instanceof Part.OfGroup && part.name().equals(placeholder))
                .findFirst();
    }

    private List<Part> sorted() {
        var done = new LinkedHashMap<String, Part>();
        while (done.size() < byDefault.size()) {
            Optional<Part> next =
                    byDefault.stream()
                            .filter(part -> !done.containsKey(part.key()))
                            .filter(part -> done.keySet().containsAll(needed(part)))
                            .findFirst();
            if (next.isEmpty()) {
                circle(done.keySet());
                return byDefault;
            }
            done.put(next.get().key(), next.get());
        }
        return List.copyOf(done.values());
    }

    private Set<String> needed(Part part) {
        return needs.getOrDefault(part.key(), Set.of());
    }

    /** Goes from need to need until it meets a part again. */
    private void circle(Set<String> done) {
        var way = new LinkedHashMap<String, Part>();
        Part here = open(done, part -> true);
        while (!way.containsKey(here.key())) {
            way.put(here.key(), here);
            Set<String> needed = needed(here);
            here = open(done, part -> needed.contains(part.key()));
        }
        List<String> keys = List.copyOf(way.keySet());
        List<String> names =
                List.copyOf(way.values()).subList(keys.indexOf(here.key()), keys.size()).stream()
                        .map(part -> "'" + part.name() + "'")
                        .toList();
        here.where()
                .wrong(
                        names.size() == 1
                                ? names.getFirst() + " needs itself."
                                : String.join(", ", names) + " need each other in a circle.",
                        "Remove one 'dependsOn' or one use of an output.");
    }

    private Part open(Set<String> done, Predicate<Part> which) {
        return byDefault.stream()
                .filter(part -> !done.contains(part.key()))
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}

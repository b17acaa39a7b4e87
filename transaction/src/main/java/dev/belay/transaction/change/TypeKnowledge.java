package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.Fact;
import dev.belay.types.catalog.InlineChild;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.sanitise.Sanitised;
import dev.belay.types.sanitise.Sanitiser;
import dev.belay.types.shape.ShapePath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a transaction asks the catalog about a resource; a type that the catalog does not have gets
 * the answers that are true of all types.
 *
 * @param catalog the facts
 */
public record TypeKnowledge(Catalog catalog) {

    public Optional<TypeFacts> facts(ResourceId id) {
        return catalog.type(id.type());
    }

    /** The writable part of a body that a GET showed. */
    public Sanitised writable(ResourceId id, String apiVersion, JsonObject body) {
        return facts(id)
                .map(facts -> Sanitiser.toPutBody(facts, apiVersion, id.name(), body))
                .orElseGet(() -> Sanitiser.toPutBodyOfUnknownType(body));
    }

    /** Whether a DELETE of it is known not to exist, or not to remove it. */
    public boolean undeletable(ResourceId id) {
        return facts(id).filter(TypeFacts::isSetting).isPresent();
    }

    /** Whether it comes into being and vanishes with its parent. */
    public boolean automatic(ResourceId id) {
        return facts(id)
                .flatMap(facts -> facts.overlay().first(Quirk.Automatic.class))
                .filter(quirk -> quirk.names().stream().anyMatch(id.name()::equalsIgnoreCase))
                .isPresent();
    }

    /** The ids of the children that come into being with it. */
    public List<ResourceId> automaticChildren(ResourceId id) {
        return catalog.children(id.type()).stream()
                .flatMap(type -> automaticChildren(id, type))
                .toList();
    }

    private Stream<ResourceId> automaticChildren(ResourceId id, ResourceType child) {
        return catalog
                .type(child)
                .flatMap(facts -> facts.overlay().first(Quirk.Automatic.class))
                .stream()
                .flatMap(quirk -> quirk.names().stream())
                .map(name -> id.child(child.name(), name));
    }

    /** The list of its parent in which it also is an item; empty if there is none. */
    public Optional<ShapePath> twinList(ResourceId id) {
        return id.container()
                .flatMap(this::facts)
                .flatMap(
                        parent ->
                                twins(parent)
                                        .filter(twin -> twin.child().equals(id.type()))
                                        .map(Twin::path)
                                        .findFirst());
    }

    private record Twin(ResourceType child, ShapePath path) {}

    private static Stream<Twin> twins(TypeFacts parent) {
        return Stream.concat(
                parent.overlay().all(Quirk.InlineTwin.class).stream()
                        .map(twin -> new Twin(twin.child(), twin.path())),
                parent.inlineChildren().stream()
                        .filter(twin -> !twin.readOnly())
                        .map(TypeKnowledge::twin));
    }

    private static Twin twin(InlineChild child) {
        return new Twin(child.child(), child.path());
    }

    /** Whether no GET shows the place, by the catalog's marks and hints of secrets. */
    public List<ShapePath> secretHints(ResourceId id) {
        return facts(id).map(TypeFacts::secretHints).orElse(List.of()).stream()
                .map(Fact::value)
                .toList();
    }
}

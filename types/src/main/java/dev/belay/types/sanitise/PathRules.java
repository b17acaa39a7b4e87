package dev.belay.types.sanitise;

import dev.belay.types.catalog.Fact;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.CommonRules;
import dev.belay.types.overlay.Overlay;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.ShapePath;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which places of a type's bodies are judged against their shape.
 *
 * @param readOnly set by the server although called writable
 * @param writable to be sent although called read-only
 * @param refusedWhenEmpty left out where nothing is in them, whatever their shape
 * @param emptyClears objects left out where their list is empty
 * @param onlyWhere places valid only where another place holds a value
 */
record PathRules(
        Set<ShapePath> readOnly,
        Set<ShapePath> writable,
        Set<ShapePath> refusedWhenEmpty,
        List<Quirk.EmptyClears> emptyClears,
        List<Quirk.OnlyWhere> onlyWhere) {

    static final CommonRules COMMON = Overlay.standard().common();
    static final PathRules NONE = new PathRules(Set.of(), Set.of(), Set.of(), List.of(), List.of());

    static PathRules of(TypeFacts facts) {
        var readOnly = new HashSet<ShapePath>();
        facts.serverSetButWritable().stream().map(Fact::value).forEach(readOnly::add);
        return new PathRules(
                readOnly,
                paths(facts, Quirk.Writable.class),
                paths(facts, Quirk.RefusedWhenEmpty.class),
                facts.overlay().all(Quirk.EmptyClears.class),
                facts.overlay().all(Quirk.OnlyWhere.class));
    }

    private static Set<ShapePath> paths(TypeFacts facts, Class<? extends Quirk.AtPath> kind) {
        var paths = new HashSet<ShapePath>();
        facts.overlay().all(kind).forEach(quirk -> paths.add(quirk.path()));
        return paths;
    }

    Optional<Quirk.EmptyClears> emptyClearsAt(ShapePath path) {
        return emptyClears.stream().filter(quirk -> quirk.path().equals(path)).findFirst();
    }
}

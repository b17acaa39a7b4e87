package dev.belay.types.overlay;

import dev.belay.types.shape.ShapePath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The quirks of one type.
 *
 * @param rows in the order of the file; empty for most types
 */
public record TypeOverlay(List<OverlayRow> rows) {

    public static final TypeOverlay NONE = new TypeOverlay(List.of());

    public TypeOverlay {
        rows = List.copyOf(rows);
    }

    /** All quirks of one kind, in the order of the file. */
    public <Q extends Quirk> List<Q> all(Class<Q> kind) {
        return quirks(kind).toList();
    }

    /** The first quirk of one kind. */
    public <Q extends Quirk> Optional<Q> first(Class<Q> kind) {
        return quirks(kind).findFirst();
    }

    /** The quirk of this kind at exactly this path. */
    public <Q extends Quirk.AtPath> Optional<Q> at(Class<Q> kind, ShapePath path) {
        return quirks(kind).filter(quirk -> quirk.path().equals(path)).findFirst();
    }

    public boolean has(Class<? extends Quirk> kind) {
        return quirks(kind).findAny().isPresent();
    }

    private <Q extends Quirk> Stream<Q> quirks(Class<Q> kind) {
        return rows.stream().map(OverlayRow::quirk).filter(kind::isInstance).map(kind::cast);
    }
}

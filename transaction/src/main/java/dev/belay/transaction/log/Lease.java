package dev.belay.transaction.log;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Scope;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The right of one owner to change some scopes, until it expires or is given back.
 *
 * @param owner the id of a transaction, or of the workflow run that owns it
 * @param scopes the scopes, in the order asked for
 * @param fence counts every grant of the book: a higher one is newer
 * @param expires by the book's own, real clock
 */
public record Lease(String owner, List<Scope> scopes, long fence, Instant expires) {

    public Lease {
        requireNonNull(owner);
        requireNonNull(expires);
        scopes = List.copyOf(scopes);
    }

    /** The same with these scopes too, and another end. */
    public Lease with(List<Scope> more, Instant until) {
        var all = new LinkedHashSet<>(scopes);
        all.addAll(more);
        return new Lease(owner, List.copyOf(all), fence, until);
    }

    /** Whether any of the scopes is, or may be, equal to, above or below one of this lease. */
    public boolean overlaps(List<Scope> others) {
        return scopes.stream()
                .anyMatch(mine -> others.stream().anyMatch(other -> mine.mayMeet(other)));
    }
}

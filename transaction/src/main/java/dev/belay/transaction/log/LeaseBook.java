package dev.belay.transaction.log;

import dev.belay.arm.Scope;

import java.time.Duration;
import java.util.List;

/**
 * Who may change which scopes of one tenant. Every change is one compare-and-set and never waits. A
 * lease is alive until it expires by the book's own real clock, is given back, or its owner is
 * known to be dead (a released lock of the operating system).
 *
 * <p>Every method throws {@link StoreException} if the store fails.
 */
public interface LeaseBook {

    /**
     * Adds all scopes for the owner, or none: denied if another owner, or another process of the
     * same owner, holds a living lease on a scope that is equal, above or below, or may be: a
     * management group's is in the way of every other scope. A lease of the same owner that is no
     * longer alive is replaced. Every grant has a higher fence than all before it.
     */
    LeaseAnswer acquire(String owner, List<Scope> scopes, Duration lasts);

    /**
     * Extends the lease from now on, with the same fence; denied if it is no longer in the book, or
     * expired and others have a living lease on one of its scopes by now.
     */
    LeaseAnswer renew(Lease lease, Duration lasts);

    /**
     * Adds scopes to a lease and extends it from now on, with the same fence; or changes nothing:
     * denied if another owner holds a living lease on a scope that is equal, above or below, and
     * where {@link #renew} is. Scopes that it has already are not added twice.
     */
    LeaseAnswer extend(Lease lease, List<Scope> scopes, Duration lasts);

    /** Gives the lease back; nothing happens if it is no longer in the book. */
    void release(Lease lease);

    /** The leases in the book that are alive. */
    List<Lease> living();
}

package dev.belay.transaction.log;

import dev.belay.arm.Scope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A lease book in memory. */
final class InMemoryLeaseBook implements LeaseBook {

    private final Supplier<Instant> realTime;
    private final List<Lease> leases = new ArrayList<>();
    private final Set<Long> dead = new HashSet<>();
    private long lastFence;

    InMemoryLeaseBook(Supplier<Instant> realTime) {
        this.realTime = realTime;
    }

    @Override
    public synchronized LeaseAnswer acquire(String owner, List<Scope> scopes, Duration lasts) {
        List<Lease> inTheWay =
                leases.stream()
                        .filter(lease -> lease.owner().equals(owner) || lease.overlaps(scopes))
                        .filter(this::alive)
                        .toList();
        if (!inTheWay.isEmpty()) {
            return new LeaseAnswer.Denied(inTheWay);
        }
        Optional<Lease> old =
                leases.stream().filter(lease -> lease.owner().equals(owner)).findFirst();
        old.ifPresent(leases::remove);
        lastFence++;
        var lease = new Lease(owner, scopes, lastFence, realTime.get().plus(lasts));
        leases.add(lease);
        return new LeaseAnswer.Granted(lease, old);
    }

    @Override
    public LeaseAnswer renew(Lease lease, Duration lasts) {
        return extend(lease, List.of(), lasts);
    }

    @Override
    public synchronized LeaseAnswer extend(Lease lease, List<Scope> scopes, Duration lasts) {
        Optional<Lease> kept =
                leases.stream().filter(each -> each.fence() == lease.fence()).findFirst();
        Lease extended = kept.orElse(lease).with(scopes, realTime.get().plus(lasts));
        List<Lease> inTheWay =
                leases.stream()
                        .filter(each -> each.fence() != lease.fence())
                        .filter(each -> each.overlaps(extended.scopes()))
                        .filter(this::alive)
                        .toList();
        if (kept.isEmpty() || !inTheWay.isEmpty()) {
            return new LeaseAnswer.Denied(inTheWay);
        }
        leases.set(leases.indexOf(kept.get()), extended);
        return new LeaseAnswer.Granted(extended, Optional.empty());
    }

    @Override
    public synchronized void release(Lease lease) {
        leases.removeIf(kept -> kept.fence() == lease.fence());
    }

    @Override
    public synchronized List<Lease> living() {
        return leases.stream().filter(this::alive).toList();
    }

    synchronized void ownersDied() {
        leases.forEach(lease -> dead.add(lease.fence()));
    }

    private boolean alive(Lease lease) {
        return !dead.contains(lease.fence()) && lease.expires().isAfter(realTime.get());
    }
}

package dev.belay.store.file;

import dev.belay.arm.Scope;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The lease book of one tenant: a file, replaced as a whole under a lock of the system. */
final class FileLeaseBook implements LeaseBook {

    private final Path directory;
    private final String name;
    private final String host;
    private final Supplier<Instant> realTime;
    private final OwnerLocks owners;

    /**
     * @param name of the book's files
     * @param host names this running machine
     */
    FileLeaseBook(
            Path directory,
            String name,
            String host,
            Supplier<Instant> realTime,
            OwnerLocks owners) {
        this.directory = directory;
        this.name = name;
        this.host = host;
        this.realTime = realTime;
        this.owners = owners;
    }

    @Override
    public LeaseAnswer acquire(String owner, List<Scope> scopes, Duration lasts) {
        return locked("enter a lease", page -> acquire(page, owner, scopes, lasts));
    }

    @Override
    public LeaseAnswer renew(Lease lease, Duration lasts) {
        return locked("renew a lease", page -> extend(page, lease, List.of(), lasts));
    }

    @Override
    public LeaseAnswer extend(Lease lease, List<Scope> scopes, Duration lasts) {
        return locked("extend a lease", page -> extend(page, lease, scopes, lasts));
    }

    @Override
    public void release(Lease lease) {
        locked("give a lease back", page -> release(page, lease));
    }

    @Override
    public List<Lease> living() {
        return locked(
                "read the leases", page -> alive(page).stream().map(KeptLease::lease).toList());
    }

    private LeaseAnswer acquire(LeasePage page, String owner, List<Scope> scopes, Duration lasts)
            throws IOException {
        List<Lease> inTheWay =
                alive(page).stream()
                        .map(KeptLease::lease)
                        .filter(lease -> lease.owner().equals(owner) || lease.overlaps(scopes))
                        .toList();
        if (!inTheWay.isEmpty()) {
            return new LeaseAnswer.Denied(inTheWay);
        }
        Optional<KeptLease> old =
                page.leases().stream()
                        .filter(kept -> kept.lease().owner().equals(owner))
                        .findFirst();
        var leases = new ArrayList<>(page.leases());
        if (old.isPresent()) {
            leases.remove(old.get());
            owners.forget(key(old.get().lease()));
        }
        long fence = page.lastFence() + 1;
        var lease = new Lease(owner, scopes, fence, realTime.get().plus(lasts));
        leases.add(new KeptLease(lease, host));
        owners.hold(key(lease)); // before the entry: one without a lock would look dead
        write(new LeasePage(fence, leases));
        return new LeaseAnswer.Granted(lease, old.map(KeptLease::lease));
    }

    private LeaseAnswer extend(LeasePage page, Lease lease, List<Scope> scopes, Duration lasts)
            throws IOException {
        Optional<KeptLease> kept =
                page.leases().stream()
                        .filter(each -> each.lease().fence() == lease.fence())
                        .findFirst();
        Lease extended =
                kept.map(KeptLease::lease).orElse(lease).with(scopes, realTime.get().plus(lasts));
        List<Lease> inTheWay =
                alive(page).stream()
                        .map(KeptLease::lease)
                        .filter(each -> each.fence() != lease.fence())
                        .filter(each -> each.overlaps(extended.scopes()))
                        .toList();
        if (kept.isEmpty() || !inTheWay.isEmpty()) {
            return new LeaseAnswer.Denied(inTheWay);
        }
        var leases = new ArrayList<>(page.leases());
        leases.set(leases.indexOf(kept.get()), new KeptLease(extended, kept.get().host()));
        write(new LeasePage(page.lastFence(), leases));
        return new LeaseAnswer.Granted(extended, Optional.empty());
    }

    private boolean release(LeasePage page, Lease lease) throws IOException {
        var leases = new ArrayList<>(page.leases());
        boolean there = leases.removeIf(kept -> kept.lease().fence() == lease.fence());
        if (there) {
            write(new LeasePage(page.lastFence(), leases));
        }
        owners.release(key(lease));
        return there;
    }

    private List<KeptLease> alive(LeasePage page) throws IOException {
        var alive = new ArrayList<KeptLease>();
        for (KeptLease kept : page.leases()) {
            boolean expired = !kept.lease().expires().isAfter(realTime.get());
            boolean dead = kept.host().equals(host) && owners.dead(key(kept.lease()));
            if (!expired && !dead) {
                alive.add(kept);
            }
        }
        return alive;
    }

    private String key(Lease lease) {
        return name + "-" + lease.fence();
    }

    /** Something done with the page while nobody else can change it. */
    @FunctionalInterface
    private interface Change<T> {
        T on(LeasePage page) throws IOException;
    }

    private <T> T locked(String purpose, Change<T> change) {
        synchronized (owners) { // the system's lock is one per process, not per thread
            return Failures.translate(
                    purpose,
                    () -> {
                        Durable.directories(directory);
                        try (FileLock _ = FileLock.take(directory.resolve(name + ".lock"))) {
                            return change.on(read());
                        }
                    });
        }
    }

    private LeasePage read() throws IOException {
        Path file = directory.resolve(name + ".json");
        try {
            return LeasePage.of(Files.readAllBytes(file), file);
        } catch (NoSuchFileException _) {
            return LeasePage.EMPTY;
        }
    }

    private void write(LeasePage page) throws IOException {
        Durable.replace(
                directory.resolve(name + ".json"),
                directory.resolve(name + ".new"),
                page.toBytes());
    }
}

package dev.belay.transaction.log;

import java.util.List;
import java.util.Optional;

/** What the lease book says to a request. */
public sealed interface LeaseAnswer {

    /**
     * The scopes are the asker's.
     *
     * @param takenOver the same owner's older lease that had not been given back: whoever held it
     *     may still have one request in hand
     */
    record Granted(Lease lease, Optional<Lease> takenOver) implements LeaseAnswer {}

    /** Nothing was changed: these leases are alive and in the way. */
    record Denied(List<Lease> holders) implements LeaseAnswer {
        public Denied {
            holders = List.copyOf(holders);
        }
    }
}

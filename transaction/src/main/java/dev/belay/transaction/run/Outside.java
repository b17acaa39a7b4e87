package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Clock;
import dev.belay.arm.Entropy;
import dev.belay.arm.Fanout;
import dev.belay.arm.Pause;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Origin;
import dev.belay.client.retry.RetryRule;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.types.catalog.Catalog;

import java.net.URI;
import java.time.Duration;

/**
 * Everything that a transaction meets outside itself.
 *
 * @param arm ARM, real or embedded
 * @param origin where ARM is, the same text for the same ARM: its URL, or {@code embedded:} and the
 *     identity of the world; a transaction is undone only where it was made
 * @param requestTimeout the longest time that one request may take
 * @param catalog the facts about types
 * @param leases how long leases last
 * @param stop polled between acts
 */
public record Outside(
        ArmTransport arm,
        String origin,
        Duration requestTimeout,
        Clock clock,
        Pause pause,
        Entropy entropy,
        Fanout fanout,
        TransactionStore store,
        Catalog catalog,
        Owner owner,
        LeaseTerms leases,
        StopSignal stop) {

    public Outside {
        requireNonNull(arm);
        requireNonNull(origin);
        requireNonNull(requestTimeout);
        requireNonNull(clock);
        requireNonNull(pause);
        requireNonNull(entropy);
        requireNonNull(fanout);
        requireNonNull(store);
        requireNonNull(catalog);
        requireNonNull(owner);
        requireNonNull(leases);
        requireNonNull(stop);
    }

    /** A client of the ARM, whose links are followed at its own origin only. */
    public ArmClient client() {
        return new ArmClient(arm, links(), pause, RetryRule.USUAL);
    }

    /**
     * The same under a lease: it is kept while time passes, and made sure of before each request,
     * so that an owner who lost it sends nothing more.
     */
    ArmClient client(LeaseKeeper lease) {
        ArmTransport guarded =
                request -> {
                    lease.ensure();
                    return arm.send(request);
                };
        Pause kept = duration -> lease.pass(duration, this::waitOn);
        return new ArmClient(guarded, links(), kept, RetryRule.USUAL);
    }

    /** Between attempts at one request; ARM says how long, so only a stop at once cuts it short. */
    private void waitOn(Duration duration) {
        pause.pauseUntil(this::stopsNow, duration);
        if (stopsNow()) {
            throw new StopNowException();
        }
    }

    private boolean stopsNow() {
        return stop.asked() == StopSignal.Asked.STOP_NOW;
    }

    private Origin links() {
        return origin.startsWith("http") ? Origin.of(URI.create(origin)) : Origin.PUBLIC;
    }

    /** How long a lease lasts here. */
    Duration leaseLasts() {
        return leases.lasts(requestTimeout);
    }
}

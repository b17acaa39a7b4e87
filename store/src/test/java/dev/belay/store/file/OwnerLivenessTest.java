package dev.belay.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Scope;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether an owner in another process lives, by its lock. */
final class OwnerLivenessTest {

    private static final List<Scope> SHOP = List.of(new Scope.ResourceGroup("s", "shop"));
    private static final Duration MINUTES = Duration.ofMinutes(3);

    @TempDir Path directory;

    @Test
    void a_lease_is_alive_as_long_as_its_process_and_no_longer() throws Exception {
        Process owner = OwnerProcess.start(directory);
        var store = store("host");

        LeaseAnswer meanwhile = store.leases("tenant").acquire("t1", SHOP, MINUTES);
        LeaseAnswer again = store.leases("tenant").acquire("t2", SHOP, MINUTES);
        owner.destroyForcibly().waitFor();
        LeaseAnswer afterwards = store.leases("tenant").acquire("t1", SHOP, MINUTES);

        assertThat(meanwhile).isInstanceOf(LeaseAnswer.Denied.class);
        assertThat(again).isInstanceOf(LeaseAnswer.Denied.class);
        assertThat(((LeaseAnswer.Granted) afterwards).takenOver().map(Lease::fence)).contains(1L);
    }

    @Test
    void of_an_owner_on_another_machine_only_the_end_of_its_lease_is_known() throws Exception {
        Process owner = OwnerProcess.start(directory);
        owner.destroyForcibly().waitFor();

        LeaseAnswer elsewhere = store("other").leases("tenant").acquire("t1", SHOP, MINUTES);

        assertThat(elsewhere).isInstanceOf(LeaseAnswer.Denied.class);
    }

    private FileTransactionStore store(String host) {
        return new FileTransactionStore(directory, host, () -> Instant.EPOCH, _ -> {});
    }
}

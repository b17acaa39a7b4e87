package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.run.RollbackOptions;
import dev.belay.transaction.run.StopSignal;
import dev.belay.transaction.run.TransactionOutcome;
import dev.belay.transaction.run.TransactionRecords;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Transactions that a run holds. */
final class HeldTest {

    @Test
    void nobody_but_the_run_decides_about_a_held_transaction() {
        var bench = new RunBench();
        bench.whileRealTimePasses = () -> bench.stop = stopNow();
        RunOutcome outcome =
                bench.runs()
                        .run(
                                bench.request(
                                        UndoingTest.PROVISIONERS
                                                + """
                                                - name: a
                                                  steps:
                                                    - arm: web
                                                    - approval: {message: go on?}
                                                """,
                                        new LinkedHashMap<>()),
                                _ -> {});
        String run = ((RunOutcome.Stopped) outcome).run();
        bench.stop = StopSignal.Asked.NOTHING;
        String held = bench.transactions().list().getFirst().id();

        Report rollback =
                report(
                        bench.transactions()
                                .rollback(
                                        held,
                                        new RollbackOptions(true, false, Duration.ofHours(1)),
                                        _ -> {})
                                .orElseThrow());
        Report resumed =
                report(
                        bench.transactions()
                                .resume(held, Optional.empty(), _ -> {})
                                .orElseThrow()
                                .outcome());

        assertThat(rollback.failure().orElseThrow().error().code()).isEqualTo("HeldByRun");
        assertThat(rollback.failure().orElseThrow().error().message()).contains(run);
        assertThat(resumed.failure().orElseThrow().error().code()).isEqualTo("HeldByRun");
        assertThat(new TransactionRecords(bench.store).show(held).orElseThrow().verdict())
                .isEqualTo(Verdict.HELD);
    }

    private static StopSignal.Asked stopNow() {
        return StopSignal.Asked.STOP_NOW;
    }

    private static Report report(TransactionOutcome outcome) {
        return ((TransactionOutcome.Reported) outcome).report();
    }
}

package dev.belay.transaction.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class TransactionStateTest {

    private static TransactionState fold(String... kinds) {
        TransactionState state = TransactionState.NEW_TRANSACTION;
        for (String kind : kinds) {
            state = state.after(entry(kind));
        }
        return state;
    }

    private static JournalEntry entry(String kind) {
        return JournalCodecTest.goldenLines().stream()
                .filter(line -> line.startsWith("{\"entry\":\"" + kind + "\""))
                .map(line -> JournalCodec.read(1, line))
                .findFirst()
                .orElseThrow();
    }

    private static final String[] FAILED = {
        "Opened",
        "SnapshotTaken",
        "DeploymentSubmitted",
        "DeploymentAccepted",
        "OperationsSeen",
        "DeploymentEnded",
        "AfterTaken"
    };

    private static TransactionState failedThen(String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(FAILED));
        all.addAll(Arrays.asList(more));
        return fold(all.toArray(String[]::new));
    }

    @Test
    void a_failure_is_rolled_back() {
        assertThat(NextAct.of(failedThen())).isEqualTo(NextAct.ROLL_BACK);
        assertThat(failedThen("RollbackPlanned", "StepStarted", "StepEnded", "RolledBack").phase())
                .isEqualTo(Phase.ROLLED_BACK);
    }

    @Test
    void steps_count_on_and_an_open_one_stays_open() {
        TransactionState state = failedThen("RollbackPlanned", "StepStarted");

        assertThat(state.nextStep()).isEqualTo(2);
        assertThat(state.steps().values()).allMatch(step -> step.ended().isEmpty()).hasSize(1);
        assertThat(NextAct.of(state)).isEqualTo(NextAct.ROLL_BACK);
    }

    @Test
    void what_never_was_sent_ends_untouched() {
        assertThat(NextAct.of(fold("Opened"))).isEqualTo(NextAct.END_UNTOUCHED);
        assertThat(NextAct.of(fold("Opened", "SnapshotTaken"))).isEqualTo(NextAct.END_UNTOUCHED);
    }

    @Test
    void what_may_have_been_sent_is_looked_for_and_never_sent_again() {
        assertThat(NextAct.of(fold("Opened", "SnapshotTaken", "DeploymentSubmitted")))
                .isEqualTo(NextAct.RESOLVE);
    }

    @Test
    void a_rollback_may_be_asked_for_after_an_end() {
        assertThat(failedThen("Kept", "RollbackRequested").phase()).isEqualTo(Phase.ASKED);
        assertThat(failedThen("Held", "RollbackRequested").phase()).isEqualTo(Phase.ASKED);
    }

    @Test
    void illegal_successions_are_corruption() {
        assertThatThrownBy(() -> fold("SnapshotTaken")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fold("Opened", "Opened"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> failedThen("StepStarted"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> failedThen("RollbackPlanned", "StepEnded"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> failedThen("RollbackPlanned", "RolledBack", "RollbackRequested"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void inside_a_run_it_ends_held_until_the_run_decides() {
        TransactionState state = inRun("Opened", "SnapshotTaken", "DeploymentSubmitted");
        state = then(state, "DeploymentAccepted", "DeploymentEnded", "AfterTaken");

        assertThat(NextAct.of(state)).isEqualTo(NextAct.HOLD);
        assertThat(NextAct.of(then(state, "CancelRequested"))).isEqualTo(NextAct.HOLD);
        TransactionState held = then(state, "Held");
        assertThat(NextAct.of(held)).isEqualTo(NextAct.HALT);
        assertThat(held.phase().finished()).isFalse();
        assertThat(NextAct.of(then(held, "RollbackRequested"))).isEqualTo(NextAct.ROLL_BACK);
        assertThat(then(held, "Committed").phase()).isEqualTo(Phase.COMMITTED);
        assertThat(then(held, "Kept").phase()).isEqualTo(Phase.KEPT);
    }

    private static TransactionState inRun(String... kinds) {
        TransactionState state = TransactionState.NEW_TRANSACTION;
        for (String kind : kinds) {
            state = state.after(kind.equals("Opened") ? openedInRun() : entry(kind));
        }
        return state;
    }

    private static JournalEntry openedInRun() {
        JournalEntry.Opened opened = (JournalEntry.Opened) entry("Opened");
        return new JournalEntry.Opened(
                opened.at(),
                opened.origin(),
                opened.tenant(),
                opened.subscription(),
                opened.catalog(),
                opened.request(),
                opened.owner(),
                Optional.of("run-1"),
                List.of("id"));
    }

    private static TransactionState then(TransactionState before, String... kinds) {
        TransactionState state = before;
        for (String kind : kinds) {
            state = state.after(entry(kind));
        }
        return state;
    }
}

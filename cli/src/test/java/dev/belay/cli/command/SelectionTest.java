package dev.belay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.Scope;
import dev.belay.transaction.run.TransactionSummary;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

final class SelectionTest {

    private static final TransactionSummary OLD = summary("aaaa1111", "shop", true);
    private static final TransactionSummary OPEN = summary("aaaa2222", "Shop", false);
    private static final TransactionSummary NEW = summary("bbbb3333", "bar", true);

    @Test
    void the_unfinished_one_goes_before_the_newest() {
        assertThat(Selection.obvious(at(), List.of(OLD, OPEN, NEW))).isEqualTo(OPEN);
        assertThat(Selection.obvious(at(), List.of(OLD, NEW))).isEqualTo(NEW);
    }

    @Test
    void only_those_of_the_group_count() {
        assertThat(Selection.obvious(at("--resource-group", "BAR"), List.of(OLD, OPEN, NEW)))
                .isEqualTo(NEW);
        assertThatThrownBy(() -> Selection.obvious(at("--resource-group", "other"), List.of(OLD)))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void of_several_unfinished_ones_a_person_chooses() {
        TransactionSummary other = summary("cccc4444", "bar", false);

        assertThatThrownBy(() -> Selection.obvious(at(), List.of(OPEN, other)))
                .hasMessageContaining("aaaa2222, cccc4444");
    }

    @Test
    void the_beginning_of_an_id_is_enough_if_it_is_only_one() {
        List<TransactionSummary> all = List.of(OLD, OPEN, NEW);

        assertThat(Selection.named(all, "aaaa2")).isEqualTo(OPEN);
        assertThatThrownBy(() -> Selection.named(all, "aaaa"))
                .hasMessageContaining("2 transactions");
        assertThatThrownBy(() -> Selection.named(all, "b")).hasMessageContaining("no transaction");
    }

    @Test
    void only_those_of_the_kind_of_scope_count() {
        TransactionSummary wide =
                new TransactionSummary(
                        "dddd5555",
                        Instant.EPOCH,
                        new Scope.Subscription("s"),
                        "d",
                        "state",
                        true,
                        "somebody");
        List<TransactionSummary> all = List.of(wide, NEW);

        assertThat(Selection.obvious(at("--scope", "sub"), all)).isEqualTo(wide);
        assertThat(Selection.obvious(at("--scope", "rg"), all)).isEqualTo(NEW);
        assertThatThrownBy(() -> Selection.obvious(at("--management-group", "m"), all))
                .isInstanceOf(BadInput.class);
    }

    private static Arguments at() {
        return new Arguments(Map.of(), List.of());
    }

    private static Arguments at(String option, String value) {
        return new Arguments(Map.of(option, List.of(value)), List.of());
    }

    private static TransactionSummary summary(String id, String group, boolean finished) {
        return new TransactionSummary(
                id,
                Instant.EPOCH,
                new Scope.ResourceGroup("s", group),
                "d",
                "state",
                finished,
                "somebody");
    }
}

package dev.belay.cli.command;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.event.Report;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.RollbackLine;

import java.util.List;
import java.util.Optional;

/**
 * What came of an example.
 *
 * @param verdict empty where there was none
 * @param failedCode of the innermost failed operation, or of what failed a run
 * @param leftAlone what others changed and Belay did not touch
 */
record Tried(
        int exit,
        Optional<String> verdict,
        Optional<String> failedCode,
        List<ResourceId> leftAlone) {

    Tried {
        leftAlone = List.copyOf(leftAlone);
    }

    static Tried nothing(int exit) {
        return new Tried(exit, Optional.empty(), Optional.empty(), List.of());
    }

    static Tried of(Ending ending) {
        return ending.report()
                .map(
                        report ->
                                new Tried(
                                        ending.exit(),
                                        Optional.of(report.verdict().name()),
                                        report.failure()
                                                .map(Report.Failure::error)
                                                .map(ArmError::code),
                                        left(report)))
                .orElseGet(() -> nothing(ending.exit()));
    }

    static Tried of(RunEnding ending) {
        return ending.report()
                .map(
                        report ->
                                new Tried(
                                        ending.exit(),
                                        report.verdict().map(Enum::name),
                                        report.cause().map(ArmError::code),
                                        left(report)))
                .orElseGet(() -> nothing(ending.exit()));
    }

    private static List<ResourceId> left(RunReport report) {
        return report.rollbacks().stream()
                .map(RollbackLine::transaction)
                .flatMap(Optional::stream)
                .flatMap(transaction -> left(transaction).stream())
                .toList();
    }

    private static List<ResourceId> left(Report report) {
        return report.leftAlone().stream().map(Finding::id).toList();
    }
}

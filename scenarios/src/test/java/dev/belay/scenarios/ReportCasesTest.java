package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cases made after what people reported, run and judged as they say. {@code -Dbelay.reports=DIR}
 * takes another folder of such cases; {@code -Dbelay.reports.only=15,39} those whose names begin
 * so.
 */
final class ReportCasesTest {

    @TempDir Path folder;

    @Test
    void what_people_reported_does_not_happen_any_more() {
        Path all =
                Optional.ofNullable(System.getProperty("belay.reports"))
                        .map(Path::of)
                        .orElseGet(() -> Shared.path("data/reports"));
        List<String> only =
                Optional.ofNullable(System.getProperty("belay.reports.only"))
                        .map(text -> List.of(text.split(",", -1)))
                        .orElse(List.of(""));

        Map<String, ReportVerdict> verdicts = new LinkedHashMap<>();
        for (Path one : ReportCase.folders(all)) {
            String name = one.getFileName().toString();
            if (only.stream().anyMatch(name::startsWith)) {
                verdicts.put(name, verdict(one, folder.resolve(name)));
            }
        }

        System.err.println(table(verdicts));
        assertThat(verdicts).isNotEmpty();
        assertThat(verdicts.entrySet().stream().filter(each -> !each.getValue().holds()))
                .extracting(Map.Entry::getKey)
                .isEmpty();
        assertThat(verdicts.values()).allMatch(verdict -> verdict.checks() > 0);
    }

    /** All errands of a case, in all their ways. */
    private static ReportVerdict verdict(Path one, Path work) {
        try {
            ReportCase all = ReportCase.read(one);
            var names = new ReportNames(all);
            var verdict = new ReportVerdict(List.of(), List.of(), 0);
            int run = 0;
            for (ReportCase.Errand errand : all.errands()) {
                String scope = ReportWords.path(new ReportWords(all, errand).commands().getFirst());
                for (ReportEvents events : ReportEvents.ways(errand.events(), names, scope)) {
                    run++;
                    String label = (errand.label() + " " + events.label()).strip();
                    verdict =
                            verdict.and(
                                    label,
                                    one(all, errand, events, names, work.resolve("run" + run)));
                }
            }
            return verdict;
        } catch (CaseMembers.NotUnderstood e) {
            return ReportVerdict.wrong("not understood: " + e.getMessage());
        }
    }

    private static ReportVerdict one(
            ReportCase all,
            ReportCase.Errand errand,
            ReportEvents events,
            ReportNames names,
            Path work) {
        try {
            return new ReportRun(all, errand, events, names).run(work);
        } catch (CaseMembers.NotUnderstood e) {
            return ReportVerdict.wrong("not understood: " + e.getMessage());
        } catch (RuntimeException | AssertionError e) {
            return ReportVerdict.wrong("cannot be run: " + e);
        }
    }

    private static String table(Map<String, ReportVerdict> verdicts) {
        var lines = new ArrayList<String>();
        verdicts.forEach(
                (name, verdict) -> {
                    lines.add(
                            "%-36s %-7s %2d demands judged"
                                    .formatted(
                                            name,
                                            verdict.holds() ? "holds" : "DOES NOT",
                                            verdict.checks()));
                    verdict.wrong().forEach(text -> lines.add("    wrong: " + text));
                    verdict.unjudged().forEach(text -> lines.add("    not judged: " + text));
                });
        long holding = verdicts.values().stream().filter(ReportVerdict::holds).count();
        lines.add("Reports: " + holding + " of " + verdicts.size() + " cases hold.");
        return String.join(System.lineSeparator(), lines);
    }
}

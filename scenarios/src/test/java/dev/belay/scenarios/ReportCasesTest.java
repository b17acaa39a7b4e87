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

        Map<String, ReportVerdict> verdicts = verdicts(all);

        long holding = verdicts.values().stream().filter(ReportVerdict::holds).count();
        System.err.println("Reports: " + holding + " of " + verdicts.size() + " cases hold.");
        assertThat(verdicts).isNotEmpty();
        assertThat(broken(verdicts)).isEmpty();
        assertThat(verdicts.values()).allMatch(verdict -> verdict.checks() > 0);
    }

    /** Further cases of our own, in every part of the form; two are wrong on purpose. */
    @Test
    void the_runner_takes_the_whole_form_and_sees_what_is_wrong() {
        Map<String, ReportVerdict> verdicts = verdicts(Path.of("src/test/resources/reports"));

        assertThat(broken(verdicts)).containsExactly("expects-what-is-not", "unknown-member");
        assertThat(verdicts.entrySet())
                .filteredOn(each -> each.getKey().equals("expects-what-is-not"))
                .extracting(Map.Entry::getValue)
                .singleElement()
                .satisfies(
                        verdict -> {
                            assertThat(verdict.checks()).isEqualTo(7);
                            assertThat(verdict.wrong()).hasSize(7);
                        });
        assertThat(verdicts.entrySet())
                .filteredOn(each -> each.getKey().equals("unknown-member"))
                .flatExtracting(each -> each.getValue().wrong())
                .containsExactly("not understood: case/action: the member 'weather' is not known.");
    }

    private Map<String, ReportVerdict> verdicts(Path all) {
        List<String> only =
                Optional.ofNullable(System.getProperty("belay.reports.only"))
                        .map(text -> List.of(text.split(",", -1)))
                        .orElse(List.of(""));
        Map<String, ReportVerdict> verdicts = new LinkedHashMap<>();
        for (Path one : ReportCase.folders(all)) {
            String name = one.getFileName().toString();
            if (only.stream().anyMatch(name::startsWith)) {
                ReportVerdict verdict = verdict(one, folder.resolve(name));
                System.err.println(row(name, verdict));
                verdicts.put(name, verdict);
            }
        }
        return verdicts;
    }

    private static List<String> broken(Map<String, ReportVerdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(each -> !each.getValue().holds())
                .map(Map.Entry::getKey)
                .toList();
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

    private static String row(String name, ReportVerdict verdict) {
        var lines = new ArrayList<String>();
        lines.add(
                "%-36s %-8s %2d demands judged"
                        .formatted(name, verdict.holds() ? "holds" : "does not", verdict.checks()));
        verdict.wrong().forEach(text -> lines.add("    wrong: " + text));
        verdict.unjudged().forEach(text -> lines.add("    not judged: " + text));
        return String.join(System.lineSeparator(), lines);
    }
}

package dev.belay.scenarios;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a case holds.
 *
 * @param wrong what is not as the case says, each a sentence
 * @param unjudged what no rule of this runner can judge, for a person to read
 * @param checks how many of the case's demands were judged
 */
record ReportVerdict(List<String> wrong, List<String> unjudged, int checks) {

    ReportVerdict {
        wrong = List.copyOf(wrong);
        unjudged = List.copyOf(unjudged);
    }

    static ReportVerdict wrong(String why) {
        return new ReportVerdict(List.of(why), List.of(), 1);
    }

    boolean holds() {
        return wrong.isEmpty();
    }

    ReportVerdict and(String label, ReportVerdict more) {
        var all = new ArrayList<>(wrong);
        more.wrong.forEach(text -> all.add((label + " " + text).strip()));
        var open = new ArrayList<>(unjudged);
        more.unjudged.forEach(text -> open.add((label + " " + text).strip()));
        return new ReportVerdict(all, open, checks + more.checks);
    }
}

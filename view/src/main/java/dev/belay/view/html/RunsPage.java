package dev.belay.view.html;

import dev.belay.workflow.event.RunVerdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the list of runs is made of.
 *
 * @param rows the newest first
 */
public record RunsPage(List<Row> rows) {

    public RunsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One run.
     *
     * @param phase in which it is, or was last
     * @param waiting whether it waits for a person
     * @param file the name of its page, beside the list
     */
    public record Row(
            String run,
            String workflow,
            Instant opened,
            Optional<Instant> ended,
            Optional<RunVerdict> verdict,
            Optional<String> phase,
            boolean waiting,
            String owner,
            String file) {

        Status status() {
            return verdict.isEmpty() && waiting
                    ? new Status(Tone.BUSY, "WAITING FOR A PERSON")
                    : Status.ofRun(verdict);
        }

        /** The phase to name: where it is, or where it ended other than well; else empty. */
        String stoppedIn() {
            return verdict.filter(RunVerdict.COMMITTED::equals).isPresent() ? "" : phase.orElse("");
        }

        String openedText() {
            return Times.moment(opened);
        }

        String took() {
            return Times.between(Optional.of(opened), ended).orElse("not ended");
        }
    }
}

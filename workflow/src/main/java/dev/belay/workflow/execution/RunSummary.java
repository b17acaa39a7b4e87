package dev.belay.workflow.execution;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.workflow.event.RunVerdict;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the list of runs.
 *
 * @param workflow the workflow's name
 * @param verdict empty while it is unfinished
 * @param phase the phase that it is in, or was in last; empty before the first
 * @param waiting whether it waits for a person
 * @param folder the workflow file's folder, absolute
 * @param origin where its ARM is
 * @param owner who, on which host, in which process
 */
public record RunSummary(
        String run,
        Instant opened,
        Optional<Instant> ended,
        String workflow,
        Optional<RunVerdict> verdict,
        Optional<String> phase,
        boolean waiting,
        String folder,
        String origin,
        String owner) {

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("run", run)
                .put("opened", opened.toString())
                .put("ended", ended.map(Instant::toString).map(Json::of))
                .put("workflow", workflow)
                .put("verdict", verdict.map(RunVerdict::name).map(Json::of))
                .put("phase", phase.map(Json::of))
                .put("waiting", waiting)
                .put("folder", folder)
                .put("origin", origin)
                .put("owner", owner)
                .build();
    }
}

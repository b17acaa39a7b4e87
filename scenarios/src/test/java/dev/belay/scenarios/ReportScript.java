package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.scenarios.CaseMembers.NotUnderstood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the world is told to do while a case runs: refused writes that it would not refuse by
 * itself, writes that end later, what others do.
 */
record ReportScript(List<Json> faults, List<Json> latencies, List<Json> timeline) {

    static ReportScript of(
            ReportCase.Errand errand, ReportEvents events, ReportNames names, String scope) {
        var faults = new ArrayList<Json>();
        for (ReportCase.Refused one : errand.refused()) {
            if (one.scripted()) {
                faults.add(fault(one, errand.timing()));
            }
        }
        var latencies = new ArrayList<Json>();
        for (CaseMembers timing : errand.timing()) {
            Json latency = latency(timing, names, scope);
            latencies.add(events.signal().isPresent() ? untilSignal(latency) : latency);
        }
        events.signal()
                .flatMap(signal -> names.id(signal.about()))
                .filter(id -> latencies.stream().noneMatch(one -> about(one, id)))
                .ifPresent(
                        id ->
                                latencies.add(
                                        untilSignal(
                                                JsonObject.of(
                                                        "id",
                                                        Json.of(id),
                                                        "takes",
                                                        Json.of("PT30S")))));
        return new ReportScript(faults, latencies, events.timeline());
    }

    private static boolean about(Json latency, String id) {
        return latency.textAt("/id").filter(id::equalsIgnoreCase).isPresent();
    }

    /**
     * A time that would pass before the process that is to be struck sees it begin, begins with the
     * stroke: nobody can tell the difference.
     */
    private static Json untilSignal(Json latency) {
        return latency.textAt("/takes")
                .<Json>map(
                        time ->
                                latency.asObject()
                                        .orElseThrow()
                                        .with(
                                                "takes",
                                                JsonObject.of(
                                                        "after",
                                                        ReportTimes.moment(
                                                                "started", ReportWorld.MARKER),
                                                        "plus",
                                                        Json.of(time))))
                .orElse(latency);
    }

    private static Json fault(ReportCase.Refused refused, List<CaseMembers> timing) {
        var when = JsonObject.builder();
        List<Json> methods = methods(refused.write().text("method").orElse("PUT"));
        when.put("method", new JsonArray(methods));
        refused.write().text("id").ifPresent(id -> target(when, id));
        refused.write().get("type").ifPresent(type -> when.put("type", type));
        refused.write().get("nth").ifPresent(nth -> when.put("nth", nth));
        refused.stage()
                .or(() -> late(refused, timing))
                .ifPresent(stage -> when.put("stage", stage));
        refused.onlyWhen().ifPresent(limit -> limit(when, limit));
        return JsonObject.of(
                "when",
                when.build(),
                "then",
                JsonObject.of(
                        "fail",
                        JsonObject.builder()
                                .put("status", refused.status())
                                .put("code", refused.code())
                                .put("message", refused.message())
                                .build()),
                "times",
                Json.of(refused.again() ? 999_999 : 1));
    }

    /** A write that takes its time and fails, fails at its end. */
    private static Optional<String> late(ReportCase.Refused refused, List<CaseMembers> timing) {
        Optional<String> id = refused.write().text("id");
        return timing.stream().anyMatch(one -> one.text("write").equals(id))
                ? Optional.of("provisioning")
                : Optional.empty();
    }

    private static void target(JsonObject.Builder when, String id) {
        if (id.contains("{")) {
            when.put("type", "M" + OutsideReader.typeOf(id).substring(1));
        } else {
            when.put("id", id);
        }
    }

    private static List<Json> methods(String words) {
        var methods = new ArrayList<Json>();
        for (String word : words.split("\\W+", -1)) {
            if (Set.of("GET", "PUT", "PATCH", "POST", "DELETE", "HEAD").contains(word)) {
                methods.add(Json.of(word));
            }
        }
        if (methods.isEmpty()) {
            throw new NotUnderstood("The method '" + words + "' of a refused write is not known.");
        }
        return methods;
    }

    private static void limit(JsonObject.Builder when, Json limit) {
        CaseMembers members = CaseMembers.of("failure/onlyWhen", limit);
        members.only("live", "sent", "nth", "body", "stage");
        members.get("live").ifPresent(value -> when.put("live", pointers(value)));
        members.get("sent")
                .or(() -> members.get("body"))
                .ifPresent(value -> when.put("sent", pointers(value)));
        members.get("nth").ifPresent(value -> when.put("nth", value));
        members.get("stage").ifPresent(value -> when.put("stage", value));
    }

    /** Pointers as they are; nested members as pointers to their leaves. */
    private static Json pointers(Json value) {
        var flat = JsonObject.builder();
        flatten("", value, flat);
        return flat.build();
    }

    private static void flatten(String path, Json value, JsonObject.Builder flat) {
        Optional<JsonObject> object = value.asObject().filter(o -> !o.isEmpty());
        if (object.isEmpty()) {
            flat.put(path, value);
            return;
        }
        object.get()
                .members()
                .forEach(
                        (name, inner) ->
                                flatten(
                                        name.startsWith("/") ? path + name : path + "/" + name,
                                        inner,
                                        flat));
    }

    private static Json latency(CaseMembers timing, ReportNames names, String scope) {
        timing.only("write", "id", "type", "method", "takes");
        Optional<CaseMembers> structured =
                timing.get("write")
                        .filter(w -> w.asObject().isPresent())
                        .map(w -> CaseMembers.of("timing/write", w));
        String write =
                structured
                        .map(w -> w.required("id"))
                        .or(() -> timing.text("write"))
                        .or(() -> timing.text("id"))
                        .orElseThrow(() -> new NotUnderstood("A timing names no write."));
        Optional<String> method =
                structured.flatMap(w -> w.text("method")).or(() -> timing.text("method"));
        String id =
                names.id(write.replaceFirst("^[A-Z]+ ", ""))
                        .orElseThrow(() -> new NotUnderstood("'" + write + "' is no write."));
        if (write.matches("[A-Z]+ .*")) {
            method = Optional.of(write.substring(0, write.indexOf(' ')));
        }
        Json takes = timing.get("takes").orElseThrow();
        return JsonObject.builder()
                .put("id", id)
                .put("method", method.map(Json::of))
                .put(
                        "takes",
                        takes.asText()
                                .map(words -> ReportTimes.takes(words, names, scope))
                                .orElse(takes))
                .build();
    }

    /** Where a scope's newest deployment is meant, as an id of the world file. */
    static String deploymentOf(String scope) {
        return "deployment:" + scope;
    }
}

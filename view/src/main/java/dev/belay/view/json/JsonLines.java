package dev.belay.view.json;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.view.text.Complaint;
import dev.belay.workflow.event.RunEvent;

import java.time.Duration;
import java.util.List;

/** What {@code --output json} prints: one JSON object a line, its {@code type} first. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * @param elapsed since the command began, by the clock that ARM shows
     */
    public static String event(TransactionEvent event, Duration elapsed) {
        return JsonWriter.compact(event.toJson().with("elapsed", Json.of(elapsed.toString())));
    }

    /**
     * @param elapsed since the command began, by the clock that ARM shows
     */
    public static String event(RunEvent event, Duration elapsed) {
        return JsonWriter.compact(event.toJson().with("elapsed", Json.of(elapsed.toString())));
    }

    /** The last line of a command that came to a verdict. */
    public static String report(Report report) {
        return JsonWriter.compact(report.toJson());
    }

    /** The last line of a command whose input could not be used: {@code {"type":"error", …}}. */
    public static String complaints(List<Complaint> complaints, int exit) {
        List<Json> problems = complaints.stream().<Json>map(JsonLines::problem).toList();
        return JsonWriter.compact(
                JsonObject.builder()
                        .put("type", "error")
                        .put("exit", exit)
                        .put("problems", new JsonArray(problems))
                        .build());
    }

    private static JsonObject problem(Complaint complaint) {
        var json = JsonObject.builder();
        complaint.code().ifPresent(code -> json.put("code", code));
        json.put("message", complaint.what());
        complaint
                .place()
                .ifPresent(
                        place -> {
                            json.put("file", place.file());
                            if (place.line() > 0) {
                                json.put("line", place.line()).put("column", place.column());
                            }
                        });
        if (!complaint.hint().isEmpty()) {
            json.put("hint", complaint.hint());
        }
        return json.build();
    }
}

package dev.belay.cli.command;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonString;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.SourceMap;
import dev.belay.transaction.event.Verdict;
import dev.belay.view.text.Complaint;
import dev.belay.workflow.event.RunVerdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code try.json}; says everything that is wrong with it, and where. */
final class ExampleReader {

    private static final String SHAPE =
            "{\"world\": FILE, \"deploy\" or \"run\": [ARGUMENT, …], \"serve\": {\"folder\","
                    + " \"input\"}, \"answers\": {SUBJECT: \"approve\" or \"reject\"}, \"expect\":"
                    + " {\"verdict\", \"exit\", \"failedCode\", \"leftAlone\"}}";

    private static final String SHAPE_HINT = "The file has the shape " + SHAPE + ".";

    private final InputFile file;
    private final SourceMap source;
    private final List<Complaint> complaints = new ArrayList<>();

    private ExampleReader(InputFile file, SourceMap source) {
        this.file = file;
        this.source = source;
    }

    /**
     * @throws BadInput naming every fault
     */
    static Example read(InputFile file) {
        try {
            JsonReader.Sourced read = JsonReader.lenient().readWithSource(file.text());
            var reader = new ExampleReader(file, read.source());
            Example example = reader.example(read.value());
            if (!reader.complaints.isEmpty()) {
                throw new BadInput(reader.complaints);
            }
            return example;
        } catch (JsonSyntaxException broken) {
            throw new BadInput(
                    List.of(
                            Complaint.at(
                                    Complaint.Place.in(
                                            file.name(),
                                            file.text(),
                                            broken.line(),
                                            broken.column()),
                                    String.valueOf(broken.getMessage()),
                                    SHAPE_HINT)));
        }
    }

    private Example example(Json json) {
        JsonObject root = object(json, JsonPointer.ROOT);
        members(
                root,
                JsonPointer.ROOT,
                List.of("world", "deploy", "run", "serve", "answers", "expect"));
        boolean workflow = root.get("run").isPresent();
        String act = workflow ? "run" : "deploy";
        Optional<Json> file = workflow ? root.get("world") : required(root, "world");
        List<String> arguments =
                required(root, act).map(given -> texts(given, at(act))).orElse(List.of());
        arguments.stream()
                .filter(
                        word ->
                                Stream.of("--arm", "--store")
                                        .anyMatch(
                                                name ->
                                                        word.equals(name)
                                                                || word.startsWith(name + "=")))
                .forEach(
                        word ->
                                complain(
                                        at(act),
                                        "'" + word + "' is set by 'belay try' itself.",
                                        "Leave it out; name the world file with \"world\"."));
        return new Example(
                file.map(name -> text(name, at("world"))),
                workflow,
                arguments,
                served(root),
                answers(root),
                expected(root));
    }

    private Optional<Example.Served> served(JsonObject root) {
        JsonPointer here = at("serve");
        return root.get("serve")
                .map(given -> object(given, here))
                .map(
                        given -> {
                            members(given, here, List.of("folder", "input"));
                            return new Example.Served(
                                    required(given, here, "folder"),
                                    required(given, here, "input"));
                        });
    }

    private String required(JsonObject object, JsonPointer here, String name) {
        Optional<Json> value = object.get(name);
        if (value.isEmpty()) {
            complain(here, "The member '" + name + "' is missing.", SHAPE_HINT);
        }
        return value.map(given -> text(given, here.child(name))).orElse("");
    }

    private Map<String, Boolean> answers(JsonObject root) {
        var answers = new LinkedHashMap<String, Boolean>();
        JsonPointer here = at("answers");
        root.get("answers")
                .map(given -> object(given, here).members())
                .ifPresent(
                        all ->
                                all.forEach(
                                        (subject, answer) ->
                                                answers.put(
                                                        subject,
                                                        answer(answer, here.child(subject)))));
        return answers;
    }

    private boolean answer(Json json, JsonPointer here) {
        String word = text(json, here);
        if (!word.isEmpty() && !List.of("approve", "reject").contains(word)) {
            complain(here, "'" + word + "' is no answer.", "Answers are approve and reject.");
        }
        return word.equals("approve");
    }

    private Example.Expected expected(JsonObject root) {
        JsonPointer here = at("expect");
        JsonObject expect =
                required(root, "expect").map(e -> object(e, here)).orElse(Json.object());
        members(expect, here, List.of("verdict", "exit", "failedCode", "leftAlone"));
        return new Example.Expected(
                expect.get("verdict").map(v -> verdict(v, here.child("verdict"))),
                expect.get("exit").map(e -> exit(e, here.child("exit"))),
                expect.get("failedCode").map(c -> text(c, here.child("failedCode"))),
                expect.get("leftAlone").map(l -> ids(l, here.child("leftAlone"))));
    }

    private String verdict(Json json, JsonPointer here) {
        String text = text(json, here);
        List<String> words =
                Stream.concat(
                                Stream.of(Verdict.values()).map(Verdict::name),
                                Stream.of(RunVerdict.values()).map(RunVerdict::name))
                        .distinct()
                        .toList();
        if (!text.isEmpty() && !words.contains(text)) {
            complain(
                    here,
                    "'" + text + "' is no verdict.",
                    "Verdicts are " + String.join(", ", words) + ".");
        }
        return text;
    }

    private int exit(Json json, JsonPointer here) {
        Optional<Long> number =
                json instanceof JsonNumber written ? written.asLong() : Optional.empty();
        if (number.filter(code -> code >= 0 && code <= 255).isEmpty()) {
            complain(here, "An exit code is a whole number from 0 to 255.", "");
            return 0;
        }
        return Math.toIntExact(number.get());
    }

    private List<String> ids(Json json, JsonPointer here) {
        List<String> ids = texts(json, here);
        for (int i = 0; i < ids.size(); i++) {
            if (ResourceId.parse(ids.get(i)).isEmpty()) {
                complain(here.child(i), "'" + ids.get(i) + "' is no resource id.", "");
            }
        }
        return ids;
    }

    private void members(JsonObject object, JsonPointer here, List<String> known) {
        for (String name : object.members().sequencedKeySet()) {
            if (!known.contains(name)) {
                complain(
                        here.child(name),
                        "Unknown member '" + name + "'.",
                        Nearest.to(name, known)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Known are " + String.join(", ", known) + "."));
            }
        }
    }

    private Optional<Json> required(JsonObject root, String name) {
        Optional<Json> value = root.get(name);
        if (value.isEmpty()) {
            complain(JsonPointer.ROOT, "The member '" + name + "' is missing.", SHAPE_HINT);
        }
        return value;
    }

    private JsonObject object(Json json, JsonPointer here) {
        if (json instanceof JsonObject object) {
            return object;
        }
        complain(here, "An object is expected here.", SHAPE_HINT);
        return Json.object();
    }

    private String text(Json json, JsonPointer here) {
        if (json instanceof JsonString(var text) && !text.isEmpty()) {
            return text;
        }
        complain(here, "A text is expected here.", "");
        return "";
    }

    private List<String> texts(Json json, JsonPointer here) {
        if (!(json instanceof JsonArray array)) {
            complain(here, "A list of texts is expected here.", "");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < array.size(); i++) {
            texts.add(text(array.get(i), here.child(i)));
        }
        return texts;
    }

    private static JsonPointer at(String member) {
        return JsonPointer.of(member);
    }

    private void complain(JsonPointer pointer, String what, String hint) {
        SourceMap.Position position = source.nearest(pointer);
        complaints.add(
                Complaint.at(
                        Complaint.Place.in(
                                file.name(), file.text(), position.line(), position.column()),
                        what,
                        hint));
    }
}

package dev.belay.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.workflow.source.DiskFiles;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A good file, broken at random: every text is either read or refused with places inside it. */
class MutatedWorkflowsTest {

    private static final Path FOLDER = Path.of("src/test/golden/good/full");
    private static final int ROUNDS = 400;

    private static final List<String> PIECES =
            List.of(
                    "${{",
                    "}}",
                    "'",
                    "\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    ": ",
                    "- ",
                    "\n",
                    "\t",
                    "&a ",
                    "*a ",
                    "#",
                    "!x ",
                    "null",
                    "~",
                    "3",
                    "true",
                    "|",
                    ">",
                    "\\",
                    "\uD83D\uDED2",
                    "\u0000",
                    "inputs('sku')",
                    "steps('x').outputs.y",
                    "name: ",
                    "---\n",
                    "? ",
                    "<<: ");

    @Test
    void every_text_is_read_or_refused_with_places_inside_it() throws IOException {
        String good = Files.readString(FOLDER.resolve("belay.yaml"));
        var files = new DiskFiles(FOLDER);
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            String text = mutated(good, new Random(seed));
            String about = "seed " + seed;
            if (read(text, files, about) instanceof WorkflowReading.Wrong(var problems)) {
                refused++;
                problems.stream()
                        .map(Problem::place)
                        .filter(place -> place.file().equals("belay.yaml"))
                        .forEach(place -> assertInside(place, text, about));
            }
        }
        assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    private static WorkflowReading read(
            String text, dev.belay.workflow.definition.Files files, String about) {
        try {
            return WorkflowReader.read("belay.yaml", text, files);
        } catch (RuntimeException e) {
            throw new AssertionError(about + " is neither read nor refused:\n" + text, e);
        }
    }

    static String mutated(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 ->
                        changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(12)));
                default ->
                        changed.replace(
                                at,
                                Math.min(changed.length(), at + 1),
                                PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return changed.toString();
    }

    private static void assertInside(Place place, String text, String about) {
        List<String> lines = List.of(text.split("\r\n|\r|\n|\u0085|\u2028|\u2029", -1));
        assertThat(place.line()).as(about).isBetween(1, lines.size());
        String line = lines.get(place.line() - 1);
        assertThat(place.column())
                .as(about + " " + place)
                .isBetween(1, line.codePointCount(0, line.length()) + 1);
    }
}

package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.scenarios.BystanderScene.Outcome;
import dev.belay.scenarios.BystanderScene.When;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

class BystanderKindsTest {

    @TempDir private Path temporary;

    @Test
    void probe() throws IOException {
        int n = 0;
        var lines = new ArrayList<String>();
        for (Bystander each : Bystanders.all()) {
            for (boolean complete : new boolean[] {false, true}) {
                for (When when : When.values()) {
                    if (complete && each.isGroup()) continue;
                    Path folder = Files.createDirectory(temporary.resolve("w" + n++));
                    String[] more = complete ? new String[] {"--strategy", "complete", "--accept-deletions"} : new String[0];
                    String out;
                    try {
                        Outcome o = BystanderScene.of(folder, each, when).run(more);
                        out = o.toString();
                    } catch (Throwable e) {
                        out = "THROWN " + e.toString().lines().limit(8).reduce("", (a, b) -> a + b.substring(0, Math.min(b.length(), 1500)));
                    }
                    lines.add(each.deed() + (complete ? " [C:" + each.complete() + "] " : " [S] ") + when + " " + out);
                }
            }
        }
        lines.forEach(System.err::println);
    }
}

package dev.belay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher {@code ./belay} of the checkout, run in a small checkout of its own with a Maven
 * that writes down its calls and makes an image that prints its arguments.
 */
class LauncherTest {

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$@" >>"$CHECKOUT/calls"
            [ -p "$CHECKOUT/gate" ] && cat "$CHECKOUT/gate" >/dev/null
            [ -f "$CHECKOUT/broken" ] && { echo '[ERROR] It does not compile.'; exit 1; }
            mkdir -p "$CHECKOUT/dist/target/belay/bin"
            printf '#!/bin/sh\\necho started "$@"\\n' >"$CHECKOUT/dist/target/belay/bin/belay"
            chmod +x "$CHECKOUT/dist/target/belay/bin/belay"
            touch "$CHECKOUT/dist/target/belay/.built"
            """;

    @TempDir Path checkout;

    private record Ended(int exit, String out, List<String> err) {}

    @BeforeEach
    void a_checkout() throws IOException {
        Assumptions.assumeTrue(File.separatorChar == '/', "The launcher is a POSIX shell script.");
        Path original = House.here().root().resolve("belay");
        executable("belay", Files.readString(original));
        executable("tools/mvn", MAVEN);
        jdk("jdk25", "25.0.1");
        jdk("jdk17", "17.0.15");
        file("pom.xml", "");
        file("json/pom.xml", "");
        file("json/src/main/java/A.java", "");
        file("json/src/test/java/ATest.java", "");
        Files.createDirectories(checkout.resolve("dist/src"));
    }

    @Test
    void without_a_jdk_25_the_first_line_says_so_and_maven_never_starts() throws Exception {
        Ended ended = belay("jdk17", "list");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err().getFirst())
                .contains("is built with a JDK 25", "there is none here", "get one");
        assertThat(ended.err().get(1)).contains("Looked in", "jdk17");
        assertThat(calls()).isEmpty();
    }

    @Test
    void a_missing_image_is_built_once_and_then_started() throws Exception {
        Ended first = belay("jdk17:jdk25", "try", "some example");
        Ended second = belay("jdk17:jdk25", "list");

        assertThat(first.exit()).isZero();
        assertThat(first.out()).isEqualTo("started try some example\n");
        assertThat(first.err()).singleElement().asString().startsWith("Building Belay, once");
        assertThat(second.out()).isEqualTo("started list\n");
        assertThat(second.err()).isEmpty();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void a_fresh_image_needs_no_jdk() throws Exception {
        belay("jdk25", "list");

        assertThat(belay("nowhere", "list").exit()).isZero();
    }

    @Test
    void an_image_older_than_a_source_or_a_pom_is_built_again() throws Exception {
        belay("jdk25", "list");

        touchLater("json/src/main/java/A.java");
        Ended source = belay("jdk25", "list");
        touchEarlier("json/src/main/java/A.java");
        touchLater("json/pom.xml");
        belay("jdk25", "list");

        assertThat(source.err())
                .singleElement()
                .asString()
                .contains("json/src/main/java/A.java is newer");
        assertThat(calls()).hasSize(3);
    }

    @Test
    void a_source_that_was_taken_away_makes_the_image_stale() throws Exception {
        belay("jdk25", "list");
        Files.delete(checkout.resolve("json/src/main/java/A.java"));
        touchLater("json/src/main/java");

        belay("jdk25", "list");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void a_test_source_makes_no_image_stale() throws Exception {
        belay("jdk25", "list");
        touchLater("json/src/test/java/ATest.java");

        belay("jdk25", "list");

        assertThat(calls()).hasSize(1);
    }

    @Test
    void a_build_that_fails_is_told_and_an_old_image_is_not_started() throws Exception {
        belay("jdk25", "list");
        touchLater("pom.xml");
        file("broken", "");

        Ended ended = belay("jdk25", "list");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("[ERROR] It does not compile.")
                .last()
                .asString()
                .contains("could not be built", "belay-build.log");
    }

    @Test
    void of_two_at_once_one_builds_and_the_other_waits() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", at("gate")).start().waitFor()).isZero();

        Process first = start("jdk25", "one");
        Process second;
        // a FIFO opens for writing when its reader, the first one's Maven, is there
        try (var gate = Files.newOutputStream(checkout.resolve("gate"))) {
            second = start("jdk25", "two");
            String waiting = second.errorReader().readLine();
            assertThat(waiting).startsWith("Another './belay'").endsWith("waiting for it.");
            gate.write('\n');
        }

        assertThat(ended(first).out()).isEqualTo("started one\n");
        assertThat(ended(second).out()).isEqualTo("started two\n");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void the_lock_of_a_builder_that_died_is_broken() throws Exception {
        Files.createDirectories(checkout.resolve("target"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(
                checkout.resolve("target/belay-build.lock"), Path.of(Long.toString(gone.pid())));

        Ended ended = belay("jdk25", "list");

        assertThat(ended.out()).isEqualTo("started list\n");
        assertThat(checkout.resolve("target/belay-build.lock")).doesNotExist();
    }

    private Ended belay(String jdks, String... arguments) throws Exception {
        return ended(start(jdks, arguments));
    }

    private static Ended ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> err = process.errorReader().lines().toList();
        return new Ended(process.waitFor(), out, err);
    }

    private Process start(String jdks, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", at("belay")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.put("CHECKOUT", checkout.toString());
        environment.put("PATH", at("tools") + ":" + environment.get("PATH"));
        environment.put("BELAY_JDK_PATH", at(jdks).replace(":", ":" + checkout + "/"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private List<String> calls() throws IOException {
        Path calls = checkout.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void jdk(String name, String version) throws IOException {
        executable(name + "/bin/javac", "");
        file(name + "/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void touchLater(String name) throws IOException {
        touch(name, Duration.ofSeconds(5));
    }

    private void touchEarlier(String name) throws IOException {
        touch(name, Duration.ofSeconds(-5));
    }

    /** Moves the time of a file to that of the image and some more. */
    private void touch(String name, Duration later) throws IOException {
        FileTime built = Files.getLastModifiedTime(checkout.resolve("dist/target/belay/.built"));
        Files.setLastModifiedTime(
                checkout.resolve(name), FileTime.from(built.toInstant().plus(later)));
    }

    private void executable(String name, String text) throws IOException {
        file(name, text);
        assertThat(checkout.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    private void file(String name, String text) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String at(String name) {
        return checkout.resolve(name).toString();
    }
}

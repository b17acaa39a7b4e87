package dev.belay.workflow.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Over real repositories made by the {@code git} program. */
class GitTemplatesTest {

    @TempDir Path folder;
    @TempDir Path temporary;

    private GitTemplates git;
    private String first;

    @BeforeEach
    void make() throws Exception {
        git = new GitTemplates(folder, temporary, Duration.ofSeconds(30), GitPins.NONE);
        Path work = folder.resolve("shop");
        Files.createDirectories(work.resolve("infra dir"));
        Path template = work.resolve("infra dir/main.json");
        run(work, "init", "-q", "-b", "main");
        Files.writeString(template, "{\"v\": 1}\n");
        run(work, "add", "-A");
        run(work, "commit", "-q", "-m", "one");
        first = run(work, "rev-parse", "HEAD").strip();
        run(work, "tag", "-a", "v1", "-m", "one");
        Files.writeString(template, "{\"v\": 2}\n");
        Files.write(work.resolve("latin1.json"), new byte[] {(byte) 0xe9});
        run(work, "add", "-A");
        run(work, "commit", "-q", "-m", "two");
        run(work, "branch", "feature/x");
    }

    private static String run(Path where, String... arguments) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "-c",
                                "user.name=a",
                                "-c",
                                "user.email=a@example.org",
                                "-c",
                                "commit.gpgsign=false",
                                "-c",
                                "tag.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(where.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void a_file_is_fetched_at_a_branch_a_tag_or_a_commit() {
        assertThat(text("main")).isEqualTo("{\"v\": 2}\n");
        assertThat(text("feature/x")).isEqualTo("{\"v\": 2}\n");
        assertThat(text("v1")).isEqualTo("{\"v\": 1}\n");
        assertThat(text("refs/tags/v1")).isEqualTo("{\"v\": 1}\n");
        assertThat(text(first)).isEqualTo("{\"v\": 1}\n");
    }

    @Test
    void the_commit_is_told_so_that_a_report_can_name_it() {
        Fetched fetched = git.fetch("shop", "v1", "infra dir/main.json");

        assertThat(fetched)
                .isEqualTo(
                        new Fetched.Template(
                                "{\"v\": 1}\n",
                                "shop infra dir/main.json at v1",
                                Optional.of(
                                        new GitFile("shop", "v1", "infra dir/main.json", first))));
    }

    @Test
    void what_a_ref_named_first_holds_though_the_branch_moves() throws Exception {
        assertThat(text("main")).isEqualTo("{\"v\": 2}\n");
        Path work = folder.resolve("shop");
        Files.writeString(work.resolve("infra dir/main.json"), "{\"v\": 3}\n");
        run(work, "commit", "-q", "-a", "-m", "three");

        assertThat(text("main")).isEqualTo("{\"v\": 2}\n");
        assertThat(text(pinnedAt(first), "main")).isEqualTo("{\"v\": 1}\n");
        String gone = "0123456789012345678901234567890123456789";
        assertThat(pinnedAt(gone).fetch("shop", "main", "infra dir/main.json"))
                .isInstanceOfSatisfying(
                        Fetched.Unavailable.class,
                        why ->
                                assertThat(why.message())
                                        .contains("has no commit '" + gone + "' any more"));
    }

    private GitTemplates pinnedAt(String commit) {
        return new GitTemplates(
                folder,
                temporary,
                Duration.ofSeconds(30),
                new GitPins() {
                    @Override
                    public Optional<String> commit(String repository, String ref) {
                        return Optional.of(commit);
                    }

                    @Override
                    public Optional<String> text(GitFile file) {
                        return Optional.empty();
                    }
                });
    }

    @Test
    void a_repository_is_named_by_its_folder_or_its_address() {
        String address = folder.resolve("shop").toUri().toString();

        assertThat(git.fetch(address, "main", "/infra dir/main.json"))
                .isInstanceOf(Fetched.Template.class);
        assertThat(git.fetch(folder.resolve("shop").toString(), "main", "infra dir/main.json"))
                .isInstanceOf(Fetched.Template.class);
    }

    @Test
    void a_ref_or_file_that_is_not_there_is_said() {
        assertThat(message("shop", "gone", "infra dir/main.json"))
                .isEqualTo("The Git repository 'shop' has no ref 'gone'.");
        assertThat(message("shop", "0123456789012345678901234567890123456789", "main.json"))
                .contains("has no ref '0123456789012345678901234567890123456789'");
        assertThat(message("shop", "main", "gone.json")).contains("has no file 'gone.json'");
        assertThat(message("shop", "main", "infra dir")).contains("has no file 'infra dir'");
        assertThat(message("stall", "main", "main.json")).contains("cannot be fetched");
        assertThat(message("shop", "main", "latin1.json")).contains("no text in UTF-8");
    }

    @Test
    void nothing_is_taken_for_an_option_or_a_command() throws Exception {
        Path proof = folder.resolve("proof");

        assertThat(message("--upload-pack=touch " + proof, "main", "x")).contains("cannot be");
        assertThat(message("ext::sh -c touch% " + proof, "main", "x")).contains("cannot be");
        assertThat(message("shop", "--upload-pack=touch " + proof, "x"))
                .contains("cannot be a ref");
        assertThat(message("shop", "main:refs/heads/x", "x")).contains("cannot be a ref");
        assertThat(message("shop", "main..v1", "x")).contains("cannot be a ref");
        assertThat(message("shop", "main", "../../etc/hostname")).contains("has no file");
        assertThat(proof).doesNotExist();
    }

    @Test
    void a_server_that_does_not_answer_ends_at_the_timeout_and_credentials_are_not_shown()
            throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var impatient =
                    new GitTemplates(folder, temporary, Duration.ofMillis(700), GitPins.NONE);
            String address =
                    "http://user:Zx9@127.0.0.1:" + silent.getLocalPort() + "/shop.git?key=Zx9";

            Fetched fetched = impatient.fetch(address, "main", "main.json");

            assertThat(((Fetched.Unavailable) fetched).message())
                    .contains("took longer")
                    .doesNotContain("Zx9");
        }
    }

    @Test
    void a_server_that_wants_a_password_is_not_asked_for_one() throws IOException {
        try (var site = new Site()) {
            site.with("/", 401, "text/plain", "no");

            String message = message(site.address("/shop.git"), "main", "main.json");

            assertThat(message).contains("cannot be fetched");
        }
    }

    @Test
    void no_temporary_folder_is_left() throws IOException {
        git.fetch("shop", "main", "infra dir/main.json");
        git.fetch("shop", "gone", "infra dir/main.json");

        assertThat(temporary).isEmptyDirectory();
    }

    private String text(String ref) {
        return text(git, ref);
    }

    private static String text(GitTemplates from, String ref) {
        return ((Fetched.Template) from.fetch("shop", ref, "infra dir/main.json")).text();
    }

    private String message(String repository, String ref, String path) {
        return ((Fetched.Unavailable) git.fetch(repository, ref, path)).message();
    }
}

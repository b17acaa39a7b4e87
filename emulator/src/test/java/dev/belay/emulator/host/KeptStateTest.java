package dev.belay.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.Rig;
import dev.belay.emulator.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;

/** A state whose process is killed, at any instant. */
final class KeptStateTest {

    private static final String NSG = Rig.NETWORK + "networkSecurityGroups/nsg";
    private static final String CANARY = "canary-7f3a";

    @TempDir private Path folder;

    private EmbeddedArm open(Path in) throws IOException {
        Path world =
                Files.writeString(
                        folder.resolve("world.json"),
                        "{resourceGroups:[{name:'rg',location:'westus'}],"
                                + "faults:[{when:{method:'GET',nth:3},then:{hang:true}}]}");
        return EmbeddedArm.open(world, Optional.of(in.resolve("w.state")));
    }

    /** The files as a process leaves them that is killed now. */
    private Path killed() throws IOException {
        Path copy = Files.createTempDirectory(folder, "killed");
        for (String name : List.of("w.state", "w.state.changes", "w.state.key")) {
            Files.copy(
                    folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static ArmResponse send(EmbeddedArm arm, Method method, String path, String body)
            throws NoAnswerException {
        URI uri = URI.create(path + "?api-version=2023-09-01");
        return arm.send(
                body.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, body));
    }

    private EmbeddedArm busy() throws Exception {
        EmbeddedArm arm = open(folder);
        send(arm, Method.PUT, NSG, "{location:'westus',tags:{a:'" + CANARY + "'}}");
        send(arm, Method.GET, NSG, "");
        send(arm, Method.PUT, NSG + "2", "{location:'westus'}");
        arm.pause().pause(Duration.ofSeconds(3));
        return arm;
    }

    @Test
    void after_a_kill_the_world_is_as_it_was_at_the_last_answer() throws Exception {
        try (EmbeddedArm arm = busy()) {
            World before = arm.world();

            try (EmbeddedArm again = open(killed())) {
                assertThat(again.world()).isEqualTo(before);
                assertThat(again.notes()).isEmpty();
            }
        }
    }

    @Test
    void the_changes_hold_no_body_in_the_open_and_the_checkpoint_is_not_rewritten()
            throws Exception {
        try (EmbeddedArm arm = open(folder)) {
            byte[] checkpoint = Files.readAllBytes(folder.resolve("w.state"));

            send(arm, Method.PUT, NSG, "{location:'westus',tags:{a:'" + CANARY + "'}}");

            assertThat(folder.resolve("w.state")).hasBinaryContent(checkpoint);
            assertThat(Files.readString(folder.resolve("w.state.changes")))
                    .doesNotContain(CANARY)
                    .hasLineCount(2);
        }
    }

    @Test
    void a_torn_last_record_is_cut_off_and_named_wherever_it_is_torn() throws Exception {
        try (EmbeddedArm arm = busy()) {
            World before = arm.world();
            long whole = Files.size(folder.resolve("w.state.changes"));
            send(arm, Method.PUT, NSG + "3", "{location:'westus'}");
            byte[] more = Files.readAllBytes(folder.resolve("w.state.changes"));

            for (int end = (int) whole + 1; end < more.length; end += 37) {
                Path copy = killed();
                Path changes = copy.resolve("w.state.changes");
                Files.write(changes, Arrays.copyOf(more, end));
                try (EmbeddedArm again = open(copy)) {
                    assertThat(again.world()).isEqualTo(before);
                    assertThat(again.notes()).singleElement().asString().contains("torn");
                }
            }
        }
    }

    @Test
    void a_flipped_bit_before_the_last_record_stops_with_file_and_offset() throws Exception {
        try (EmbeddedArm _ = busy()) {
            Path copy = killed();
            Path changes = copy.resolve("w.state.changes");
            byte[] bytes = Files.readAllBytes(changes);
            int second = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 1;
            bytes[second + 30] ^= 1;
            Files.write(changes, bytes);

            assertThatThrownBy(() -> open(copy))
                    .isInstanceOf(StateMismatchException.class)
                    .hasMessageContaining("damaged at byte " + second)
                    .hasMessageContaining("w.state.changes");
            assertThat(changes).hasBinaryContent(bytes);
        }
    }

    @Test
    void changes_that_a_newer_checkpoint_already_holds_are_left_out() throws Exception {
        EmbeddedArm arm = busy();
        Path killedBefore = killed();
        World before = arm.world();
        arm.close();
        Files.copy(
                folder.resolve("w.state"),
                killedBefore.resolve("w.state"),
                StandardCopyOption.REPLACE_EXISTING);

        try (EmbeddedArm again = open(killedBefore)) {
            assertThat(again.world()).isEqualTo(before);
        }
    }

    @Test
    void changes_or_a_key_that_somebody_removed_are_missed() throws Exception {
        try (EmbeddedArm _ = busy()) {
            for (String name : List.of("w.state.changes", "w.state.key")) {
                Path copy = killed();
                Files.delete(copy.resolve(name));

                assertThatThrownBy(() -> open(copy))
                        .isInstanceOf(StateMismatchException.class)
                        .hasMessageContaining(copy.resolve(name).toString())
                        .hasMessageContaining("ut ")
                        .hasMessageContaining("to begin anew");
                assertThat(copy.resolve(name)).doesNotExist();
            }
        }
    }

    @Test
    void a_newer_format_is_refused() throws Exception {
        open(folder).close();
        Path changes = folder.resolve("w.state.changes");
        String json = "{\"changesFormat\":\"2\",\"generation\":\"2\"}";
        var sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                changes,
                HexFormat.of().toHexDigits((int) sum.getValue()) + " " + json + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(StateMismatchException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void a_state_in_use_is_refused() throws Exception {
        try (EmbeddedArm _ = open(folder)) {
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(StateMismatchException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void on_a_wall_clock_time_runs_without_polls_so_many_times_as_fast() throws Exception {
        var real = new AtomicReference<>(Duration.ofHours(5));
        EmbeddedArm arm =
                EmbeddedArm.open(Optional.empty(), Optional.empty(), new Pace.Wall(60, real::get));
        Instant start = arm.now();
        send(arm, Method.PUT, Rig.GROUP, "{location:'westus'}");
        send(arm, Method.PUT, NSG, "{location:'westus'}");

        ArmResponse early = send(arm, Method.GET, NSG, "");
        real.set(Duration.ofHours(5).plusSeconds(1));
        ArmResponse late = send(arm, Method.GET, NSG, "");

        assertThat(Rig.text(early, "/properties/provisioningState")).isEqualTo("Updating");
        assertThat(Rig.text(late, "/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(arm.now()).isEqualTo(start.plusSeconds(60));
    }
}

package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.wiring.Signals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A signal cuts short a wait of which ARM said that it takes ten minutes. */
@Timeout(300)
final class SignalOverHttpTest {

    private static final int TEN_MINUTES = 600_000;
    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg";

    @TempDir private Path folder;
    private final List<Signals.Reaction> listeners = new CopyOnWriteArrayList<>();

    @Test
    void the_first_cancels_within_a_poll_wait() throws Exception {
        try (var arm = new FaultyArm(world())) {
            arm.pace(TEN_MINUTES);

            TestProcess.Ended ended = deploy(arm, asked -> asked.endsWith("/operations"), 1);

            assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
            assertThat(ended.out()).contains("cancelling", "RESTORED");
        }
    }

    @Test
    void the_second_stops_within_the_wait_before_a_throttled_request_is_sent_again()
            throws Exception {
        try (var arm = new FaultyArm(world())) {
            arm.pace(TEN_MINUTES);
            arm.fault(
                    FaultyArm.Fault.UNAVAILABLE,
                    request -> request.uri().getPath().endsWith("/operations"));

            TestProcess.Ended ended = deploy(arm, asked -> asked.endsWith("/operations"), 2);

            assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(130);
            assertThat(ended.err()).contains("belay resume");
        }
    }

    /** A deployment that goes on until it is cancelled. */
    private Path world() throws IOException {
        Files.writeString(
                folder.resolve("main.json"),
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                 "contentVersion": "1.0.0.0",
                 "resources": [{"type": "Microsoft.Network/networkSecurityGroups",
                  "apiVersion": "2023-09-01", "name": "a", "location": "westus"}]}
                """);
        return Files.writeString(
                folder.resolve("world.json"),
                "{resourceGroups:[{name:'rg',location:'westus'}],latencies:[{id:'"
                        + GROUP
                        + "/providers/Microsoft.Network/networkSecurityGroups/a',takes:{after:"
                        + "{cancelled:'deployment:"
                        + GROUP
                        + "'},plus:'PT1M'}}]}");
    }

    /** Whether it lets time pass; a wait for an answer is none. */
    private static boolean pausing(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith(".RealTime"));
    }

    /** Sends the signals once the process pauses after a request of this kind. */
    private TestProcess.Ended deploy(FaultyArm arm, Predicate<String> which, int signals)
            throws InterruptedException {
        Signals source =
                reaction -> {
                    listeners.add(reaction);
                    return listeners::clear;
                };
        Thread belay = Thread.currentThread();
        Thread person =
                Thread.startVirtualThread(
                        () -> {
                            while (arm.asked().stream().noneMatch(which) || !pausing(belay)) {
                                Thread.onSpinWait();
                            }
                            arm.pace(10);
                            for (int times = 1; times <= signals; times++) {
                                int count = times;
                                listeners.forEach(each -> each.signalled(count));
                            }
                        });
        TestProcess.Ended ended =
                new TestProcess(folder, Map.of(), 1)
                        .run(
                                source,
                                new ByteArrayOutputStream(),
                                List.of(
                                        "deploy",
                                        "-g",
                                        "rg",
                                        "-f",
                                        "main.json",
                                        "--arm",
                                        arm.address(),
                                        "--store",
                                        "s"));
        person.join();
        return ended;
    }
}

package dev.belay.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;

final class ProcessSignalsTest {

    @Test
    void signals_are_counted_and_do_not_end_the_process_by_themselves() throws Exception {
        Process process = SignalledProcess.start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");

            process.toHandle().destroy(); // SIGTERM
            assertThat(out.readLine()).isEqualTo("signal 1");
            process.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo("signal 2");

            assertThat(process.waitFor()).isEqualTo(130);
        }
    }
}

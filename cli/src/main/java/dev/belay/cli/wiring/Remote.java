package dev.belay.cli.wiring;

import dev.belay.arm.Clock;
import dev.belay.client.call.Origin;
import dev.belay.client.http.HttpArmTransport;

import java.net.URI;
import java.time.Duration;

/** Opens the way to an ARM over the network. Its time is real, so its tasks run side by side. */
final class Remote {

    private Remote() {}

    static Connection open(URI address, Duration requestTimeout, Clock clock) {
        var transport = new HttpArmTransport(address, requestTimeout);
        return new Connection(
                transport,
                Origin.of(address).text(),
                clock,
                false,
                TestSwitches.pauses(new RealTime()),
                new SideBySide(),
                transport::close);
    }
}

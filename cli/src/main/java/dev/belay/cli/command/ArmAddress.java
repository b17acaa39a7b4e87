package dev.belay.cli.command;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** The ARM of {@code --arm URL}. */
final class ArmAddress {

    /** Every ARM answers it, to anybody: a status of any kind shows that it is there. */
    private static final URI KNOCK = URI.create("/tenants?api-version=2020-01-01");

    private ArmAddress() {}

    /**
     * @throws BadInput if it is no address
     * @throws Unreachable if no ARM answers there
     */
    static Connection open(String text, Duration requestTimeout, Wiring wiring) {
        Connection connection = wiring.remote(address(text), requestTimeout);
        try {
            connection.arm().send(ArmRequest.get(KNOCK));
            return connection;
        } catch (NoAnswerException none) {
            connection.close();
            throw new Unreachable(
                    "ARM does not answer. " + none.getMessage(),
                    "Nothing was touched. Start it ('belay emulator'), or name another with"
                            + " '--arm', and run the command again.");
        }
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare =
                    (uri.getRawPath() == null || uri.getRawPath().matches("/?"))
                            && uri.getRawQuery() == null
                            && uri.getRawUserInfo() == null;
            if (http && bare && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static BadInput refused(String text) {
        return BadInput.of(
                "'--arm' takes an address without a path, or embedded:FILE, not '" + text + "'.",
                "For instance '--arm http://127.0.0.1:8080', or '--arm embedded:world.json'.");
    }
}

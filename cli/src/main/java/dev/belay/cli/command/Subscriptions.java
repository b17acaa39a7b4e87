package dev.belay.cli.command;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which subscription is meant: named, in the environment, or the only one there is. */
final class Subscriptions {

    private static final String GUID =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final URI LIST = URI.create("/subscriptions?api-version=2022-12-01");
    private static final String HINT = "Give its id: --subscription ID.";

    private Subscriptions() {}

    /**
     * @return the id
     * @throws BadInput if none or several are meant
     */
    static String choose(Arguments arguments, Surroundings around, Connection connection) {
        Optional<String> named = named(arguments, around);
        if (named.isPresent()) {
            return named.get();
        }
        List<String> ids = list(connection);
        if (ids.size() == 1) {
            return ids.getFirst();
        }
        throw ids.isEmpty()
                ? BadInput.of("There is no subscription that you may see.", HINT)
                : BadInput.of(
                        "There are "
                                + ids.size()
                                + " subscriptions: "
                                + String.join(", ", ids)
                                + ".",
                        HINT);
    }

    /**
     * The one that is named, or in the environment.
     *
     * @throws BadInput if it is no id
     */
    static Optional<String> named(Arguments arguments, Surroundings around) {
        return arguments
                .text("--subscription")
                .or(() -> around.variable("AZURE_SUBSCRIPTION_ID"))
                .or(() -> around.variable("ARM_SUBSCRIPTION_ID"))
                .map(Subscriptions::checked);
    }

    private static String checked(String id) {
        if (!id.matches(GUID)) {
            throw BadInput.of("'" + id + "' is no subscription id.", HINT);
        }
        return id;
    }

    private static List<String> list(Connection connection) {
        ArmResponse answer;
        try {
            answer = connection.arm().send(ArmRequest.get(LIST));
        } catch (NoAnswerException none) {
            throw BadInput.of("ARM does not answer: " + none.getMessage(), "");
        }
        return answer
                .json()
                .flatMap(json -> json.at("/value"))
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of())
                .stream()
                .flatMap(item -> item.textAt("/subscriptionId").stream())
                .toList();
    }
}

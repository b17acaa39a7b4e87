package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two processes that deploy at once, with one store: on the same scope, or one above the other, the
 * second is refused while the first is at work; elsewhere they do not meet.
 */
final class TwoAtOnceTest {

    private static final String[] GROUP = {"-g", "one", "-f", "group.json"};
    private static final String[] OTHER_GROUP = {"-g", "two", "-f", "group.json"};
    private static final String[] SUBSCRIPTION = {
        "--scope", "sub", "--location", "westus", "-f", "subscription.json"
    };

    @TempDir Path folder;
    private ServedWorld world;

    @BeforeEach
    void a_world() throws IOException {
        Files.writeString(folder.resolve("group.json"), template(NSG));
        Files.writeString(folder.resolve("subscription.json"), template(NEW_GROUP));
        world =
                ServedWorld.start(
                        folder,
                        "{resourceGroups:[{name:'one',location:'westus'},"
                                + "{name:'two',location:'westus'}]}");
    }

    @AfterEach
    void no_world() {
        world.close();
    }

    private static final String NSG =
            """
            {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01",
             "name": "a", "location": "westus", "properties": {}}\
            """;

    private static final String NEW_GROUP =
            """
            {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2022-09-01",
             "name": "three", "location": "westus"}\
            """;

    private static String template(String resource) {
        return """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "resources": [%s]}
        """
                .formatted(resource);
    }

    private BelayProcess deploy(Map<String, String> properties, String... words) {
        var all = new ArrayList<>(List.of("deploy"));
        all.addAll(List.of(words));
        all.addAll(List.of("--arm", world.address(), "--store", "store"));
        return BelayProcess.start(folder, properties, all.toArray(String[]::new));
    }

    @Test
    void on_one_scope_and_on_scopes_above_and_below_the_second_is_refused() {
        meet(GROUP, GROUP, true);
        meet(GROUP, SUBSCRIPTION, true);
        meet(SUBSCRIPTION, GROUP, true);
    }

    @Test
    void in_two_groups_they_do_not_meet() {
        meet(GROUP, OTHER_GROUP, false);
    }

    /** The second starts while the first holds before it sends its deployment. */
    private void meet(String[] first, String[] second, boolean refused) {
        try (BelayProcess holding = deploy(Map.of("belay.test.hold", "3:BEFORE"), first)) {
            assertThat(holding.holds()).isTrue();
            try (BelayProcess other = deploy(Map.of(), second)) {
                assertThat(other.exit()).as(other.printed()).isEqualTo(refused ? 6 : 0);
                if (refused) {
                    assertThat(other.printed())
                            .contains("LeaseHeld", "is at work in this scope", "belay show");
                }
            }
            holding.goOn();

            assertThat(holding.exit()).as(holding.printed()).isZero();
        }
        try (BelayProcess again = deploy(Map.of(), second)) {
            assertThat(again.exit()).as(again.printed()).isZero();
        }
    }
}

package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.cli.main.FaultyArm.Fault;
import dev.belay.cli.wiring.Signals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What answers is not the ARM of the transaction, or no ARM at all: each says what is wrong and
 * what to do, nothing is touched, and the transaction can be gone on with afterwards.
 */
final class BadAnswersTest {

    private static final String OTHER = "00000000-0000-0000-0000-0000000000ff";

    @TempDir private Path folder;
    private final List<Signals.Reaction> listeners = new ArrayList<>();
    private FaultyArm arm;
    private int firstId = 1;

    @BeforeEach
    void an_arm() throws IOException {
        Files.writeString(
                folder.resolve("world.json"), "{resourceGroups:[{name:'rg',location:'westus'}]}");
        Files.writeString(
                folder.resolve("other.json"),
                "{tenant:{id:'" + OTHER + "'},resourceGroups:[{name:'rg',location:'westus'}]}");
        Files.writeString(
                folder.resolve("main.json"),
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                 "contentVersion": "1.0.0.0",
                 "resources": [{"type": "Microsoft.Network/networkSecurityGroups",
                  "apiVersion": "2023-09-01", "name": "a", "location": "westus"}]}
                """);
        arm = new FaultyArm(folder.resolve("world.json"));
    }

    @AfterEach
    void no_arm() {
        arm.close();
    }

    private TestProcess process(Map<String, String> variables) {
        firstId += 100;
        return new TestProcess(folder, variables, firstId);
    }

    private TestProcess.Ended belay(String address, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--arm", address, "--store", "s"));
        return process(Map.of()).run(all.toArray(String[]::new));
    }

    private TestProcess.Ended deploy() {
        return belay(arm.address(), "deploy", "-g", "rg", "-f", "main.json");
    }

    /** A transaction whose deployment ARM has taken, left by a second signal. */
    private String unfinished() {
        Signals source =
                reaction -> {
                    listeners.add(reaction);
                    return listeners::clear;
                };
        var out =
                new ByteArrayOutputStream() {
                    @Override
                    public void flush() throws IOException {
                        super.flush();
                        if (toString(StandardCharsets.UTF_8).contains("accepted by ARM")) {
                            listeners.forEach(each -> each.signalled(2));
                        }
                    }
                };
        List<String> words =
                List.of(
                        "deploy",
                        "-g",
                        "rg",
                        "-f",
                        "main.json",
                        "--arm",
                        arm.address(),
                        "--store",
                        "s");
        TestProcess.Ended left = process(Map.of()).run(source, out, words);
        assertThat(left.exit()).as(left.out() + left.err()).isEqualTo(130);
        String id = left.err().replaceAll("(?s).*belay rollback (\\w+).*", "$1");
        assertThat(id).matches("\\w+");
        return id;
    }

    private Map<String, String> store() throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(folder.resolve("s/transactions"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static void assertRefused(TestProcess.Ended ended, String... words) {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(6);
        assertThat(ended.out() + ended.err()).contains(words);
    }

    private void assertBothRefused(String id, String address, String... words) throws IOException {
        Map<String, String> before = store();
        assertRefused(belay(address, "resume", id), words);
        assertRefused(belay(address, "rollback", id), words);
        assertThat(store()).isEqualTo(before);
    }

    private void assertGoesOn(String id) {
        TestProcess.Ended ended = belay(arm.address(), "rollback", id);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains("RESTORED");
    }

    @Test
    void no_arm_a_page_a_redirect_or_half_an_answer() throws IOException {
        String id = unfinished();

        assertBothRefused(id, "http://127.0.0.1:1", "Nothing listens at", "Nothing was touched");
        arm.fault(Fault.PAGE, _ -> true);
        assertBothRefused(id, arm.address(), "a web page", "Check the address", "--arm");
        arm.fault(Fault.REDIRECT, _ -> true);
        assertBothRefused(id, arm.address(), "a redirect to 'http://127.0.0.1:1/x'", "--arm");
        arm.fault(Fault.CUT, _ -> true);
        assertBothRefused(id, arm.address(), "broke before the answer", "Nothing was touched");
        arm.mend();
        assertGoesOn(id);
    }

    @Test
    void a_deploy_where_something_else_listens_touches_nothing() {
        for (Fault fault : List.of(Fault.PAGE, Fault.REDIRECT, Fault.CUT)) {
            arm.fault(fault, _ -> true);

            TestProcess.Ended ended = deploy();

            assertThat(ended.exit()).as(fault + ended.out() + ended.err()).isEqualTo(6);
            assertThat(ended.err()).contains("ARM does not answer.", "Nothing was touched.");
        }
        assertThat(arm.asked()).isNotEmpty().allMatch(asked -> asked.equals("GET /tenants"));
    }

    @Test
    void another_origin() throws IOException {
        String id = unfinished();

        try (var elsewhere = new FaultyArm(folder.resolve("world.json"))) {
            assertBothRefused(id, elsewhere.address(), "OtherOrigin", arm.address(), "'--arm'");
        }
        assertGoesOn(id);
    }

    @Test
    void another_tenant_at_the_same_address() throws IOException {
        String id = unfinished();
        arm.replace(folder.resolve("other.json"));

        assertBothRefused(id, arm.address(), "OtherTenant", "sign in there");
    }

    @Test
    void an_arm_that_breaks_down_before_its_tenant_is_known_is_no_other_tenant()
            throws IOException {
        String id = unfinished();
        arm.fault(
                Fault.UNAVAILABLE,
                request -> request.uri().getPath().matches("/subscriptions/[^/]+"));

        assertBothRefused(
                id, arm.address(), "NoAnswer", "could not be found out", "run the command again");
        arm.mend();
        assertGoesOn(id);
    }

    @Test
    void another_subscription_on_the_command_line_or_in_the_environment() throws IOException {
        String id = unfinished();
        Map<String, String> before = store();

        for (String command : List.of("resume", "rollback")) {
            TestProcess.Ended named = belay(arm.address(), command, id, "--subscription", OTHER);
            TestProcess.Ended inherited =
                    process(Map.of("AZURE_SUBSCRIPTION_ID", OTHER))
                            .run(command, id, "--arm", arm.address(), "--store", "s");

            for (TestProcess.Ended ended : List.of(named, inherited)) {
                assertRefused(
                        ended,
                        "OtherSubscription",
                        OTHER,
                        "--subscription 00000000-0000-0000-0000-000000000002");
            }
        }
        assertThat(store()).isEqualTo(before);
        assertGoesOn(id);
    }

    @Test
    void a_preflight_without_an_answer_is_asked_again_and_then_nothing_was_touched() {
        arm.fault(Fault.UNAVAILABLE, BadAnswersTest::validates);

        TestProcess.Ended ended = deploy();

        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(6);
        assertThat(ended.out())
                .contains("UNTOUCHED", "ServerBusy", "Nothing was sent; run the command again.");
        assertThat(preflights()).isEqualTo(6);
        assertThat(arm.asked()).noneMatch(each -> each.startsWith("PUT "));
        arm.mend();
        assertThat(deploy().exit()).isZero();
    }

    @Test
    void a_preflight_that_fails_once_is_asked_again() {
        arm.fault(Fault.UNAVAILABLE, request -> validates(request) && preflights() == 1);

        assertThat(deploy().exit()).isZero();
        assertThat(preflights()).isEqualTo(2);
    }

    private long preflights() {
        return arm.asked().stream().filter(each -> each.endsWith("/validate")).count();
    }

    private static boolean validates(ArmRequest request) {
        return request.uri().getPath().endsWith("/validate");
    }
}

package dev.belay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Recordings of real ARM above resource groups, sent again: deployments at subscription and
 * management group, management groups, tags, policies, roles. Links of the recording are followed
 * by the embedded ARM's own names; answers of registrations, what-if and lists of built-in things
 * are not compared.
 */
final class RecordedScopesTest {

    private static final List<String> RECORDINGS =
            List.of(
                    "azure-cli-2024-10/test_management_group_deployment",
                    "azure-cli-history/test_management_group_deployment_2022-01-10_1cd5b9f7",
                    "azure-cli-history/test_management_group_deployment_2021-03-30_f020ff65",
                    "azure-cli-2024-10/test_subscription_level_deployment",
                    "azure-cli-2024-10/test_subscription_level_deployment_ts",
                    "azure-cli-history/test_subscription_level_deployment_old_command_2021-04-09_59878194",
                    "azure-cli-2024-10/test_tag_update_subscription",
                    "azure-cli-2024-10/test_tag_update_resourcegroup",
                    "azure-cli-2024-10/test_tag_get_resourcegroup",
                    "azure-sdk-for-python-2021/test_mgmt_resource.test_tag_operations",
                    "azure-cli-2024-10/test_managementgroup_hierarchysetting_create_default_mg_auth",
                    "azure-cli-history/test_resource_policy_management_group_2020-07-28_d95a9a8f",
                    "azure-cli-2024-10/test_resource_policyset_grouping",
                    "azure-cli-2024-10/test_resource_policy_identity",
                    "azure-sdk-for-net-2018/Policy.Tests.LivePolicyTests_ValidatePolicySetDefinitionErrorHandling",
                    "azure-sdk-for-net-2018/Authorization.Tests.BasicTests_RoleDefinitionCreateTests",
                    "azure-service-operator/Test_Authorization_RoleDefinitionSubscriptionScope_CRUD");

    private static final Pattern PASSED_OVER =
            Pattern.compile(
                    "(?i).*/(register|whatIf|operationresults/.*|tagNames.*)"
                            + "|/subscriptions/[^/]+/providers/[^/]+"
                            + "|.*/(policy(set)?definitions|policyassignments|roledefinitions)");

    /** What the recorder of az wrote for every deployment's name in paths. */
    private static final String MOCK = "mock-deployment";

    /** Clients ask again until the directory knows a new identity. */
    private static final Optional<String> PRINCIPALS = Optional.of("PrincipalNotFound");

    private static final Pattern OPERATION = Pattern.compile("(?i)(.*)/operations/[0-9A-F]{16,20}");
    private static final Pattern STATUS = Pattern.compile("(?i)(.*)/(operationStatuses)/\\d{20}");
    private int calls;
    private int sameStatus;
    private int paths;
    private int presentPaths;
    private final TreeMap<String, Integer> differences = new TreeMap<>();

    @Test
    void recorded_calls_above_groups_get_the_recorded_answers(TestReporter reporter)
            throws IOException {
        try (var archive = new ZipFile(Shared.path("data/recordings/recordings.zip").toFile())) {
            for (String name : RECORDINGS) {
                try (var stream = archive.getInputStream(archive.getEntry(name + ".json"))) {
                    byte[] bytes = stream.readAllBytes();
                    replay(name, new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }

        String told =
                String.format(
                        Locale.ROOT,
                        "%d recordings, %d calls: %.1f %% same status, %.1f %% of the paths; %s",
                        RECORDINGS.size(),
                        calls,
                        100.0 * sameStatus / calls,
                        100.0 * presentPaths / paths,
                        differences);
        reporter.publishEntry(told);
        assertThat(calls).as(told).isGreaterThan(200);
        assertThat(100.0 * sameStatus / calls).as(told).isGreaterThan(97);
        assertThat(100.0 * presentPaths / paths).as(told).isGreaterThan(99);
    }

    private void replay(String name, String text) {
        Json recording = JsonReader.strict().read(text);
        List<Json> interactions =
                recording.at("/interactions").flatMap(Json::asArray).orElseThrow().items();
        Rig arm = Rig.with(RecordedWorld.of(text, interactions));
        String deployment = MOCK;
        for (int i = 0; i < interactions.size(); i++) {
            Json call = interactions.get(i);
            String path = call.textAt("/path").orElseThrow();
            int status = status(call);
            if (PASSED_OVER.matcher(path).matches()
                    || status >= 500
                    || status == 403
                    || PRINCIPALS.equals(call.textAt("/responseBody/error/code"))) {
                continue;
            }
            if (path.endsWith(MOCK) || path.endsWith(MOCK + "/validate")) {
                deployment = call.textAt("/responseBody/name").orElse(deployment);
            }
            boolean waits =
                    i + 1 == interactions.size()
                            || !interactions
                                    .get(i + 1)
                                    .textAt("/path")
                                    .orElse("")
                                    .endsWith("/cancel");
            compare(name, arm, call, RecordedWorld.whole(path).replace(MOCK, deployment), waits);
        }
    }

    static int status(Json call) {
        return Integer.parseInt(call.at("/status").orElseThrow().toText());
    }

    private void compare(String name, Rig arm, Json call, String path, boolean waits) {
        Optional<ArmRequest> request = request(arm, call, path);
        if (request.isEmpty()) {
            return;
        }
        int status = status(call);
        ArmResponse answer = arm.send(request.get()).orElseThrow();
        if (waits) {
            arm.pass(Duration.ofMinutes(10));
        }
        calls++;
        if (answer.status() == status) {
            sameStatus++;
        } else {
            differences.merge(
                    name.substring(name.indexOf('/') + 1)
                            + ": "
                            + request.get().method()
                            + " "
                            + path.substring(Math.max(0, path.length() - 60))
                            + " "
                            + status
                            + " but "
                            + answer.status()
                            + answer.error()
                                    .map(e -> " " + e.code() + ": " + e.message())
                                    .orElse(""),
                    1,
                    Integer::sum);
        }
        comparePaths(call, answer, status);
    }

    private static Optional<ArmRequest> request(Rig arm, Json call, String path) {
        Optional<String> bound = bound(arm, path);
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        var query = new StringBuilder();
        call.at("/query")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach(
                        (key, value) ->
                                query.append(query.isEmpty() ? "?" : "&")
                                        .append(key)
                                        .append('=')
                                        .append(value.asText().orElse("")));
        try {
            URI uri = new URI((bound.get() + query).replace(" ", "%20").replace("$", "%24"));
            Method method = Method.valueOf(call.textAt("/method").orElseThrow());
            Optional<Json> body = call.at("/requestBody").filter(json -> !json.isNull());
            return Optional.of(
                    body.map(json -> ArmRequest.of(method, uri, plain(json)))
                            .orElseGet(() -> ArmRequest.of(method, uri)));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** The path with the embedded ARM's own ids of operations in place of the recorded ones. */
    private static Optional<String> bound(Rig arm, String path) {
        Matcher operation = OPERATION.matcher(path);
        if (operation.matches()) {
            return arm.get(operation.group(1) + "/operations")
                    .json()
                    .flatMap(list -> list.textAt("/value/0/operationId"))
                    .map(id -> operation.group(1) + "/operations/" + id);
        }
        Matcher status = STATUS.matcher(path);
        return status.matches()
                ? arm.world().deployments().values().stream()
                        .filter(one -> one.id().path().equalsIgnoreCase(status.group(1)))
                        .map(one -> status.group(1) + "/operationStatuses/" + one.sequence())
                        .findFirst()
                : Optional.of(path);
    }

    /** A recorder wrote some bodies as a text of Python bytes. */
    private static String plain(Json body) {
        String text = body.asText().orElse(body.toText());
        return text.startsWith("b'") ? text.substring(2, text.length() - 1) : text;
    }

    private void comparePaths(Json call, ArmResponse answer, int status) {
        Optional<Json> recorded =
                call.at("/responseBody").filter(body -> body.asObject().isPresent());
        Optional<Json> own = answer.json();
        if (recorded.isEmpty() || own.isEmpty() || answer.status() != status) {
            return;
        }
        var expected = new ArrayList<String>();
        collect(recorded.get(), "", expected);
        // until 2022 lists named the provider's request; pages are cut as the embedded ARM likes
        expected.removeIf(
                one ->
                        one.endsWith("/serviceRequestId")
                                || one.toLowerCase(Locale.ROOT).endsWith("nextlink"));
        for (String one : expected) {
            paths++;
            if (own.get().at(one).isPresent()) {
                presentPaths++;
            } else {
                String where = one.replaceAll("/\\d+", "/n");
                differences.merge("lacks " + where, 1, Integer::sum);
            }
        }
    }

    /** Members at any depth; of lists only the first item: their order is not that of ARM. */
    private static void collect(Json json, String path, List<String> found) {
        switch (json) {
            case JsonObject object ->
                    object.members()
                            .forEach(
                                    (name, value) -> {
                                        String below =
                                                path
                                                        + "/"
                                                        + name.replace("~", "~0")
                                                                .replace("/", "~1");
                                        found.add(below);
                                        collect(value, below, found);
                                    });
            case JsonArray array when !array.items().isEmpty() ->
                    collect(array.get(0), path + "/0", found);
            default -> {}
        }
    }
}

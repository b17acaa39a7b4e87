package dev.belay.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.emulator.Rig;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;
import dev.belay.json.JsonReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded ARM as clients meet it on the wire. */
final class EmulatorServerTest {

    private static final String DEPLOYMENT =
            Rig.GROUP + "/providers/Microsoft.Resources/deployments/d1?api-version=2021-04-01";
    private static final String NSG =
            Rig.NETWORK + "networkSecurityGroups/nsg?api-version=2023-09-01";

    @TempDir private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private EmbeddedArm arm;
    private EmulatorServer server;

    @BeforeEach
    void serve() throws Exception {
        start(new Pacing.Clients(10));
    }

    private void start(Pacing pacing) throws Exception {
        Path world =
                Files.writeString(
                        folder.resolve("world.json"),
                        "{resourceGroups:[{name:'rg',location:'westus'}]}");
        arm = EmbeddedArm.open(Optional.of(world), Optional.empty(), Pace.BY_POLLS);
        server =
                EmulatorServer.start(
                        arm,
                        new EmulatorServer.Settings(
                                0, pacing, Optional.of(folder.resolve("requests.jsonl"))));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        arm.close();
    }

    private HttpResponse<String> send(String method, String url, String body) throws Exception {
        String full = url.startsWith("http") ? url : server.address() + url;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(full))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_deployment_in_the_form_that_az_sends_is_accepted_and_followed_to_its_end()
            throws Exception {
        // unquoted names, comments, the file's text as it is (clients 2.4.1)
        String body =
                "{\"properties\": {\"mode\": \"Incremental\", template:{ // one group\n"
                        + "\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
                        + "deploymentTemplate.json#\", \"contentVersion\": \"1.0.0.0\",\n"
                        + "/* rules */ \"resources\": [{\"type\":"
                        + " \"Microsoft.Network/networkSecurityGroups\", \"apiVersion\":"
                        + " \"2023-09-01\", \"name\": \"nsg\", \"location\": \"westus\"}]}}}";

        HttpResponse<String> accepted = send("PUT", DEPLOYMENT, body);
        String link = header(accepted, "Azure-AsyncOperation");
        String state = "Accepted";
        int polls = 0;
        while (!state.equals("Succeeded") && polls < 20) {
            HttpResponse<String> poll = send("GET", link, "");
            state = JsonReader.strict().read(poll.body()).textAt("/status").orElse("");
            polls++;
        }

        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(link).startsWith(server.address().toString());
        assertThat(header(accepted, "Retry-After")).isEqualTo("1");
        assertThat(header(accepted, "retry-after-ms")).isEqualTo("10");
        assertThat(state).isEqualTo("Succeeded");
        assertThat(send("GET", NSG, "").body()).contains("\"Succeeded\"");
    }

    @Test
    void links_lead_back_the_way_that_the_client_came() throws Exception {
        String other = "http://localhost:" + server.address().getPort();

        HttpResponse<String> made = send("PUT", other + NSG, "{location:'westus'}");

        assertThat(header(made, "Azure-AsyncOperation")).startsWith(other + "/");
    }

    @Test
    void with_recorded_pacing_clients_are_told_to_wait_as_long_as_azure_does() throws Exception {
        stop();
        start(new Pacing.Recorded());

        HttpResponse<String> made =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(server.address() + NSG))
                                        .PUT(BodyPublishers.ofString("{location:'westus'}"))
                                        .build(),
                                BodyHandlers.ofString());

        assertThat(header(made, "Retry-After")).isEqualTo("10");
        assertThat(header(made, "retry-after-ms")).isEmpty();
    }

    @Test
    void doubled_slashes_other_case_and_characters_that_belong_encoded_are_taken()
            throws Exception {
        String group = Rig.SUBSCRIPTION + "//resourcegroups/RG/?api-version=2021-04-01";

        HttpResponse<String> answer = send("GET", group, "");
        String raw =
                Raw.exchange(
                        server.address(),
                        "GET "
                                + Rig.SUBSCRIPTION
                                + "/resources?api-version=2021-04-01&$filter=name|eq HTTP/1.1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/resourceGroups/rg\"");
        assertThat(raw).startsWith("HTTP/1.1 ").doesNotContain("InvalidRequestUri");
    }

    @Test
    void broken_encoding_an_unknown_method_and_too_much_are_refused_in_arms_form()
            throws Exception {
        String broken = Raw.exchange(server.address(), "GET /subscriptions/%zz HTTP/1.1");
        HttpResponse<String> unknown = send("BREW", NSG, "");
        HttpResponse<String> large = send("PUT", NSG, "{x:'" + "y".repeat(4 << 20) + "'}");
        HttpResponse<String> noVersion = send("GET", Rig.GROUP, "");

        assertThat(broken).startsWith("HTTP/1.1 400 ").contains("\"InvalidRequestUri\"");
        assertThat(unknown.statusCode()).isEqualTo(405);
        assertThat(unknown.body()).contains("\"HttpMethodNotAllowed\"");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("\"RequestContentTooLarge\"");
        assertThat(noVersion.body()).contains("\"MissingApiVersionParameter\"");
    }

    @Test
    void the_request_log_names_every_request_and_holds_no_secret() throws Exception {
        send("PUT", NSG, "{location:'westus',tags:{a:'canary-7f3a'}}");
        send("GET", NSG + "&sig=canary-7f3a", "");

        String log = Files.readString(folder.resolve("requests.jsonl"));

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().findFirst().orElseThrow())
                .contains(
                        "\"method\":\"PUT\"", "\"status\":201", "\"bodySha256\"", "\"at\":\"2026");
        assertThat(log).doesNotContain("canary");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        var taken =
                new EmulatorServer.Settings(
                        server.address().getPort(), new Pacing.Recorded(), Optional.empty());

        assertThatThrownBy(() -> EmulatorServer.start(arm, taken))
                .isInstanceOf(BindException.class)
                .hasMessageContaining(Integer.toString(server.address().getPort()));
    }

    @Test
    void after_a_stop_nobody_listens() {
        server.close();

        assertThatThrownBy(() -> send("GET", NSG, "")).isInstanceOf(IOException.class);
    }
}

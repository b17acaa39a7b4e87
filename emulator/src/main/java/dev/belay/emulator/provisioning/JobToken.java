package dev.belay.emulator.provisioning;

import dev.belay.emulator.world.StoredResource;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * The token in the poll link of one of ARM's own jobs: base64url of {@code {"jobId",
 * "jobLocation"}}. Evidence: recorded (arm-protocol 3); the number at the end keeps tokens of one
 * group apart.
 */
public final class JobToken {

    private JobToken() {}

    static String of(String kind, StoredResource group, long number) {
        return of(
                kind,
                group.id().name(),
                group.location().orElse("westus"),
                group.location().orElse("westus"),
                number);
    }

    /**
     * @param kind e.g. {@code DeploymentDeletionJob}
     * @param group the resource group's name; empty at other scopes
     * @param rest the last part of the job's id
     * @param location where the job runs
     * @param number differs between two jobs
     */
    public static String of(String kind, String group, String rest, String location, long number) {
        String job = kind + "-" + escaped(group) + "-" + escaped(rest) + "|" + hex(number);
        String json =
                JsonObject.builder()
                        .put("jobId", job)
                        .put("jobLocation", location)
                        .build()
                        .toText();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(long number) {
        return String.format(Locale.ROOT, "%016X", number);
    }

    private static String escaped(String part) {
        var escaped = new StringBuilder();
        for (char character : part.toUpperCase(Locale.ROOT).toCharArray()) {
            boolean plain =
                    (character >= 'A' && character <= 'Z')
                            || (character >= '0' && character <= '9');
            escaped.append(
                    plain
                            ? String.valueOf(character)
                            : String.format(Locale.ROOT, ":%02X", (int) character));
        }
        return escaped.toString();
    }
}

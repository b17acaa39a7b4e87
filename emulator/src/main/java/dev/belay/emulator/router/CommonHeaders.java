package dev.belay.emulator.router;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The headers that every answer of ARM has. Evidence: recorded (arm-protocol 1). */
final class CommonHeaders {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Pattern EXPORT =
            Pattern.compile("(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/exportTemplate");

    private CommonHeaders() {}

    static ArmResponse on(ArmResponse answer, World world, Target target, Instant now) {
        String id = requestId(world, target, now);
        Headers headers = answer.headers();
        headers = added(headers, "Cache-Control", "no-cache");
        headers = added(headers, "Pragma", "no-cache");
        headers = added(headers, "Expires", "-1");
        headers = added(headers, rate(target), "11999");
        headers = added(headers, "x-ms-request-id", id);
        headers = added(headers, "x-ms-correlation-request-id", id);
        headers =
                added(
                        headers,
                        "x-ms-routing-request-id",
                        "WESTUS:" + COMPACT.format(now) + ":" + id);
        headers =
                added(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers = added(headers, "X-Content-Type-Options", "nosniff");
        headers = added(headers, "Date", DATE.format(now));
        String body = target.request().method() == Method.HEAD ? "" : answer.body();
        return new ArmResponse(answer.status(), headers, body);
    }

    private static Headers added(Headers headers, String name, String value) {
        return headers.first(name).isPresent() ? headers : headers.with(name, value);
    }

    /** An export of a group counts as a read: recorded. */
    private static String rate(Target target) {
        boolean export = EXPORT.matcher(target.path()).matches();
        boolean subscription = target.path().toLowerCase(Locale.ROOT).startsWith("/subscriptions/");
        return "x-ms-ratelimit-remaining-"
                + (subscription ? "subscription-" : "tenant-")
                + switch (target.request().method()) {
                    case GET, HEAD -> "reads";
                    case POST -> export ? "reads" : "writes";
                    case PUT, PATCH -> "writes";
                    case DELETE -> "deletes";
                };
    }

    /** A GUID that follows from the request and the moment: reading draws no id. */
    private static String requestId(World world, Target target, Instant now) {
        String seed = target.request().method() + target.path() + now + world.drawn();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

package dev.belay.emulator.http;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * One line of JSON for each request: {@code {"n", "at", "method", "path", "query", "status",
 * "bodySha256"}}. No body and no header is in it; {@code status} is left out where no answer was
 * given. It is written before the answer is sent.
 */
final class RequestLog implements AutoCloseable {

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)((?:^|&)(?:sig|signature|code|token|access_token|client_secret|password|key"
                        + "|s|c|h)=)[^&]*");

    private final Optional<OutputStream> stream;
    private final ReentrantLock turn = new ReentrantLock();
    private long count;

    private RequestLog(Optional<OutputStream> stream) {
        this.stream = stream;
    }

    /**
     * @param file appended to; empty: nothing is logged
     */
    static RequestLog to(Optional<Path> file) {
        return new RequestLog(file.map(RequestLog::open));
    }

    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(
                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The request log '" + file + "' cannot be written.", e);
        }
    }

    /**
     * @param at virtual time
     * @param body as sent; empty for none
     * @param status empty if no answer is given
     */
    void add(Incoming request, Optional<String> body, Optional<Integer> status, Instant at) {
        if (stream.isEmpty()) {
            return;
        }
        turn.lock();
        try {
            count++;
            JsonObject line =
                    JsonObject.builder()
                            .put("n", count)
                            .put("at", at.toString())
                            .put("method", request.method())
                            .put("path", request.path())
                            .put("query", SECRET.matcher(request.query()).replaceAll("$1***"))
                            .put("status", status.map(Json::of))
                            .put("bodySha256", body.map(text -> Json.of(digest(text))))
                            .build();
            stream.get().write((line.toText() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The request log cannot be written.", e);
        } finally {
            turn.unlock();
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public void close() {
        if (stream.isPresent()) {
            try {
                stream.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException("The request log cannot be closed.", e);
            }
        }
    }
}

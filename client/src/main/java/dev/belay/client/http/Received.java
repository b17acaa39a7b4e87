package dev.belay.client.http;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.NoAnswerException;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells an answer of ARM from what else may come back over a network. */
final class Received {

    private static final String WHERE = " Check the address given with '--arm'.";

    private Received() {}

    /**
     * @param asked method and address without its query, for messages
     * @throws NoAnswerException if something else than ARM answered, or not all of it came
     */
    static ArmResponse answer(HttpResponse<byte[]> response, String asked)
            throws NoAnswerException {
        int status = response.statusCode();
        if (status >= 300 && status < 400 && status != 304) {
            throw redirected(response, asked);
        }
        if (status < 200 || status > 599) {
            throw new NoAnswerException(
                    asked
                            + " was answered with the status "
                            + status
                            + ", which is none of ARM's."
                            + WHERE);
        }
        String body = text(response.body(), asked);
        var answer = new ArmResponse(status, headers(response), body);
        if (page(response, body)) {
            throw new NoAnswerException(
                    asked
                            + " was answered with a web page (status "
                            + status
                            + "), not by ARM: something else listens there, or a proxy stands in"
                            + " between."
                            + WHERE);
        }
        boolean json = type(response).contains("json");
        if (json && !body.isBlank() && answer.json().isEmpty()) {
            throw new NoAnswerException(
                    "The answer to " + asked + " was cut in the middle: its JSON does not end.");
        }
        return answer;
    }

    private static NoAnswerException redirected(HttpResponse<byte[]> response, String asked) {
        String to =
                response.headers()
                        .firstValue("Location")
                        .map(link -> "'" + withoutQuery(link) + "'")
                        .orElse("nowhere");
        return new NoAnswerException(
                asked
                        + " was answered with a redirect to "
                        + to
                        + ". Belay follows none, for requests to ARM carry your sign-in. If ARM is"
                        + " there, give that address with '--arm'.");
    }

    static String withoutQuery(String link) {
        int query = link.indexOf('?');
        return query < 0 ? link : link.substring(0, query);
    }

    private static String text(byte[] body, String asked) throws NoAnswerException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new NoAnswerException("The answer to " + asked + " is not UTF-8 text.", e);
        }
    }

    private static boolean page(HttpResponse<byte[]> response, String body) {
        return type(response).contains("html") || body.stripLeading().startsWith("<");
    }

    private static String type(HttpResponse<byte[]> response) {
        Optional<String> type = response.headers().firstValue("Content-Type");
        return type.orElse("").toLowerCase(Locale.ROOT);
    }

    private static Headers headers(HttpResponse<byte[]> response) {
        Headers headers = Headers.NONE;
        for (Map.Entry<String, List<String>> field : response.headers().map().entrySet()) {
            if (!field.getKey().startsWith(":")) {
                headers = headers.with(field.getKey(), String.join(", ", field.getValue()));
            }
        }
        return headers;
    }
}

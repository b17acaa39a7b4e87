package dev.belay.template.function.string;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Percent-encoding as .NET's {@code Uri.EscapeDataString} and its inverse do it. */
final class PercentCoding {

    private static final String UNRESERVED = "-_.~";
    private static final String HEX = "0123456789ABCDEF";

    private PercentCoding() {}

    static String encode(String text, String kept) {
        var encoded = new StringBuilder();
        for (byte each : text.getBytes(UTF_8)) {
            int value = each & 0xff;
            char character = (char) value;
            if (value < 0x80
                    && (Character.isLetterOrDigit(character)
                            || UNRESERVED.indexOf(character) >= 0
                            || kept.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
            }
        }
        return encoded.toString();
    }

    /** Broken escapes stay as they are, and so do bytes that are no UTF-8. */
    static String decode(String text) {
        var decoded = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = at;
            var bytes = new ByteArrayOutputStream();
            while (end + 2 < text.length()
                    && text.charAt(end) == '%'
                    && Character.digit(text.charAt(end + 1), 16) >= 0
                    && Character.digit(text.charAt(end + 2), 16) >= 0) {
                bytes.write(Integer.parseInt(text.substring(end + 1, end + 3), 16));
                end += 3;
            }
            if (end == at) {
                decoded.append(text.charAt(at++));
            } else {
                String part = bytes.toString(UTF_8);
                decoded.append(part.indexOf('\ufffd') < 0 ? part : text.substring(at, end));
                at = end;
            }
        }
        return decoded.toString();
    }
}

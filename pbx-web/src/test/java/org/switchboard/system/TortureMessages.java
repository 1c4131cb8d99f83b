package org.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SIP messages after the cases of RFC 4475, written anew for this system's addresses: each has the one property that its
 * case is about. They are in {@code torture.txt}: a line {@code === name}, then the message with LF for CRLF; there,
 * {@code \xNN} is a byte, {@code {{x*N}}} repeats x, {@code {{port}}} and {@code {{own}}} are ports.
 */
final class TortureMessages {

    private TortureMessages() {
    }

    /** All of them, by the name of the RFC's case. */
    static Map<String, String> all(int serverPort, int ownPort) {
        try (var in = TortureMessages.class.getResourceAsStream("torture.txt")) {
            var messages = new LinkedHashMap<String, String>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ")) {
                int end = part.indexOf('\n');
                if (end > 0 && !part.startsWith("#")) {
                    messages.put(part.substring(0, end).strip(), expand(part.substring(end + 1), serverPort, ownPort));
                }
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expand(String text, int serverPort, int ownPort) {
        var repeated = Pattern.compile("\\{\\{([^}*]+)\\*(\\d+)}}").matcher(text).replaceAll(
                match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
        var bytes = Pattern.compile("\\\\x([0-9a-f]{2})").matcher(repeated).replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return bytes.replace("{{port}}", "" + serverPort).replace("{{own}}", "" + ownPort).replace("\n", "\r\n");
    }
}

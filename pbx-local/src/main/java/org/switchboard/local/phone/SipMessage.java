package org.switchboard.local.phone;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A SIP message as it crossed a phone's wire.
 *
 * @param at when the phone printed it
 * @param sent whether the phone sent it (and did not receive it)
 * @param text the whole message
 */
public record SipMessage(Instant at, boolean sent, String text) {

    /** Compact forms (RFC 3261 section 20). */
    private static final Map<String, String> COMPACT = Map.of("call-id", "i", "from", "f", "to", "t", "contact", "m",
            "refer-to", "r", "content-type", "c");

    /** First line. */
    public String startLine() {
        return text.lines().findFirst().orElse("");
    }

    /** Whether this is a request of the method. */
    public boolean isRequest(String method) {
        return startLine().startsWith(method + " ");
    }

    /** The status code; empty for a request. */
    public Optional<Integer> status() {
        String line = startLine();
        return line.startsWith("SIP/2.0 ") ? Optional.of(Integer.parseInt(line.substring(8, 11))) : Optional.empty();
    }

    /** All values of a header, in order. */
    public List<String> headers(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return text.lines().skip(1).takeWhile(line -> !line.isBlank())
                .filter(line -> line.indexOf(':') > 0)
                .filter(line -> {
                    String found = line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
                    return found.equals(wanted) || found.equals(COMPACT.get(wanted));
                })
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).toList();
    }

    /** First value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The dialog's Call-ID; empty text when it is missing. */
    public String callId() {
        return header("Call-ID").orElse("");
    }

    /** Whether this belongs to a request of the method, or answers one. */
    public boolean concerns(String method) {
        return header("CSeq").orElse("").endsWith(" " + method);
    }

    /** A parameter of a header such as {@code tag}; empty when header or parameter is missing. */
    public Optional<String> parameter(String header, String parameter) {
        String value = header(header).orElse("");
        int start = value.indexOf(";" + parameter + "=");
        if (start < 0) {
            return Optional.empty();
        }
        String rest = value.substring(start + parameter.length() + 2);
        int end = rest.indexOf(';');
        return Optional.of(end < 0 ? rest : rest.substring(0, end));
    }
}

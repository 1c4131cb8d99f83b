package org.switchboard.telephony.voicemail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caller as Asterisk writes them beside a message: {@code "Mina Park" <101>}, only a number, or {@code Unknown}
 * ({@code ast_callerid_merge}). The name is whatever a stranger's phone said; nothing but one line of it gets through.
 *
 * @param number the number; empty when there is none
 * @param name   the name; empty when there is none
 */
record CallerText(String number, String name) {

    private static final Pattern WITH_NAME = Pattern.compile("\\s*(.*?)\\s*<([^<>]*)>\\s*");
    private static final Pattern NUMBER = Pattern.compile("[0-9+*#]+");
    private static final int LONGEST = 80;

    static CallerText of(String stored) {
        String line = stored.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        Matcher both = WITH_NAME.matcher(line);
        if (both.matches()) {
            String name = both.group(1);
            boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
            return new CallerText(cut(both.group(2).strip()), cut(quoted ? name.substring(1, name.length() - 1).strip() : name));
        }
        if (NUMBER.matcher(line).matches()) {
            return new CallerText(cut(line), "");
        }
        return new CallerText("", line.equals("Unknown") ? "" : cut(line));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}

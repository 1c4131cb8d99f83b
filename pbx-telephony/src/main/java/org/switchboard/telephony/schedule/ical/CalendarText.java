package org.switchboard.telephony.schedule.ical;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Makes one clean text of what exporters write: byte order marks, any line ends, blank lines, and lines that are folded
 * (RFC 5545 section 3.1) in the middle of a character's bytes.
 */
final class CalendarText {

    private CalendarText() {
    }

    /**
     * Reads a file.
     *
     * @param file its bytes
     * @return unfolded lines with CR LF after each
     * @throws CalendarProblem when it is no calendar, or no text that we know
     */
    static String of(byte[] file) throws CalendarProblem {
        var text = decoded(file).lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\r\n", "", "\r\n"));
        if (!text.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new CalendarProblem("invalid.ical.notCalendar");
        }
        return text;
    }

    private static String decoded(byte[] file) throws CalendarProblem {
        if (startsWith(file, 0xFE, 0xFF)) {
            return unfolded(strictly(file, 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return unfolded(strictly(file, 2, StandardCharsets.UTF_16LE));
        }
        return strictly(unfolded(file), startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    private static String unfolded(String text) {
        return text.replaceAll("(\r\n|\r|\n)[ \t]", "");
    }

    private static byte[] unfolded(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        for (int i = 0; i < file.length; i++) {
            int end = file[i] == '\r' ? (i + 1 < file.length && file[i + 1] == '\n' ? i + 2 : i + 1) : file[i] == '\n' ? i + 1 : i;
            if (end == i) {
                out.write(file[i]);
            } else if (end < file.length && (file[end] == ' ' || file[end] == '\t')) {
                i = end;
            } else {
                out.write('\n');
                i = end - 1;
            }
        }
        return out.toByteArray();
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CalendarProblem {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
        } catch (CharacterCodingException otherText) {
            throw new CalendarProblem("invalid.ical.charset");
        }
    }

    private static boolean startsWith(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.switchboard.telephony.cdr;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchboard.telephony.spool.MalformedRecord;
import org.switchboard.telephony.spool.SpoolFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asterisk's {@code cel.csv}: all fields quoted, quotes doubled (RFC 4180 section 2), in the order of {@code cel_custom.conf}.
 * A CSV library is not used because a record torn by a crash must not swallow the ones after it, and because the position in
 * bytes after each record is what reading exactly once rests on.
 */
final class ChannelEventFormat implements SpoolFormat<CallEvent> {

    private static final int FIELDS = 15;
    private static final int MAX_ID = 150;
    private static final int MAX_TEXT = 256;
    private static final Pattern BEGIN = Pattern.compile("\"[A-Z_]{3,40}\",\"\\d{9,11}\\.\\d{6}\"(?=,\")");
    private static final int BEGIN_LENGTH = 70;

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public String spool() {
        return "channels";
    }

    @Override
    public String fileName() {
        return "cel.csv";
    }

    /** A line end inside quotes belongs to the field, unless what follows is plainly the begin of the next record. */
    @Override
    public int recordEnd(byte[] bytes, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && (!quoted || i - from > MAX_RECORD || beginsRecord(bytes, i + 1, to))) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean beginsRecord(byte[] bytes, int from, int to) {
        int length = Math.min(BEGIN_LENGTH, to - from);
        return length > 0 && BEGIN.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    @Override
    public CallEvent parse(String record) throws MalformedRecord {
        List<String> fields = fields(record.stripTrailing());
        if (fields.size() != FIELDS) {
            throw new MalformedRecord(fields.size() + " fields, not " + FIELDS);
        }
        if (fields.getFirst().indexOf('"') >= 0) {
            throw new MalformedRecord("the kind of event has a quote in it");
        }
        return new ChannelEvent(ChannelEventType.of(fields.get(0)), time(fields.get(1)), id(fields.get(2)), id(fields.get(3)),
                tenant(fields.get(4)), id(fields.get(5)), text(fields.get(6)), text(fields.get(7)), text(fields.get(8)),
                text(fields.get(9)), peers(fields.get(12)), extra(fields.get(13)), text(fields.get(14)));
    }

    @Override
    public Optional<String> salvage(String record) {
        Matcher begin = BEGIN.matcher(record);
        int last = -1;
        while (begin.find()) {
            last = begin.start();
        }
        return last > 0 ? Optional.of(record.substring(last)) : Optional.empty();
    }

    private static List<String> fields(String record) throws MalformedRecord {
        List<String> fields = new ArrayList<>(FIELDS);
        int at = 0;
        while (true) {
            if (at >= record.length() || record.charAt(at) != '"') {
                throw new MalformedRecord("field " + (fields.size() + 1) + " does not begin with a quote");
            }
            StringBuilder field = new StringBuilder();
            int end = record.indexOf('"', at + 1);
            int from = at + 1;
            while (end >= 0 && end + 1 < record.length() && record.charAt(end + 1) == '"') {
                field.append(record, from, end + 1);
                from = end + 2;
                end = record.indexOf('"', from);
            }
            if (end < 0) {
                throw new MalformedRecord("field " + (fields.size() + 1) + " does not end");
            }
            fields.add(field.append(record, from, end).toString());
            if (end + 1 == record.length()) {
                return fields;
            }
            if (record.charAt(end + 1) != ',') {
                throw new MalformedRecord("no comma after field " + fields.size());
            }
            at = end + 2;
        }
    }

    private static Instant time(String seconds) throws MalformedRecord {
        int point = seconds.indexOf('.');
        if (point < 1 || seconds.length() != point + 7) {
            throw new MalformedRecord("the time is not seconds with six decimals");
        }
        try {
            long whole = Long.parseUnsignedLong(seconds.substring(0, point));
            return Instant.ofEpochSecond(whole, Integer.parseUnsignedInt(seconds.substring(point + 1)) * 1_000L);
        } catch (NumberFormatException | DateTimeException e) {
            throw new MalformedRecord("the time is not seconds with six decimals");
        }
    }

    private static String id(String value) throws MalformedRecord {
        if (value.isEmpty() || value.length() > MAX_ID) {
            throw new MalformedRecord("an id is missing or overlong");
        }
        return value;
    }

    private static String text(String value) {
        return value.length() <= MAX_TEXT ? value : value.substring(0, MAX_TEXT);
    }

    private static List<String> peers(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }

    /** Anything that is not a tenant's id counts as none. */
    private static UUID tenant(String value) {
        if (value.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private Map<String, String> extra(String value) throws MalformedRecord {
        if (value.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, String> extra = new LinkedHashMap<>();
            flatten("", json.readTree(value), extra);
            return extra;
        } catch (JacksonException e) {
            throw new MalformedRecord("the extra field is not JSON");
        }
    }

    private static void flatten(String name, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(entry.getKey(), entry.getValue(), into));
        } else if (node.isValueNode() && !name.isEmpty()) {
            into.put(name, text(node.asString()));
        }
    }
}

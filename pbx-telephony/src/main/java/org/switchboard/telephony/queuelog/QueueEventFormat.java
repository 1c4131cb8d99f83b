package org.switchboard.telephony.queuelog;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchboard.telephony.spool.MalformedRecord;
import org.switchboard.telephony.spool.SpoolFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The engine's {@code queues.jsonl}: one JSON object a line, as {@link QueueLogFile} writes it. */
final class QueueEventFormat implements SpoolFormat<QueueEvent> {

    private static final String BEGIN = "{\"id\":";
    private static final int MAX_ID = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public String spool() {
        return "queues";
    }

    @Override
    public String fileName() {
        return "queues.jsonl";
    }

    /** JSON escapes line ends, so every line end is one of a record. */
    @Override
    public int recordEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public QueueEvent parse(String record) throws MalformedRecord {
        try {
            QueueEvent event = json.readValue(record, QueueEvent.class);
            if (event == null || event.id() == null || event.tenantId() == null || event.at() == null || event.kind() == null) {
                throw new MalformedRecord("id, tenantId, at or kind is missing");
            }
            if (tooLong(event.visit()) || tooLong(event.linkedId())) {
                throw new MalformedRecord("visit or linkedId is overlong");
            }
            return clean(event);
        } catch (JacksonException | NullPointerException e) {
            throw new MalformedRecord("not an event of a queue in JSON");
        }
    }

    /** Escaped in JSON they get past the reader; they have no meaning in names and numbers, and the database takes no NUL. */
    private static QueueEvent clean(QueueEvent event) {
        Map<String, String> detail = event.detail().entrySet().stream()
                .collect(Collectors.toMap(entry -> clean(entry.getKey()), entry -> clean(entry.getValue()), (one, other) -> one));
        return new QueueEvent(event.id(), event.tenantId(), event.at(), event.kind(), event.queueId(), event.agentId(), clean(event.visit()),
                clean(event.linkedId()), detail);
    }

    private static String clean(String text) {
        return text == null ? null : CONTROL.matcher(text).replaceAll(" ");
    }

    private static boolean tooLong(String text) {
        return text != null && text.length() > MAX_ID;
    }

    /**
     * Writes an event as one line.
     *
     * @param event the event
     * @return JSON without a line end
     */
    String write(QueueEvent event) {
        return json.writeValueAsString(event);
    }

    @Override
    public Optional<String> salvage(String record) {
        int last = record.lastIndexOf(BEGIN);
        return last > 0 ? Optional.of(record.substring(last)) : Optional.empty();
    }
}

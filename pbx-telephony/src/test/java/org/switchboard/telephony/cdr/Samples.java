package org.switchboard.telephony.cdr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.spool.MalformedRecord;
import org.switchboard.telephony.spool.SpoolFormat;

/** What the real Asterisk and the engine wrote during real calls; see {@code cel/README.md} in the resources. */
final class Samples {

    private Samples() {
    }

    static String text(String file) {
        try (InputStream input = Samples.class.getResourceAsStream("/cel/" + file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CallEvent> events() {
        List<CallEvent> events = new ArrayList<>();
        text("cel.csv").lines().map(line -> parse(new ChannelEventFormat(), line)).forEach(events::add);
        text("steps.jsonl").lines().map(line -> parse(new StepFormat(), line)).forEach(events::add);
        return events;
    }

    static Map<String, List<CallEvent>> byCall() {
        return byCall(events());
    }

    /** Calls by trunks, ring groups and menus. */
    static Map<String, List<CallEvent>> flowsByCall() {
        return byCall(text("flows.csv").lines().map(line -> parse(new ChannelEventFormat(), line)).toList());
    }

    private static Map<String, List<CallEvent>> byCall(List<CallEvent> events) {
        Map<String, List<CallEvent>> calls = new LinkedHashMap<>();
        events.forEach(event -> calls.computeIfAbsent(event.linkedId(), id -> new ArrayList<>()).add(event));
        return calls;
    }

    static UUID tenant() {
        return events().stream().filter(ChannelEvent.class::isInstance).map(event -> ((ChannelEvent) event).tenantId()).findFirst().orElseThrow();
    }

    private static CallEvent parse(SpoolFormat<CallEvent> format, String line) {
        try {
            return format.parse(line);
        } catch (MalformedRecord e) {
            throw new IllegalStateException(line, e);
        }
    }
}

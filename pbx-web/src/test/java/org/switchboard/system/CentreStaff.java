package org.switchboard.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.local.phone.AgentPhone;
import org.switchboard.local.phone.SippLine;

/** A queue of a company with agents at phones that SIPp plays. */
final class CentreStaff implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(180);

    private final Portal portal;
    private final Company company;
    private final String queue;
    private final Map<String, AgentPhone> phones = new LinkedHashMap<>();

    CentreStaff(Portal portal, Company company, String queue) {
        this.portal = portal;
        this.company = company;
        this.queue = queue;
    }

    /** Makes an extension, a device and an agent of the queue, not yet signed in. */
    Company.Device hire(String number, String name) {
        company.extension(number, name);
        var device = company.device(number, "Desk");
        company.api().post("/agents", Map.of("extension", number, "queues", List.of(Map.of("queue", queue))));
        return device;
    }

    /** Hires somebody with a phone of these habits, and signs him in. */
    CentreStaff works(String number, String name, AgentPhone.Habit... habits) {
        var device = hire(number, name);
        phones.put(number, AgentPhone.start(device.account(), portal.folder("agent-" + company.slug() + "-" + number), List.of(habits), LIMIT));
        signIn(number);
        return this;
    }

    void signIn(String number) {
        company.api().ask("/agents/" + number + "/sign-in", Map.of());
    }

    AgentPhone phone(String number) {
        return phones.get(number);
    }

    /** What the phones saw, by agent. */
    Map<String, List<SippLine>> lines() {
        var lines = new LinkedHashMap<String, List<SippLine>>();
        phones.forEach((number, phone) -> lines.put(number, phone.lines()));
        return lines;
    }

    /** All that the phones saw. */
    List<SippLine> allLines() {
        var all = new ArrayList<SippLine>();
        lines().values().forEach(all::addAll);
        return all;
    }

    @Override
    public void close() {
        phones.values().forEach(AgentPhone::close);
    }
}

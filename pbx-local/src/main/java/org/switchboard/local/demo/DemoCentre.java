package org.switchboard.local.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.switchboard.local.Refusal;
import org.switchboard.local.phone.AgentPhone;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/**
 * What the demonstration adds to the demo company over the API: a line with a number, and agents with phones. Agents and their
 * extensions stay, for they are in the reports; the rest is taken away again by {@link #close()}, which is also what Ctrl-C does.
 */
final class DemoCentre implements AutoCloseable {

    /** The telephone company's address; calls in come from it, and callbacks go to it. */
    static final String ADDRESS = "127.0.0.61";

    /** What customers call. */
    static final String NUMBER = "+12125550170";

    /** The number that extensions dial for the demo company's queue. */
    static final String QUEUE = "700";

    /** What all that is made for the demonstration is called. */
    private static final String NAME = "Demonstration";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DemoApi api;
    private final Path folder;
    private final int sipPort;
    private final Duration limit;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Map<String, AgentPhone> phones = new LinkedHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private SipProvider provider;

    /**
     * Nothing is made yet.
     *
     * @param api     with the company's rights
     * @param folder  where files of phones go
     * @param sipPort the PBX's
     * @param limit   after which phones end whatever they do
     * @param calls   hangs up what calls there are; the last that is done
     */
    DemoCentre(DemoApi api, Path folder, int sipPort, Duration limit, Runnable calls) {
        undo.push(calls);
        this.api = api;
        this.folder = folder;
        this.sipPort = sipPort;
        this.limit = limit;
    }

    /** The demo company's queue. */
    JsonNode queue() {
        return found("/queues?search=" + QUEUE, "number", QUEUE).orElseThrow(() -> new Refusal(
                "The demo company has no queue " + QUEUE + ": make one, or begin anew with an empty data folder."));
    }

    /** Makes the line, the number that leads to the queue, and the way out for callbacks. */
    void openLine(Clock clock) {
        provider = SipProvider.start(ADDRESS, sipPort, clock);
        undo.push(provider::close);
        // What an earlier demonstration could not take away.
        found("/outbound-routes", "name", NAME).ifPresent(route -> api.delete("/outbound-routes/" + route.path("id").asString()));
        found("/numbers", "number", NUMBER).ifPresent(_ -> api.delete("/numbers/" + NUMBER));
        found("/trunks", "name", NAME).ifPresent(trunk -> api.delete("/trunks/" + trunk.path("id").asString()));
        String trunk = api.post("/trunks", Map.of("name", NAME, "kind", "ip", "host", provider.address(), "port", provider.port()))
                .path("id").asString();
        undo.push(() -> api.delete("/trunks/" + trunk));
        String route = api.post("/outbound-routes", Map.of("name", NAME, "patterns", List.of("+1202555"), "trunks", List.of(trunk)))
                .path("id").asString();
        undo.push(() -> api.delete("/outbound-routes/" + route));
        api.post("/numbers", Map.of("number", NUMBER, "name", NAME, "to", Map.of("kind", "queue", "number", QUEUE)));
        undo.push(() -> api.delete("/numbers/" + NUMBER));
    }

    /** Lets an agent begin to work. */
    void hire(DemoPlan.Member member, String queueName) {
        if (found("/extensions?search=" + member.number(), "number", member.number()).isEmpty()) {
            api.post("/extensions", Map.of("number", member.number(), "name", member.name()));
        }
        if (found("/agents?search=" + member.number(), "number", member.number()).isEmpty()) {
            api.post("/agents", Map.of("extension", member.number(), "queues", List.of(Map.of("queue", queueName))));
        }
        String devices = "/extensions/" + member.number() + "/devices";
        found(devices, "name", NAME).ifPresent(old -> api.delete(devices + "/" + old.path("id").asString()));
        JsonNode device = api.post(devices, Map.of("name", NAME));
        String id = device.path("id").asString();
        undo.push(() -> api.delete(devices + "/" + id));
        var account = new SipAccount(device.path("username").asString(), device.path("password").asString(), "127.0.0.1", sipPort);
        var phone = AgentPhone.start(account, folder.resolve("agent-" + member.number()), member.habits(), limit);
        undo.push(phone::close);
        phones.put(member.number(), phone);
        api.post("/agents/" + member.number() + "/sign-in", Map.of());
        undo.push(() -> api.post("/agents/" + member.number() + "/sign-out", null));
    }

    /** The agents' phones, by number. */
    Map<String, AgentPhone> phones() {
        return phones;
    }

    /** Waits until Asterisk knows the line, so that the first customer is not turned away. */
    void awaitLine() {
        boolean known = Await.until(PATIENCE,
                () -> found("/trunks", "name", NAME).filter(trunk -> trunk.path("health").asString().equals("reachable")).isPresent());
        if (!known) {
            throw new Refusal("Asterisk does not reach the demonstration's line at " + ADDRESS + ".");
        }
    }

    /** Whether what was made is being taken away, as by Ctrl-C. */
    boolean isClosed() {
        return closed.get();
    }

    private Optional<JsonNode> found(String path, String key, String value) {
        return api.get(path).path("items").valueStream().filter(item -> item.path(key).asString("").equals(value)).findFirst();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        RuntimeException first = null;
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException e) {
                // The rest is to be taken away all the same.
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}

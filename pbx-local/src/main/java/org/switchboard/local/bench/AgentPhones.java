package org.switchboard.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.SipMessage;

/**
 * Agents who answer at once, talk for some seconds, and hang up. On their wire is measured how long an agent is free: from the BYE that the phone sends
 * to the next INVITE that reaches it.
 */
final class AgentPhones extends SipSocket {

    private static final int SHORTEST_TALK_MS = 5_000;
    private static final int LONGEST_TALK_MS = 15_000;

    private final Map<String, Talk> talks = new ConcurrentHashMap<>();
    private final Map<String, Long> freeSince = new ConcurrentHashMap<>();
    private final List<Double> waits = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("agents-hang-up").daemon().factory());
    private int twice;
    private boolean measuring;

    /** A talk that an agent has. */
    private record Talk(String agent, SipMessage invite, String tag) {
    }

    AgentPhones(int port, int pbxPort) {
        super("127.0.0.1", port, pbxPort, "agents");
        begin();
    }

    /** Forgets what was measured, and begins or ends measuring. */
    synchronized void measure(boolean on) {
        measuring = on;
        if (on) {
            waits.clear();
            freeSince.clear();
            twice = 0;
        }
    }

    /** How long agents were free. */
    synchronized Latencies times() {
        return Latencies.of(waits.stream().mapToDouble(Double::doubleValue));
    }

    /** How often an agent was called who was on the phone. */
    synchronized int twice() {
        return twice;
    }

    int talking() {
        return talks.size();
    }

    @Override
    void take(SipMessage message, long at) {
        var call = message.callId();
        if (message.isRequest("INVITE")) {
            invited(message, call, at);
        } else if (message.isRequest("ACK")) {
            var talk = talks.get(call);
            if (talk != null) {
                timer.schedule(() -> hangUp(call), ThreadLocalRandom.current().nextInt(SHORTEST_TALK_MS, LONGEST_TALK_MS), TimeUnit.MILLISECONDS);
            }
        } else if (message.isRequest("BYE") || message.isRequest("CANCEL")) {
            reply(message, "200 OK", "a", "");
            talks.remove(call);
        } else if (message.isRequest("OPTIONS") || message.isRequest("UPDATE")) {
            reply(message, "200 OK", "a", "");
        }
    }

    private void invited(SipMessage invite, String call, long at) {
        var known = talks.get(call);
        if (known == null) {
            var line = invite.startLine();
            var agent = line.substring(line.indexOf("sip:") + 4, line.indexOf('@'));
            synchronized (this) {
                var since = freeSince.remove(agent);
                if (since != null && measuring) {
                    waits.add((at - since) / 1e6);
                }
                if (talks.values().stream().anyMatch(talk -> talk.agent().equals(agent))) {
                    twice++;
                }
            }
            talks.put(call, new Talk(agent, invite, "a" + at));
            reply(invite, "180 Ringing", "a" + at, "");
            reply(invite, "200 OK", "a" + at, SDP);
        } else {
            reply(invite, "200 OK", known.tag(), SDP);
        }
    }

    private void hangUp(String call) {
        var talk = talks.remove(call);
        if (talk == null) {
            return;
        }
        var invite = talk.invite();
        var bye = "BYE " + uri(invite.header("Contact").orElse("")) + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + address() + ":" + port() + ";branch=z9hG4bK" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: " + invite.header("To").orElse("") + ";tag=" + talk.tag() + "\r\n"
                + "To: " + invite.header("From").orElse("") + "\r\n"
                + "Call-ID: " + call + "\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n";
        freeSince.put(talk.agent(), System.nanoTime());
        send(bye);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        super.close();
    }
}

package org.switchboard.local.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.switchboard.local.phone.SipMessage;

/** Callers from outside, as a provider without registration brings them: always equally many, each of whom calls again when the call is over. */
final class QueueCallers extends SipSocket {

    private static final int AGAIN_MS = 20;

    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("callers-call").daemon().factory());
    private final AtomicInteger serial = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final int pbxPort;
    private volatile String dialled = "";

    /** A caller's call; {@code ok} is the reply that answered it, null before. */
    private record Call(String invite, SipMessage ok) {
    }

    QueueCallers(String address, int pbxPort) {
        super(address, 0, pbxPort, "callers");
        this.pbxPort = pbxPort;
        begin();
    }

    /** Lets so many callers call, at a bearable pace. */
    void call(String number, int callers) {
        dialled = number;
        failed.set(0);
        for (int i = 0; i < callers; i++) {
            timer.schedule(this::invite, i * 20L, TimeUnit.MILLISECONDS);
        }
    }

    /** All hang up and call no more. */
    void stop() {
        dialled = "";
        calls.forEach((id, call) -> {
            if (call.ok() != null) {
                send(inDialog("BYE", call.ok(), 2));
            }
        });
    }

    int failed() {
        return failed.get();
    }

    int answered() {
        return (int) calls.values().stream().filter(call -> call.ok() != null).count();
    }

    int open() {
        return calls.size();
    }

    private void invite() {
        var number = dialled;
        if (number.isEmpty()) {
            return;
        }
        var id = "c" + serial.incrementAndGet() + "-" + Long.toHexString(System.nanoTime());
        var invite = "INVITE sip:" + number + "@127.0.0.1:" + pbxPort + " SIP/2.0\r\n" + via()
                + "From: <sip:+1212555" + (1000 + serial.get() % 9000) + "@" + address() + ">;tag=" + id + "\r\nTo: <sip:" + number + "@127.0.0.1>\r\nCall-ID: " + id
                + "\r\nCSeq: 1 INVITE\r\nContact: <sip:bench@" + address() + ":" + port() + ">\r\nContent-Type: application/sdp\r\nContent-Length: "
                + SDP.length() + "\r\n\r\n" + SDP;
        calls.put(id, new Call(invite, null));
        send(invite);
    }

    private String via() {
        return "Via: SIP/2.0/UDP " + address() + ":" + port() + ";branch=z9hG4bK" + Long.toHexString(ThreadLocalRandom.current().nextLong())
                + "\r\nMax-Forwards: 70\r\n";
    }

    private String inDialog(String method, SipMessage ok, int number) {
        return method + " " + uri(ok.header("Contact").orElse("")) + " SIP/2.0\r\n" + via() + "From: " + ok.header("From").orElse("") + "\r\nTo: "
                + ok.header("To").orElse("") + "\r\nCall-ID: " + ok.callId() + "\r\nCSeq: " + number + " " + method + "\r\nContent-Length: 0\r\n\r\n";
    }

    @Override
    void take(SipMessage message, long at) {
        var id = message.callId();
        var call = calls.get(id);
        if (message.status().isPresent()) {
            if (call != null && message.concerns("INVITE")) {
                answered(id, call, message, message.status().get());
            } else if (message.concerns("BYE")) {
                calls.remove(id);
            }
        } else if (message.isRequest("BYE")) {
            reply(message, "200 OK", "c", "");
            over(id);
        } else if (message.isRequest("INVITE")) {
            reply(message, "200 OK", id, SDP);
        } else if (!message.isRequest("ACK")) {
            reply(message, "200 OK", id, "");
        }
    }

    private void answered(String id, Call call, SipMessage message, int status) {
        if (status >= 300) {
            failed.incrementAndGet();
            send(inDialog("ACK", message, 1));
            over(id);
        } else if (status >= 200) {
            calls.put(id, new Call(call.invite(), message));
            send(inDialog("ACK", message, 1));
            if (dialled.isEmpty()) {
                send(inDialog("BYE", message, 2));
            }
        }
    }

    private void over(String id) {
        if (calls.remove(id) != null && !timer.isShutdown()) {
            timer.schedule(this::invite, AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        super.close();
    }
}

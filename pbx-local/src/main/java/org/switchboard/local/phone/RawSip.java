package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A bare UDP socket that speaks as much SIP as it is told: for what no decent phone sends, and for times finer than a
 * phone tells. Sends to 127.0.0.1 only. For one thread.
 */
public final class RawSip implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(8);
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final AtomicInteger serial = new AtomicInteger();
    private final String run = Long.toHexString(System.nanoTime());

    private RawSip(DatagramSocket socket, InetSocketAddress server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * How a REGISTER went.
     *
     * @param challenge the answer to the first REGISTER
     * @param last the answer to the one with the digest, or the challenge when there was none
     * @param challengeTime until the first answer
     * @param lastTime from the REGISTER with the digest to its answer; zero when there was none
     */
    public record Registration(SipMessage challenge, SipMessage last, Duration challengeTime, Duration lastTime) {

        /** The status that it came to. */
        public int finalStatus() {
            return last.status().orElseThrow();
        }

        /** Both answers without what differs from request to request: nonces, tags, ids, branches, ports and names. */
        public String shape() {
            return (challenge.text() + "\n" + last.text())
                    .replaceAll("(nonce|opaque)=\"[^\"]*\"", "$1=\"\"").replaceAll("tag=[^;\\s]+", "tag=")
                    .replaceAll("branch=[^;\\s]+", "branch=").replaceAll("(?m)^Call-ID:.*$", "Call-ID:")
                    .replaceAll("sip:[^@>]+@", "sip:@");
        }
    }

    /** Binds any free port. */
    public static RawSip open(int serverPort) {
        try {
            var loopback = InetAddress.getByName("127.0.0.1");
            var socket = new DatagramSocket(new InetSocketAddress(loopback, 0));
            return new RawSip(socket, new InetSocketAddress(loopback, serverPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port it is bound to. */
    public int localPort() {
        return socket.getLocalPort();
    }

    /** Sends a datagram as it is; each character is one byte. */
    public void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for options and waits for the answer, whatever it says: then all that was sent before has been read. */
    public SipMessage options() {
        String id = nextId();
        return ask(request("OPTIONS", "sip:127.0.0.1:" + server.getPort(), "sip:probe@127.0.0.1", "sip:probe@127.0.0.1", id, 1,
                "", ""), id, 1);
    }

    /** Registers with a digest, for a minute, with this socket as the contact. */
    public Registration register(String username, String password) {
        String uri = "sip:127.0.0.1:" + server.getPort();
        String self = "sip:" + username + "@127.0.0.1";
        String contact = "Contact: <sip:" + username + "@127.0.0.1:" + localPort() + ">\r\nExpires: 60\r\n";
        String id = nextId();
        long began = System.nanoTime();
        SipMessage challenge = ask(request("REGISTER", uri, self, self, id, 1, contact, ""), id, 1);
        var challengeTime = Duration.ofNanos(System.nanoTime() - began);
        if (challenge.status().filter(status -> status == 401).isEmpty()) {
            return new Registration(challenge, challenge, challengeTime, Duration.ZERO);
        }
        String authorization = "Authorization: "
                + Digest.answer(challenge.header("WWW-Authenticate").orElseThrow(), "REGISTER", uri, username, password) + "\r\n";
        began = System.nanoTime();
        SipMessage last = ask(request("REGISTER", uri, self, self, id, 2, contact + authorization, ""), id, 2);
        return new Registration(challenge, last, challengeTime, Duration.ofNanos(System.nanoTime() - began));
    }

    /**
     * Begins a call with a digest and leaves it at that.
     *
     * @param displayName goes before the address in From as it is
     * @return the first answer to the INVITE with the digest
     */
    public SipMessage invite(SipAccount account, String number, String displayName) {
        String uri = "sip:" + number + "@127.0.0.1:" + server.getPort();
        String from = displayName + " <sip:" + account.username() + "@127.0.0.1>";
        String contact = "Contact: <sip:" + account.username() + "@127.0.0.1:" + localPort() + ">\r\n";
        String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\n"
                + "a=rtpmap:8 PCMA/8000\r\n";
        String id = nextId();
        SipMessage challenge = ask(request("INVITE", uri, from, "<" + uri + ">", id, 1, contact, sdp), id, 1);
        send(request("ACK", uri, from, challenge.header("To").orElseThrow(), id, 1, "", ""));
        String authorization = "Authorization: " + Digest.answer(challenge.header("WWW-Authenticate").orElseThrow(), "INVITE",
                uri, account.username(), account.password()) + "\r\n";
        return ask(request("INVITE", uri, from, "<" + uri + ">", id, 2, contact + authorization, sdp), id, 2);
    }

    /**
     * Watches the state of an extension (RFC 4235) for a minute. The state itself comes by NOTIFY, see {@link #notified}.
     *
     * @return the answer to the SUBSCRIBE with the digest
     */
    public SipMessage subscribe(SipAccount account, String extension) {
        String uri = "sip:" + extension + "@127.0.0.1:" + server.getPort();
        String from = "<sip:" + account.username() + "@127.0.0.1>";
        String more = "Contact: <sip:" + account.username() + "@127.0.0.1:" + localPort()
                + ">\r\nEvent: dialog\r\nAccept: application/dialog-info+xml\r\nExpires: 60\r\n";
        String id = nextId();
        SipMessage challenge = ask(request("SUBSCRIBE", uri, from, "<" + uri + ">", id, 1, more, ""), id, 1);
        String authorization = "Authorization: " + Digest.answer(challenge.header("WWW-Authenticate").orElseThrow(), "SUBSCRIBE",
                uri, account.username(), account.password()) + "\r\n";
        return ask(request("SUBSCRIBE", uri, from, "<" + uri + ">", id, 2, more + authorization, ""), id, 2);
    }

    /** Waits for a NOTIFY that fits, accepting each on the way. */
    public SipMessage notified(Predicate<SipMessage> wanted) {
        while (true) {
            SipMessage news = await(m -> m.isRequest("NOTIFY"));
            send("SIP/2.0 200 OK\r\nVia: " + news.header("Via").orElseThrow() + "\r\nFrom: " + news.header("From").orElseThrow() + "\r\nTo: "
                    + news.header("To").orElseThrow() + "\r\nCall-ID: " + news.callId() + "\r\nCSeq: " + news.header("CSeq").orElseThrow()
                    + "\r\nContent-Length: 0\r\n\r\n");
            if (wanted.test(news)) {
                return news;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private String nextId() {
        return run + "-" + serial.incrementAndGet();
    }

    private String request(String method, String uri, String from, String to, String id, int sequence, String more, String sdp) {
        String sender = from.contains("<") ? from : "<" + from + ">";
        String target = to.contains("<") ? to : "<" + to + ">";
        return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + localPort() + ";rport;branch=z9hG4bK" + id + "-"
                + sequence + "\r\nMax-Forwards: 70\r\nFrom: " + sender + ";tag=" + id + "\r\nTo: " + target + "\r\nCall-ID: " + id
                + "\r\nCSeq: " + sequence + " " + method + "\r\n" + more + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp;
    }

    private SipMessage ask(String request, String id, int sequence) {
        send(request);
        return await(m -> m.callId().equals(id) && m.header("CSeq").orElse("").startsWith(sequence + " "));
    }

    private SipMessage await(Predicate<SipMessage> wanted) {
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (true) {
            try {
                socket.setSoTimeout((int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no answer within " + ANSWER_LIMIT, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var message = new SipMessage(Clock.systemUTC().instant(), false,
                    new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
            if (wanted.test(message)) {
                return message;
            }
        }
    }
}

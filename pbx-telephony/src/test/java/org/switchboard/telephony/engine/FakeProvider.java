package org.switchboard.telephony.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A provider at the other end of a trunk, which answers each INVITE with the same statuses, one right after the other. */
public final class FakeProvider implements AutoCloseable {

    /** Of its own, since a trunk's calls are known by their address. */
    public static final String HOST = "127.0.0.2";

    private final DatagramSocket socket;
    private final Thread worker = Thread.ofVirtual().unstarted(this::work);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile List<String> answers = List.of();
    private volatile InetSocketAddress called;
    private volatile String dialogue = "";
    private volatile int serial;

    /** Listens from now on. */
    public FakeProvider() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(HOST), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        worker.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Status lines such as {@code 486 Busy Here}; none to stay silent. */
    public void answersWith(String... statuses) {
        answers = List.of(statuses);
        received.clear();
    }

    /** All INVITEs so far, without those that were only sent again. */
    public List<String> invites() {
        return received.stream().filter(message -> message.startsWith("INVITE ")).distinct().toList();
    }

    public boolean got(String method) {
        return received.stream().anyMatch(message -> message.startsWith(method + " "));
    }

    public static String header(String message, String name) {
        var found = Pattern.compile("(?im)^" + name + ":\\s*(.*)$").matcher(message);
        return found.find() ? found.group(1).strip() : "";
    }

    /** Calls a number of ours; the call is acknowledged when it is answered. */
    public void calls(int port, String number, String callerNumber) {
        received.clear();
        serial = serial + 1;
        called = new InetSocketAddress("127.0.0.1", port);
        dialogue = "sip:" + number + "@127.0.0.1:" + port + "\n<sip:" + callerNumber + "@" + HOST + ">;tag=out" + serial;
        send("INVITE", 1, "", "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\n"
                + "a=rtpmap:8 PCMA/8000\r\n");
    }

    /** Ends the call that it made and that was answered. */
    public void hangsUp() {
        var answer = received.stream().filter(message -> message.startsWith("SIP/2.0 200") && header(message, "CSeq").contains("INVITE"))
                .findFirst().orElseThrow();
        send("BYE", 2, header(answer, "To"), "");
    }

    private void send(String method, int sequence, String to, String sdp) {
        var parts = dialogue.split("\n");
        var text = method + " " + parts[0] + " SIP/2.0\r\nVia: SIP/2.0/UDP " + HOST + ":" + port() + ";branch=z9hG4bK" + serial + method
                + "\r\nMax-Forwards: 70\r\nFrom: " + parts[1] + "\r\nTo: " + (to.isEmpty() ? "<" + parts[0] + ">" : to) + "\r\nCall-ID: made"
                + serial + port() + "\r\nCSeq: " + sequence + " " + method + "\r\nContact: <sip:provider@" + HOST + ":" + port() + ">\r\n"
                + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, called));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void work() {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
            while (!socket.isClosed()) {
                socket.receive(packet);
                take(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8), packet.getSocketAddress());
            }
        } catch (IOException e) {
            assert socket.isClosed() : e;
        }
    }

    private void take(String message, SocketAddress from) throws IOException {
        received.add(message.replace("\r\n", "\n"));
        switch (message.substring(0, message.indexOf(' '))) {
            case "INVITE" -> {
                for (var status : answers) {
                    answer(message, status, from);
                }
            }
            case "CANCEL" -> {
                answer(message, "200 OK", from);
                answer(message.replaceFirst("CSeq: (\\d+) CANCEL", "CSeq: $1 INVITE"), "487 Request Terminated", from);
            }
            case "SIP/2.0" -> {
                if (message.startsWith("SIP/2.0 200") && header(message.replace("\r\n", "\n"), "CSeq").contains("INVITE")) {
                    send("ACK", 1, header(message.replace("\r\n", "\n"), "To"), "");
                }
            }
            case "BYE", "OPTIONS" -> answer(message, "200 OK", from);
            default -> {
                // ACK and answers need no answer.
            }
        }
    }

    private void answer(String request, String status, SocketAddress to) throws IOException {
        var text = request.replace("\r\n", "\n");
        var sdp = request.startsWith("INVITE") && status.startsWith("200")
                ? "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n" : "";
        var reply = "SIP/2.0 " + status + "\r\nVia: " + header(text, "Via") + "\r\nFrom: " + header(text, "From") + "\r\nTo: "
                + header(text, "To") + (header(text, "To").contains("tag=") ? "" : ";tag=provider") + "\r\nCall-ID: " + header(text, "Call-ID")
                + "\r\nCSeq: " + header(text, "CSeq") + "\r\nContact: <sip:provider@" + HOST + ":" + port() + ">\r\n"
                + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp;
        var bytes = reply.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
        socket.close();
    }
}

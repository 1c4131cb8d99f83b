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
final class FakeProvider implements AutoCloseable {

    /** Of its own, since a trunk's calls are known by their address. */
    static final String HOST = "127.0.0.2";

    private final DatagramSocket socket;
    private final Thread worker = Thread.ofVirtual().unstarted(this::work);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile List<String> answers = List.of();

    FakeProvider() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(HOST), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        worker.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Status lines such as {@code 486 Busy Here}; none to stay silent. */
    void answersWith(String... statuses) {
        answers = List.of(statuses);
        received.clear();
    }

    /** All INVITEs so far, without those that were only sent again. */
    List<String> invites() {
        return received.stream().filter(message -> message.startsWith("INVITE ")).distinct().toList();
    }

    boolean got(String method) {
        return received.stream().anyMatch(message -> message.startsWith(method + " "));
    }

    static String header(String message, String name) {
        var found = Pattern.compile("(?im)^" + name + ":\\s*(.*)$").matcher(message);
        return found.find() ? found.group(1).strip() : "";
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

package org.switchboard.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.local.phone.SipMessage;

/** Many phones behind one UDP port of this machine: reads what comes, and writes the replies that all phones write alike. */
abstract class SipSocket implements AutoCloseable {

    /** Sound that nobody makes and nobody hears: what is measured is signalling. */
    static final String SDP = "v=0\r\no=bench 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress pbx;
    private final Thread reader;

    SipSocket(String address, int port, int pbxPort, String name) {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), port));
            socket.setReceiveBufferSize(4 << 20);
            pbx = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), pbxPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofPlatform().name(name).daemon().unstarted(this::read);
    }

    final void begin() {
        reader.start();
    }

    final String address() {
        return socket.getLocalAddress().getHostAddress();
    }

    final int port() {
        return socket.getLocalPort();
    }

    final void send(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, pbx));
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void read() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LARGEST);
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            long at = System.nanoTime();
            var text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (!text.isBlank()) {
                take(new SipMessage(Instant.EPOCH, false, text), at);
            }
        }
    }

    /** A message came, at that moment of {@link System#nanoTime()}. */
    abstract void take(SipMessage message, long at);

    /** A reply with what must be the same as in the request (RFC 3261 section 8.2.6.2). */
    final void reply(SipMessage request, String status, String tag, String sdp) {
        List<String> lines = new ArrayList<>();
        lines.add("SIP/2.0 " + status);
        request.headers("Via").forEach(via -> lines.add("Via: " + via));
        lines.add("From: " + request.header("From").orElse(""));
        var to = request.header("To").orElse("");
        lines.add("To: " + (to.contains(";tag=") ? to : to + ";tag=" + tag));
        lines.add("Call-ID: " + request.callId());
        lines.add("CSeq: " + request.header("CSeq").orElse(""));
        lines.add("Contact: <sip:bench@" + address() + ":" + port() + ">");
        if (!sdp.isEmpty()) {
            lines.add("Content-Type: application/sdp");
        }
        send(String.join("\r\n", lines) + "\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp);
    }

    /** The URI of a header such as Contact. */
    static String uri(String header) {
        int begin = header.indexOf('<');
        return begin < 0 ? header : header.substring(begin + 1, header.indexOf('>', begin));
    }

    @Override
    public void close() {
        socket.close();
    }
}

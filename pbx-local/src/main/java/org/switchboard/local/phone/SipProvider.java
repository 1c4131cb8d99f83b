package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchboard.local.process.Await;

/**
 * A telephone company as a PBX sees it: takes registrations, calls in, and answers calls that go out as it is told, also as no
 * decent one would. SIP over UDP on an address of its own, so that several can be told apart by address; sound is A-law.
 */
public final class SipProvider implements AutoCloseable {

    private static final int LARGEST = 65_535;
    private static final String REALM = "provider.example";
    private static final Pattern QUOTED = Pattern.compile("(\\w+)=\"?([^\",]*)\"?");

    private final DatagramSocket socket;
    private final InetSocketAddress pbx;
    private final InstantSource clock;
    private final List<SipMessage> received = new CopyOnWriteArrayList<>();
    private final Map<String, ProviderCall> calls = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, String> contacts = new ConcurrentHashMap<>();
    private final AtomicInteger serial = new AtomicInteger();
    private final String run = Long.toHexString(System.nanoTime());
    private final Thread reader = Thread.ofPlatform().name("provider").daemon().unstarted(this::read);
    private volatile ProviderManner manner = ProviderManner.ANSWER;
    private volatile boolean dead;

    private SipProvider(DatagramSocket socket, InetSocketAddress pbx, InstantSource clock) {
        this.socket = socket;
        this.pbx = pbx;
        this.clock = clock;
    }

    /**
     * Opens for business.
     *
     * @param address a loopback address such as {@code 127.0.0.2}
     * @param pbxPort the PBX's SIP port on 127.0.0.1
     * @param clock   what time messages came
     */
    public static SipProvider start(String address, int pbxPort, InstantSource clock) {
        if (!address.startsWith("127.")) {
            throw new IllegalArgumentException("a provider of tests stays on this machine");
        }
        try {
            var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
            var provider = new SipProvider(socket, new InetSocketAddress(InetAddress.getByName("127.0.0.1"), pbxPort), clock);
            provider.reader.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    public String address() {
        return socket.getLocalAddress().getHostAddress();
    }

    /** Its SIP port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Lets an account register, with this password. */
    public void account(String username, String password) {
        passwords.put(username, password);
    }

    /** How calls that come to it are answered from now on. */
    public void behave(ProviderManner wanted) {
        manner = wanted;
    }

    /** Answers nothing at all from now on, or again. */
    public void dead(boolean now) {
        dead = now;
    }

    /** Whether an account is registered. */
    public boolean isRegistered(String username) {
        return contacts.containsKey(username);
    }

    /** All requests of a method that came, in order. */
    public List<SipMessage> requests(String method) {
        return received.stream().filter(message -> message.isRequest(method)).toList();
    }

    /** Calls that the PBX has sent out, in order, retransmissions once. */
    public List<ProviderCall> callsOut() {
        return calls.values().stream().filter(ProviderCall::isIncoming).sorted((a, b) -> a.invite().at().compareTo(b.invite().at())).toList();
    }

    /** Waits for one more call from the PBX than there were. */
    public ProviderCall awaitCall(int before, Duration atMost) {
        await(atMost, "a call from the PBX", () -> callsOut().size() > before);
        return callsOut().get(before);
    }

    /**
     * Calls a number of the PBX by its address.
     *
     * @param number in any form
     * @param from   the caller's number; empty for an anonymous one
     */
    public ProviderCall call(String number, String from) {
        return call("sip:" + number + "@127.0.0.1:" + pbx.getPort(), number, from, "");
    }

    /**
     * Calls over a registration: the request goes to the contact that the PBX has registered, the number stands in To.
     *
     * @param username the account
     * @param number   the number called
     * @param from     the caller's number; empty for an anonymous one
     */
    public ProviderCall callOver(String username, String number, String from) {
        return call(contacts.get(username), number, from, "");
    }

    /**
     * Calls with everything chosen.
     *
     * @param uri    where the request goes
     * @param to     user part of To
     * @param from   user part of From; empty for an anonymous caller
     * @param more   header lines, each ended by CRLF
     */
    public ProviderCall call(String uri, String to, String from, String more) {
        var call = ProviderCall.outgoing(this, run + "-" + serial.incrementAndGet(), uri, to, from, more);
        calls.put(call.id(), call);
        call.invite(clock.instant());
        return call;
    }

    void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            if (!dead) {
                socket.send(new DatagramPacket(bytes, bytes.length, pbx));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(Duration atMost, String what, BooleanSupplier condition) {
        if (!Await.until(atMost, condition)) {
            throw new AssertionError("not within " + atMost + ": " + what);
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
            var text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (!dead && !text.isBlank()) {
                take(new SipMessage(clock.instant(), false, text));
            }
        }
    }

    private void take(SipMessage message) {
        received.add(message);
        if (message.isRequest("REGISTER")) {
            register(message);
        } else if (message.isRequest("OPTIONS")) {
            send(reply(message, 200, "OK", "", ""));
        } else if (message.isRequest("INVITE") && !calls.containsKey(message.callId())) {
            var call = ProviderCall.incoming(this, message);
            calls.put(call.id(), call);
            manner.begin(call);
        } else if (calls.get(message.callId()) instanceof ProviderCall call) {
            call.take(message, manner);
        }
    }

    private void register(SipMessage message) {
        Map<String, String> proof = parts(message.header("Authorization").orElse(""));
        String username = proof.getOrDefault("username", "");
        String password = passwords.get(username);
        if (proof.isEmpty()) {
            send(reply(message, 401, "Unauthorized", "WWW-Authenticate: Digest realm=\"" + REALM + "\", nonce=\"" + run + "\", qop=\"auth\", algorithm=MD5\r\n", ""));
        } else if (password == null || !Digest.isRight(proof, "REGISTER", Digest.ha1(username, REALM, password))) {
            send(reply(message, 403, "Forbidden", "", ""));
        } else {
            String contact = message.header("Contact").orElse("");
            boolean leaves = contact.contains("expires=0") || message.header("Expires").orElse("").equals("0");
            if (leaves || contact.equals("*")) {
                contacts.remove(username);
            } else {
                contacts.put(username, contact.substring(contact.indexOf('<') + 1, contact.indexOf('>')));
            }
            send(reply(message, 200, "OK", leaves ? "" : "Contact: " + contact + "\r\nExpires: 300\r\n", ""));
        }
    }

    private static Map<String, String> parts(String header) {
        var parts = new ConcurrentHashMap<String, String>();
        Matcher found = QUOTED.matcher(header);
        while (found.find()) {
            parts.put(found.group(1), found.group(2));
        }
        return parts;
    }

    /** A reply to a request: what must be the same in both is copied (RFC 3261 section 8.2.6.2). */
    String reply(SipMessage request, int status, String reason, String more, String sdp) {
        var lines = new ArrayList<String>();
        lines.add("SIP/2.0 " + status + " " + reason);
        request.headers("Via").forEach(via -> lines.add("Via: " + via));
        request.headers("Record-Route").forEach(route -> lines.add("Record-Route: " + route));
        lines.add("From: " + request.header("From").orElse(""));
        String to = request.header("To").orElse("");
        lines.add("To: " + (status == 100 || to.contains(";tag=") ? to : to + ";tag=" + run));
        lines.add("Call-ID: " + request.callId());
        lines.add("CSeq: " + request.header("CSeq").orElse(""));
        if (!sdp.isEmpty()) {
            lines.add("Content-Type: application/sdp");
        }
        return String.join("\r\n", lines) + "\r\n" + more + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp;
    }

    /** Where it is reached: header lines with its contact. */
    String contact() {
        return "Contact: <sip:provider@" + address() + ":" + port() + ">\r\n";
    }

    @Override
    public void close() {
        calls.values().forEach(ProviderCall::close);
        socket.close();
    }
}

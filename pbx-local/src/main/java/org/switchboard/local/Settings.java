package org.switchboard.local;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What may be chosen about a start.
 *
 * @param bind address that phones and browsers reach; 127.0.0.1 keeps all on this machine
 * @param httpPort the portal
 * @param sipPort SIP over UDP and TCP
 * @param sipTlsPort SIP over TLS
 * @param asteriskHttpPort Asterisk's REST interface and plain websocket, always on loopback
 * @param asteriskHttpsPort browser phones' websocket over TLS, on {@code bind}
 * @param amiPort Asterisk's manager interface, always on loopback
 * @param databasePort the embedded PostgreSQL, always on loopback; unused with {@code databaseUrl}
 * @param rtpFirst first port of sound, even
 * @param rtpLast last port of sound
 * @param databaseUrl another PostgreSQL to use, as a JDBC URL without credentials; empty: start an embedded one
 * @param databaseOwner user of that PostgreSQL who may create schema and roles
 * @param databaseOwnerPassword that user's password; empty for the embedded one, whose is generated
 * @param durable whether the embedded PostgreSQL waits for the disk; only tests do without
 */
public record Settings(String bind, int httpPort, int sipPort, int sipTlsPort, int asteriskHttpPort,
        int asteriskHttpsPort, int amiPort, int databasePort, int rtpFirst, int rtpLast, String databaseUrl,
        String databaseOwner, String databaseOwnerPassword, boolean durable) {

    /** Name of the embedded database, and of the role that owns it. */
    public static final String DATABASE = "switchboard";

    /** Settings for a test: free ports on 127.0.0.1, an embedded database that does not wait for the disk. */
    public static Settings forTest() {
        List<Integer> ports = Ports.free(7);
        int rtp = Ports.freeRange(200);
        return new Settings("127.0.0.1", ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4),
                ports.get(5), ports.get(6), rtp, rtp + 199, "", DATABASE, "", false);
    }

    /** Whether PostgreSQL is somebody else's. */
    public boolean externalDatabase() {
        return !databaseUrl.isEmpty();
    }

    /** JDBC URL of the database in use, without credentials. */
    public String jdbcUrl() {
        return externalDatabase() ? databaseUrl : "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + DATABASE;
    }

    /** An address of this machine that a phone or browser can use: {@code bind}, or for a wildcard a real one. */
    public String reachableAddress() {
        return wildcard() ? firstOutsideAddress() : bind;
    }

    /** Where a program on this machine reaches what listens on {@code bind}. */
    public String localAddress() {
        return wildcard() ? "127.0.0.1" : bind;
    }

    /** The portal's address as people type it. */
    public String portalUrl() {
        return "http://" + bracketed(reachableAddress()) + ":" + httpPort;
    }

    /** Asterisk's REST interface. */
    public String ariUrl() {
        return "http://127.0.0.1:" + asteriskHttpPort;
    }

    /** The websocket for browser phones: plain on this machine, over TLS from outside. */
    public String sipWebSocketUrl() {
        return loopback() ? "ws://127.0.0.1:" + asteriskHttpPort + "/ws"
                : "wss://" + bracketed(reachableAddress()) + ":" + asteriskHttpsPort + "/ws";
    }

    /** Whether only this machine can reach us. */
    public boolean loopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Refusal("The address " + bind + " is not known on this machine: give --bind an IP address.", e);
        }
    }

    private boolean wildcard() {
        return bind.equals("0.0.0.0") || bind.equals("::");
    }

    /** An IPv6 address needs brackets before a port (RFC 3986 section 3.2.2). */
    static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static String firstOutsideAddress() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .filter(address -> !(address instanceof Inet6Address)).map(InetAddress::getHostAddress)
                    .sorted().findFirst().orElse("127.0.0.1");
        } catch (SocketException e) {
            throw new Refusal("This machine's addresses cannot be read (" + e.getMessage()
                    + "): give one with --bind.", e);
        }
    }

    /** The choices as text, by the names of {@link SettingsOptions}; without passwords. */
    public Map<String, String> toMap() {
        return new TreeMap<>(Map.ofEntries(Map.entry("bind", bind), Map.entry("http-port", "" + httpPort),
                Map.entry("sip-port", "" + sipPort), Map.entry("sip-tls-port", "" + sipTlsPort),
                Map.entry("asterisk-http-port", "" + asteriskHttpPort),
                Map.entry("asterisk-https-port", "" + asteriskHttpsPort), Map.entry("ami-port", "" + amiPort),
                Map.entry("db-port", "" + databasePort), Map.entry("rtp-range", rtpFirst + "-" + rtpLast),
                Map.entry("db-url", databaseUrl), Map.entry("db-owner-user", databaseOwner)));
    }

    /** Keeps the choices for later commands. */
    public void save(Layout layout) {
        Layout.writePrivate(layout.settingsFile(), toMap().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining()));
    }
}

package org.switchboard.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports, and says in one sentence when a wanted one is taken. */
public final class Ports {

    /** Below the kernel's ephemeral range (32768 on Linux), so that no outgoing connection takes one meanwhile. */
    private static final int LOWEST = 21_100;
    private static final int HIGHEST = 32_000;
    /** Many more than a machine with most ports free ever needs. */
    private static final int MOST_TRIES = 1_000;

    private Ports() {
    }

    /**
     * @param count how many
     * @return distinct ports on 127.0.0.1 that were free for TCP and UDP a moment ago
     */
    public static List<Integer> free(int count) {
        var found = new ArrayList<Integer>();
        while (found.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!found.contains(port) && isFree("127.0.0.1", port)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    /**
     * @param count how many, in a row
     * @return the first of them, even (RFC 3550 section 11 wants RTP on even ports)
     */
    public static int freeRange(int count) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST / 2, (HIGHEST - count) / 2) * 2;
            boolean free = true;
            for (int port = first; free && port < first + count; port++) {
                free = isFree("127.0.0.1", port);
            }
            if (free) {
                return first;
            }
        }
        throw new Refusal("No " + count + " free ports in a row were found: end programs that hold many ports, and try again.");
    }

    /** Whether both a TCP and a UDP socket could be bound just now. */
    public static boolean isFree(String address, int port) {
        try (var tcp = new ServerSocket(); var udp = new DatagramSocket(null)) {
            var where = new InetSocketAddress(InetAddress.getByName(address), port);
            tcp.setReuseAddress(true);
            tcp.bind(where);
            udp.bind(where);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Refuses to go on when a port is taken.
     *
     * @param what whose port it is, as a person would say
     * @param flag the flag that chooses another
     */
    public static void requireFree(String address, int port, String what, String flag) {
        if (!isFree(address, port)) {
            throw new Refusal("Port " + port + " on " + address + ", wanted for " + what
                    + ", is in use by another program: end that, or choose another port with " + flag + ".");
        }
    }
}

package org.switchboard.telephony.trunk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the addresses of a host's name, by the machine's own resolver. */
@Component
public final class HostLookup {

    /**
     * Looks a name up.
     *
     * @param name a host's name
     * @return its addresses; empty when it has none
     */
    public List<String> addresses(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress).distinct().limit(Addresses.MOST).toList();
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }
}

package org.switchboard.telephony.trunk;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** Names and addresses of hosts as they are typed. Pure: nothing is looked up. */
final class Addresses {

    /** Most addresses and networks of a trunk. */
    static final int MOST = 50;

    /** The widest networks: a provider's, not half of the world. */
    private static final int WIDEST_IPV4 = 16;
    private static final int WIDEST_IPV6 = 32;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    /** RFC 1123 section 2.1; an underscore is not in it. The last label is not all digits, so that a wrong address is no name. */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}");

    private Addresses() {
    }

    /**
     * Whether it is a host's name or an address.
     *
     * @param text in small letters
     * @return false for URIs, ports, blanks and all else
     */
    static boolean isHost(String text) {
        return isAddress(text) || NAME.matcher(text).matches();
    }

    /**
     * Whether it is an address.
     *
     * @param text any text
     * @return true for IPv4 with four numbers, and for IPv6 without brackets and zone
     */
    static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || isIpv6(text);
    }

    /**
     * Whether it is an address, or a network of a provider's size.
     *
     * @param text any text
     * @return true for {@code 203.0.113.7}, {@code 203.0.113.0/28}, {@code 2001:db8::/48}
     */
    static boolean isNetwork(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || !isAddress(parts[0])) {
            return false;
        }
        if (parts.length == 1) {
            return true;
        }
        boolean ipv6 = isIpv6(parts[0]);
        return parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) >= (ipv6 ? WIDEST_IPV6 : WIDEST_IPV4)
                && Integer.parseInt(parts[1]) <= (ipv6 ? IPV6_BITS : IPV4_BITS);
    }

    private static boolean isIpv6(String text) {
        if (!IPV6.matcher(text).matches()) {
            return false;
        }
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}

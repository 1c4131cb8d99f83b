package org.switchboard.telephony.schedule.ical;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Tells addresses of the public internet from those of this machine and the networks around it, which whoever names a feed must
 * not reach through us (IANA's special-purpose address registries, RFC 6890).
 */
final class PublicAddresses {

    private PublicAddresses() {
    }

    /**
     * Whether anybody may reach an address.
     *
     * @param address any address
     * @return false for loopback, private, link-local, shared, documentation, benchmark, multicast and reserved addresses, and for
     *         IPv6 addresses in which such an IPv4 address is wrapped
     */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xFF;
        int second = four[1] & 0xFF;
        int third = four[2] & 0xFF;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublicSix(byte[] six) {
        int first = (six[0] & 0xFF) << 8 | six[1] & 0xFF;
        int second = (six[2] & 0xFF) << 8 | six[3] & 0xFF;
        if (first == 0x2002) {
            // 6to4 (RFC 3056).
            return isPublic(Arrays.copyOfRange(six, 2, 6));
        }
        if (first == 0x0064 && second == 0xFF9B) {
            // NAT64 (RFC 6052), and its local range (RFC 8215).
            return isZero(six, 4, 12) && isPublic(Arrays.copyOfRange(six, 12, 16));
        }
        // All that is given out lies in 2000::/3; not Teredo (2001::/32), ORCHID, benchmarks (2001:2::, 2001:10::/28, 2001:20::/28) and
        // documentation (2001:db8::/32, 3fff::/20).
        boolean special = first == 0x2001 && (second < 0x0030 || second == 0x0DB8) || first == 0x3FFF;
        return first >> 13 == 1 && !special;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The addresses of a host, all of them public.
     *
     * @param host a name or a literal address
     * @param allowed which addresses may be reached
     * @return at least one address
     * @throws UnknownHostException when there is none
     * @throws ForbiddenAddress     when one of them may not be reached
     */
    static InetAddress[] resolve(String host, Predicate<InetAddress> allowed) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) {
                throw new ForbiddenAddress(host);
            }
        }
        return addresses;
    }

    /** Thrown where a name leads to an address that must not be reached. */
    static final class ForbiddenAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ForbiddenAddress(String host) {
            super(host);
        }
    }
}

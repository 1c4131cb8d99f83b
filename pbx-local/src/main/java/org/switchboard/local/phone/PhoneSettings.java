package org.switchboard.local.phone;

import java.util.List;

/**
 * One phone as it is set up.
 *
 * @param name what a test calls it; also the name of its folder
 * @param account where it registers
 * @param toneHz pitch of the tone it sends as its voice
 * @param codecs what it offers, best first
 * @param transport how its SIP messages travel
 * @param secureMedia whether it insists on SRTP with keys in SDP (RFC 4568)
 * @param maxCalls how many calls at once; one more is refused with 486
 */
public record PhoneSettings(String name, SipAccount account, int toneHz, List<Codec> codecs, Transport transport,
                            boolean secureMedia, int maxCalls) {

    /** Copies the list. */
    public PhoneSettings {
        codecs = List.copyOf(codecs);
    }

    /** A plain phone: UDP, G.711 A-law, room for four calls. */
    public static PhoneSettings plain(String name, SipAccount account, int toneHz) {
        return new PhoneSettings(name, account, toneHz, List.of(Codec.PCMA), Transport.UDP, false, 4);
    }

    /** The same phone with other codecs. */
    public PhoneSettings withCodecs(Codec... other) {
        return new PhoneSettings(name, account, toneHz, List.of(other), transport, secureMedia, maxCalls);
    }

    /** The same phone over TLS with SRTP; the account must have the TLS port. */
    public PhoneSettings secured() {
        return new PhoneSettings(name, account, toneHz, codecs, Transport.TLS, true, maxCalls);
    }

    /** The same phone over TCP. */
    public PhoneSettings overTcp() {
        return new PhoneSettings(name, account, toneHz, codecs, Transport.TCP, secureMedia, maxCalls);
    }

    /** The same phone with room for another number of calls. */
    public PhoneSettings withMaxCalls(int other) {
        return new PhoneSettings(name, account, toneHz, codecs, transport, secureMedia, other);
    }
}

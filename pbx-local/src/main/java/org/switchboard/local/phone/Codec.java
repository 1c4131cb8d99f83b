package org.switchboard.local.phone;

/** The audio codecs a phone can be told to offer. */
public enum Codec {
    /** G.711 A-law. */
    PCMA("PCMA/8000/1"),
    /** G.711 mu-law. */
    PCMU("PCMU/8000/1"),
    /** G.722; RFC 3551 section 4.5.2 names its clock 8000, the sound has 16,000 samples a second. */
    G722("G722/16000/1"),
    /** Opus, RFC 7587. */
    OPUS("opus/48000/2");

    private final String baresipName;

    Codec(String baresipName) {
        this.baresipName = baresipName;
    }

    /** What baresip calls it in an account's {@code audio_codecs}. */
    public String baresipName() {
        return baresipName;
    }

    /** The name in an SDP {@code rtpmap} attribute (RFC 4566 section 6), without the clock. */
    public String sdpName() {
        return baresipName.substring(0, baresipName.indexOf('/'));
    }
}

package org.switchboard.telephony.prompt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of sound file that are accepted. A file's content tells its kind; its name and declared type are not asked. */
public enum SoundType {

    /** RIFF WAVE. */
    WAV("wav"),
    /** MPEG-1 or -2, layer 3, with or without an ID3 tag before it. */
    MP3("mp3"),
    /** Vorbis in Ogg. */
    VORBIS("vorbis"),
    /** Opus in Ogg (RFC 7845). */
    OPUS("opus"),
    /** FLAC. */
    FLAC("flac");

    /** As many bytes of a file as are looked at. */
    static final int LOOKED_AT = 64;

    private final String sox;

    SoundType(String sox) {
        this.sox = sox;
    }

    /** What SoX calls it ({@code -t}). Given always, so that SoX never guesses, follows a playlist or starts a helper. */
    String sox() {
        return sox;
    }

    /**
     * Looks at the first bytes of a file.
     *
     * @param head up to {@value #LOOKED_AT} bytes
     * @return the kind; empty when it is none of these
     */
    public static Optional<SoundType> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(WAV);
        }
        if (text.startsWith("fLaC")) {
            return Optional.of(FLAC);
        }
        if (text.startsWith("OggS")) {
            return text.contains("OpusHead") ? Optional.of(OPUS) : text.contains("\u0001vorbis") ? Optional.of(VORBIS) : Optional.empty();
        }
        return text.startsWith("ID3") || isFrameOfLayer3(head) ? Optional.of(MP3) : Optional.empty();
    }

    // ISO 11172-3 section 2.4.1.3: eleven bits set, then version (01 is reserved) and layer (01 is layer III).
    private static boolean isFrameOfLayer3(byte[] head) {
        return head.length > 3 && (head[0] & 0xff) == 0xff && (head[1] & 0xe0) == 0xe0 && (head[1] & 0x18) != 0x08 && (head[1] & 0x06) == 0x02;
    }
}

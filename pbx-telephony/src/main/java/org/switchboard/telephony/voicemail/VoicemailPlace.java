package org.switchboard.telephony.voicemail;

/**
 * Where Asterisk keeps voicemail while it works with it. Its rows in the database carry this path.
 *
 * @param folder {@code <astspooldir>/voicemail/}, with the slash at the end; the same on every engine
 */
public record VoicemailPlace(String folder) {

    /** Adds a missing slash. */
    public VoicemailPlace {
        folder = folder.endsWith("/") ? folder : folder + "/";
    }
}

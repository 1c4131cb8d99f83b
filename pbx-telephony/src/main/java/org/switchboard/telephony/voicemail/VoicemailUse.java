package org.switchboard.telephony.voicemail;

/**
 * What is in a box.
 *
 * @param fresh    new messages
 * @param messages all messages
 * @param seconds  length of all messages together
 */
public record VoicemailUse(int fresh, int messages, int seconds) {

    /** An empty box. */
    public static final VoicemailUse NOTHING = new VoicemailUse(0, 0, 0);

    /**
     * Whether a caller is told that the box is full.
     *
     * @param box its limits
     * @return true when no message is taken
     */
    public boolean fills(VoicemailBox box) {
        return messages >= box.maxMessages() || seconds >= box.maxMinutes() * 60;
    }
}

package org.switchboard.telephony.voicemail;

/**
 * What can be changed about a message.
 *
 * @param heard whether it counts as heard; null means no
 */
public record VoicemailMessageDraft(Boolean heard) {

    /** Fills in the default. */
    public VoicemailMessageDraft {
        heard = heard != null && heard;
    }
}

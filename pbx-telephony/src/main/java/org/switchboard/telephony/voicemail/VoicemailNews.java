package org.switchboard.telephony.voicemail;

/** Hears what happens in the boxes, whoever did it: a caller, a listener, the portal. Must return quickly. */
public interface VoicemailNews {

    /**
     * A message came, was heard, moved or deleted.
     *
     * @param context the company's id
     * @param number  the box's number
     */
    void changed(String context, String number);

    /**
     * Other devices than before show a box.
     *
     * @param context the company's id
     * @param number  the box's number
     */
    void lampsMoved(String context, String number);

    /** Something may have happened that nobody told. */
    void anythingMayHaveHappened();
}

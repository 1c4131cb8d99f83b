package org.switchboard.telephony.voicemail;

import org.switchboard.telephony.ami.MessageLamps;

/**
 * Keeps lamps true where Asterisk does not notice by itself: it sees what happens by phone, but not what the portal or another
 * engine does to a box.
 *
 * @param lamps what to tell Asterisk with
 */
public record VoicemailLamps(MessageLamps lamps) implements VoicemailNews {

    @Override
    public void changed(String context, String number) {
        lamps.refresh(context, number);
    }

    @Override
    public void lampsMoved(String context, String number) {
        lamps.readLists(context, number);
    }

    @Override
    public void anythingMayHaveHappened() {
        lamps.readAll();
    }
}

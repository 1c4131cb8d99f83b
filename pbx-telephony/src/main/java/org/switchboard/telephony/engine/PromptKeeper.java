package org.switchboard.telephony.engine;

import java.util.UUID;

/** Keeps what somebody recorded by phone as a prompt of the company. */
@FunctionalInterface
public interface PromptKeeper {

    /**
     * Keeps a recording.
     *
     * @param tenantId  the company
     * @param actor     who recorded it: the extension's number
     * @param recording its name below Asterisk's recording directory, without the ending {@code .wav}; the file goes
     * @return whether it was kept
     */
    boolean keep(UUID tenantId, String actor, String recording);
}

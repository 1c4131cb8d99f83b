package org.switchboard.telephony.distribution;

import java.util.List;
import java.util.UUID;

/** Phones that ring for a caller, until one answers or it is said that none does. */
final class OpenOffer implements Sleeper {

    private final Alarm alarm = new Alarm(this);
    final long id;
    final UUID queueId;
    final List<Agent> agents;
    /** Null once the caller has gone. */
    Caller caller;
    /** Whether it has been told to stop. */
    boolean withdrawn;

    OpenOffer(long id, Caller caller, List<Agent> agents) {
        this.id = id;
        this.caller = caller;
        this.queueId = caller.line.rules.queueId();
        this.agents = agents;
    }

    @Override
    public Alarm alarm() {
        return alarm;
    }
}

package org.switchboard.telephony.distribution;

import java.util.List;

/** An offer as the referee knows one. */
final class RefereedOffer {

    final long id;
    RefereedCaller caller;
    final QueueRules rules;
    final List<RefereedAgent> agents;
    final long madeAt;
    final boolean callback;
    long withdrawnAt;

    RefereedOffer(long id, RefereedCaller caller, QueueRules rules, List<RefereedAgent> agents, long madeAt) {
        this.id = id;
        this.caller = caller;
        this.rules = rules;
        this.agents = agents;
        this.madeAt = madeAt;
        callback = caller.callback;
    }
}

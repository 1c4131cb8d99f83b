package org.switchboard.web.supervision;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.agentphone.AgentLampRepository;

/** What the lamp keys of agents' phones watch and dial, for pages. */
@Component("lampKeys")
public final class LampKeys {

    private final AgentLampRepository lamps;
    private final TransactionTemplate transaction;

    LampKeys(AgentLampRepository lamps, TransactionTemplate transaction) {
        this.lamps = lamps;
        this.transaction = transaction;
    }

    /**
     * The key of an agent's lamps, which is dialled behind {@code *45} and {@code *46}.
     *
     * @param agentId the agent
     * @return twenty digits; null when the company has no such agent
     */
    public String of(UUID agentId) {
        return transaction.execute(_ -> lamps.key(agentId)).orElse(null);
    }
}

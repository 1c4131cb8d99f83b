package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent, as seen at one moment.
 *
 * @param agentId       who
 * @param status        what he does
 * @param since         since when
 * @param until         when it ends by itself; null when it does not
 * @param signedIn      whether he is at work; false for one who signed out and still talks
 * @param paused        whether he is paused, or will be after the talk
 * @param setAsideUntil until when he is not asked for what he missed; null when he is
 * @param lastTalkEnded when his last talk ended; null when there was none
 * @param talksToday    talks since the company's midnight
 * @param offerId       the offer for which his phone rings; null when it does not
 */
public record AgentView(UUID agentId, AgentStatus status, Instant since, Instant until, boolean signedIn, boolean paused, Instant setAsideUntil,
                        Instant lastTalkEnded, int talksToday, Long offerId) {}

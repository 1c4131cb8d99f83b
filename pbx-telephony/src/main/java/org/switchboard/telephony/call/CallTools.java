package org.switchboard.telephony.call;

import java.time.InstantSource;
import org.switchboard.telephony.ari.AriClient;

/**
 * What every call works with.
 *
 * @param ari      how commands reach Asterisk
 * @param clock    what time it is
 * @param journal  where decisions are written down
 * @param patience how long to wait for news
 * @param threads  what calls live on
 */
public record CallTools(AriClient ari, InstantSource clock, StepJournal journal, CallPatience patience, CallThreads threads) {
}

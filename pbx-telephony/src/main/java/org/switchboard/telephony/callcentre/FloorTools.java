package org.switchboard.telephony.callcentre;

import java.time.InstantSource;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.call.CallThreads;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.queuelog.QueueLog;

/**
 * What every floor works with.
 *
 * @param ari           for looking at channels and for hanging up legs
 * @param clock         what time it is
 * @param threads       what floors live on
 * @param log           the record of events
 * @param memory        what outlives this process
 * @param registrations which phones are connected
 * @param sounds        what callers are played
 */
public record FloorTools(AriClient ari, InstantSource clock, CallThreads threads, QueueLog log, FloorMemory memory, Registrations registrations,
                         Sounds sounds) {
}

package org.switchboard.telephony.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * What would have come of a day.
 *
 * @param queueId        the queue
 * @param queueName      how it is called
 * @param day            the day that was played; null for made-up traffic
 * @param zone           the company's clock
 * @param begin          the first moment of the day
 * @param end            the moment after its last
 * @param serviceSeconds what counts as answered in time
 * @param targetPercent  how many percent should be
 * @param asItWas        the day as it was; null for made-up traffic
 * @param asItWouldBe    the day as it was played
 * @param agentsWere     who served the queue
 * @param agentsWouldBe  who would
 */
public record WhatIf(UUID queueId, String queueName, LocalDate day, ZoneId zone, Instant begin, Instant end, int serviceSeconds, int targetPercent,
                     SimulationResult asItWas, SimulationResult asItWouldBe, Set<UUID> agentsWere, Set<UUID> agentsWouldBe) {

    /** Keeps unchangeable copies. */
    public WhatIf {
        agentsWere = Set.copyOf(agentsWere);
        agentsWouldBe = Set.copyOf(agentsWouldBe);
    }
}

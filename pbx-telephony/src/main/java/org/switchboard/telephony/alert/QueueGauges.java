package org.switchboard.telephony.alert;

import java.util.List;
import java.util.UUID;

/** Measures queues. */
@FunctionalInterface
public interface QueueGauges {

    /**
     * Measures a company's queues now.
     *
     * @param tenantId the company
     * @return a gauge for each queue in which something was measured; the others are idle
     */
    List<QueueGauge> of(UUID tenantId);
}

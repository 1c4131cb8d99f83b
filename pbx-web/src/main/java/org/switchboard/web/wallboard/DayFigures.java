package org.switchboard.web.wallboard;

import java.util.UUID;

/** Tells a company's figures since local midnight. */
@FunctionalInterface
public interface DayFigures {

    /**
     * The figures as they are now.
     *
     * @param tenantId the company
     * @return the figures; what happened up to this moment is in them
     */
    Day of(UUID tenantId);
}

package org.switchboard.telephony.callcentre;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What of a floor outlives this process, besides what the channels carry themselves. */
public interface FloorMemory {

    /**
     * Where a company's agents were.
     *
     * @param tenantId the company
     * @return those who were ever signed in
     * @throws org.springframework.dao.DataAccessException when it cannot be read now
     */
    List<AgentMemoryRow> agents(UUID tenantId);

    /**
     * Keeps where an agent is. Never waits for the database.
     *
     * @param row the agent
     */
    void keep(AgentMemoryRow row);

    /**
     * The callers who waited or talked with an agent when the engine was last heard of.
     *
     * @param tenantId the company
     * @return their stays
     * @throws org.springframework.dao.DataAccessException when it cannot be read now
     */
    List<OpenStay> stays(UUID tenantId);

    /**
     * Keeps a stay that goes on. Never waits for the database.
     *
     * @param stay the stay
     */
    void keep(OpenStay stay);

    /**
     * Forgets a stay that is over. Never waits for the database.
     *
     * @param tenantId the company
     * @param visit    the stay
     */
    void forget(UUID tenantId, String visit);

    /**
     * A company's time zone, by which its day begins.
     *
     * @param tenantId the company
     * @return UTC for one that is not known
     * @throws org.springframework.dao.DataAccessException when it cannot be read now
     */
    ZoneId zone(UUID tenantId);
}

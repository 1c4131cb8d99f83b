package org.switchboard.telephony.engine;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.switchboard.telephony.callcentre.AgentMemoryRow;
import org.switchboard.telephony.callcentre.FloorMemory;
import org.switchboard.telephony.callcentre.OpenStay;

/** The memory of a call centre that a test looks into. */
final class FakeFloorMemory implements FloorMemory {

    private final Map<UUID, AgentMemoryRow> agents = new ConcurrentHashMap<>();
    private final Map<String, OpenStay> stays = new ConcurrentHashMap<>();

    @Override
    public List<AgentMemoryRow> agents(UUID tenantId) {
        return List.copyOf(agents.values());
    }

    @Override
    public void keep(AgentMemoryRow row) {
        agents.put(row.agentId(), row);
    }

    @Override
    public List<OpenStay> stays(UUID tenantId) {
        return List.copyOf(stays.values());
    }

    @Override
    public void keep(OpenStay stay) {
        stays.put(stay.stay().visit(), stay);
    }

    @Override
    public void forget(UUID tenantId, String visit) {
        stays.remove(visit);
    }

    @Override
    public ZoneId zone(UUID tenantId) {
        return ZoneId.of("Asia/Seoul");
    }
}

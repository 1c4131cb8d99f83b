package org.switchboard.telephony.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.switchboard.telephony.queue.CallerPriority;
import org.switchboard.telephony.queue.QueueSettings;

/**
 * Reads queues and their agents.
 *
 * @param rows reads the rows of the wanted companies
 */
record CallCentreRows(PlanRows rows) {

    void read(Map<UUID, PlanBuilder> builders) {
        queues(builders);
        agents(builders);
        rows.ofEach(builders, "select tenant_id, id, name, digit from pause_reason t", " order by digit", (row, builder) ->
                builder.add(new PlannedPauseReason(PlanRows.id(row, "id"), row.getString("name"), row.getString("digit"))));
        rows.ofEach(builders, "select tenant_id, id, matches, number, priority, note from caller_priority t", "", (row, builder) ->
                builder.add(new CallerPriority(PlanRows.id(row, "id"), CallerPriority.Matches.of(row.getString("matches")), row.getString("number"),
                        row.getInt("priority"), row.getString("note"))));
    }

    private void queues(Map<UUID, PlanBuilder> builders) {
        var tiers = new HashMap<UUID, TreeMap<Integer, Integer>>();
        rows.each("select tenant_id, queue_id, tier, opens_after_seconds from queue_tier t", "", row ->
                tiers.computeIfAbsent(PlanRows.id(row, "queue_id"), _ -> new TreeMap<>()).put(row.getInt("tier"), row.getInt("opens_after_seconds")));
        var demands = new HashMap<UUID, List<PlannedQueue.Demand>>();
        rows.each("select tenant_id, queue_id, skill_id, level, relax_seconds from queue_skill t", " order by id", row ->
                demands.computeIfAbsent(PlanRows.id(row, "queue_id"), _ -> new ArrayList<>()).add(new PlannedQueue.Demand(
                        PlanRows.id(row, "skill_id"), row.getInt("level"), row.getInt("relax_seconds"))));
        rows.ofEach(builders, "select tenant_id, id, " + QueueSettings.COLUMNS + " from queue t", "", (row, builder) ->
                builder.add(queue(row, tiers, demands)));
    }

    private static PlannedQueue queue(ResultSet row, Map<UUID, TreeMap<Integer, Integer>> tiers,
                                      Map<UUID, List<PlannedQueue.Demand>> demands) throws SQLException {
        var id = PlanRows.id(row, "id");
        var settings = QueueSettings.read(row);
        return new PlannedQueue(id, settings.name(), settings.number(), settings.priority(), settings.agingSeconds(), settings.offers(),
                settings.limits(), settings.sounds(), settings.callback(), settings.goal(), settings.alerts(), settings.recording(),
                tiers.getOrDefault(id, new TreeMap<>()), demands.getOrDefault(id, List.of()));
    }

    private void agents(Map<UUID, PlanBuilder> builders) {
        var skills = new HashMap<UUID, Map<UUID, Integer>>();
        rows.each("select tenant_id, agent_id, skill_id, level from agent_skill t", "", row ->
                skills.computeIfAbsent(PlanRows.id(row, "agent_id"), _ -> new HashMap<>()).put(PlanRows.id(row, "skill_id"), row.getInt("level")));
        var memberships = new HashMap<UUID, List<PlannedAgent.Membership>>();
        rows.each("select tenant_id, queue_id, agent_id, tier, position from queue_agent t", " order by queue_id", row ->
                memberships.computeIfAbsent(PlanRows.id(row, "agent_id"), _ -> new ArrayList<>()).add(new PlannedAgent.Membership(
                        PlanRows.id(row, "queue_id"), row.getInt("tier"), row.getInt("position"))));
        rows.ofEach(builders, "select tenant_id, id, name, number, user_id, extension_id from agent t", "", (row, builder) -> {
            var id = PlanRows.id(row, "id");
            builder.add(new PlannedAgent(id, row.getString("name"), row.getString("number"), PlanRows.id(row, "user_id"),
                    PlanRows.id(row, "extension_id"), skills.getOrDefault(id, Map.of()), memberships.getOrDefault(id, List.of())));
        });
    }
}

package org.switchboard.telephony.queue;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what belongs to a queue besides its own row. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class QueuePartRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public QueuePartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who serves a queue.
     *
     * @param queueId the queue
     * @return by tier, then in the queue's own order
     */
    public List<QueueAgent> agents(UUID queueId) {
        return jdbc.sql("""
                select a.id, a.number, a.name, m.tier, m.position
                  from queue_agent m join agent a on a.tenant_id = m.tenant_id and a.id = m.agent_id
                 where m.queue_id = :queueId order by m.tier, m.position, a.name, a.number""")
                .param("queueId", queueId)
                .query((row, number) -> new QueueAgent(row.getObject("id", UUID.class), row.getString("number"), row.getString("name"),
                        row.getInt("tier"), row.getInt("position")))
                .list();
    }

    /**
     * Lets an agent serve a queue, or changes how.
     *
     * @param tenantId the company
     * @param queueId  the queue
     * @param agent    a checked draft
     * @return false when the company has no such agent
     */
    public boolean putAgent(UUID tenantId, UUID queueId, QueueAgentDraft agent) {
        jdbc.sql("""
                insert into queue_agent (tenant_id, queue_id, agent_id, tier, position)
                select :tenantId, :queueId, a.id, :tier, :position from agent a where a.number = :agent
                on conflict (tenant_id, queue_id, agent_id) do update set tier = excluded.tier, position = excluded.position
                where (queue_agent.tier, queue_agent.position) is distinct from (excluded.tier, excluded.position)""")
                .param("tenantId", tenantId).param("queueId", queueId).param("agent", agent.agent()).param("tier", agent.tier())
                .param("position", agent.position()).update();
        return jdbc.sql("select exists (select from agent where number = :agent)").param("agent", agent.agent()).query(Boolean.class).single();
    }

    /**
     * Takes everybody out of a queue but some.
     *
     * @param queueId the queue
     * @param agents  numbers of those who stay
     */
    public void keepAgents(UUID queueId, List<String> agents) {
        jdbc.sql("""
                delete from queue_agent m using agent a
                 where m.queue_id = :queueId and a.tenant_id = m.tenant_id and a.id = m.agent_id and a.number <> all (:agents)""")
                .param("queueId", queueId).param("agents", agents.toArray(String[]::new)).update();
    }

    /**
     * When the tiers of a queue open.
     *
     * @param queueId the queue
     * @return in the order of the tiers
     */
    public List<QueueTier> tiers(UUID queueId) {
        return jdbc.sql("select tier, opens_after_seconds from queue_tier where queue_id = :queueId order by tier")
                .param("queueId", queueId)
                .query((row, number) -> new QueueTier(row.getInt("tier"), row.getInt("opens_after_seconds")))
                .list();
    }

    /**
     * Sets when the tiers of a queue open.
     *
     * @param tenantId the company
     * @param queueId  the queue
     * @param tiers    checked, no tier twice
     */
    public void setTiers(UUID tenantId, UUID queueId, List<QueueTier> tiers) {
        jdbc.sql("delete from queue_tier where queue_id = :queueId and tier <> all (:tiers)").param("queueId", queueId)
                .param("tiers", tiers.stream().map(QueueTier::tier).toArray(Integer[]::new)).update();
        for (QueueTier tier : tiers) {
            jdbc.sql("""
                    insert into queue_tier (tenant_id, queue_id, tier, opens_after_seconds) values (:tenantId, :queueId, :tier, :seconds)
                    on conflict (tenant_id, queue_id, tier) do update set opens_after_seconds = excluded.opens_after_seconds
                    where queue_tier.opens_after_seconds <> excluded.opens_after_seconds""")
                    .param("tenantId", tenantId).param("queueId", queueId).param("tier", tier.tier()).param("seconds", tier.opensAfterSeconds())
                    .update();
        }
    }

    /**
     * What a queue asks of its agents.
     *
     * @param queueId the queue
     * @return in the order of the skills' names
     */
    public List<QueueSkill> skills(UUID queueId) {
        return jdbc.sql("""
                select s.name, q.level, q.relax_seconds from queue_skill q join skill s on s.tenant_id = q.tenant_id and s.id = q.skill_id
                 where q.queue_id = :queueId order by s.name""")
                .param("queueId", queueId)
                .query((row, number) -> new QueueSkill(row.getString("name"), row.getInt("level"), row.getObject("relax_seconds", Integer.class)))
                .list();
    }

    /**
     * Asks a skill of a queue's agents, or changes how well they must know it.
     *
     * @param tenantId the company
     * @param queueId  the queue
     * @param skill    checked
     * @return false when the company has no such skill
     */
    public boolean putSkill(UUID tenantId, UUID queueId, QueueSkill skill) {
        jdbc.sql("""
                insert into queue_skill (tenant_id, queue_id, skill_id, level, relax_seconds)
                select :tenantId, :queueId, s.id, :level, :relaxSeconds from skill s where s.name = :skill
                on conflict (tenant_id, queue_id, skill_id) do update set level = excluded.level, relax_seconds = excluded.relax_seconds
                where (queue_skill.level, queue_skill.relax_seconds) is distinct from (excluded.level, excluded.relax_seconds)""")
                .param("tenantId", tenantId).param("queueId", queueId).param("skill", skill.skill()).param("level", skill.level())
                .param("relaxSeconds", skill.relaxSeconds()).update();
        return jdbc.sql("select exists (select from skill where name = :skill)").param("skill", skill.skill()).query(Boolean.class).single();
    }

    /**
     * Asks of a queue's agents no skills but some.
     *
     * @param queueId the queue
     * @param skills  names of those that stay
     */
    public void keepSkills(UUID queueId, List<String> skills) {
        jdbc.sql("""
                delete from queue_skill q using skill s
                 where q.queue_id = :queueId and s.tenant_id = q.tenant_id and s.id = q.skill_id and s.name <> all (:skills)""")
                .param("queueId", queueId).param("skills", skills.toArray(String[]::new)).update();
    }

    /**
     * How well the agents of a queue know what it asks for.
     *
     * @param queueId the queue
     * @return a row for each agent and skill asked for; level 0 for what an agent does not know
     */
    public List<Known> known(UUID queueId) {
        return jdbc.sql("""
                select m.agent_id, s.name as skill, coalesce(k.level, 0) as level
                  from queue_agent m
                  join queue_skill q on q.tenant_id = m.tenant_id and q.queue_id = m.queue_id
                  join skill s on s.tenant_id = q.tenant_id and s.id = q.skill_id
                  left join agent_skill k on k.tenant_id = m.tenant_id and k.agent_id = m.agent_id and k.skill_id = q.skill_id
                 where m.queue_id = :queueId order by m.agent_id, s.name""")
                .param("queueId", queueId)
                .query((row, number) -> new Known(row.getObject("agent_id", UUID.class), row.getString("skill"), row.getInt("level")))
                .list();
    }

    /**
     * How well an agent knows something.
     *
     * @param agentId the agent
     * @param skill   name of the skill
     * @param level   1 to 10; 0 for not at all
     */
    public record Known(UUID agentId, String skill, int level) {
    }
}

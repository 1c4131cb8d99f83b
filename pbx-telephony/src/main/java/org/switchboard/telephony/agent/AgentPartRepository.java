package org.switchboard.telephony.agent;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what agents know and serve. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class AgentPartRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public AgentPartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an agent knows.
     *
     * @param agentId the agent
     * @return in the order of the names
     */
    public List<AgentSkill> skills(UUID agentId) {
        return jdbc.sql("""
                select s.name, k.level from agent_skill k join skill s on s.tenant_id = k.tenant_id and s.id = k.skill_id
                 where k.agent_id = :agentId order by s.name""")
                .param("agentId", agentId).query((row, number) -> new AgentSkill(row.getString("name"), row.getInt("level"))).list();
    }

    /**
     * Says that an agent knows something, or how well.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param skill    checked
     * @return false when the company has no such skill
     */
    public boolean putSkill(UUID tenantId, UUID agentId, AgentSkill skill) {
        jdbc.sql("""
                insert into agent_skill (tenant_id, agent_id, skill_id, level)
                select :tenantId, :agentId, s.id, :level from skill s where s.name = :skill
                on conflict (tenant_id, agent_id, skill_id) do update set level = excluded.level where agent_skill.level <> excluded.level""")
                .param("tenantId", tenantId).param("agentId", agentId).param("skill", skill.skill()).param("level", skill.level()).update();
        return jdbc.sql("select exists (select from skill where name = :skill)").param("skill", skill.skill()).query(Boolean.class).single();
    }

    /**
     * Takes all skills from an agent but some.
     *
     * @param agentId the agent
     * @param skills  names of those that stay
     */
    public void keepSkills(UUID agentId, List<String> skills) {
        jdbc.sql("""
                delete from agent_skill k using skill s
                 where k.agent_id = :agentId and s.tenant_id = k.tenant_id and s.id = k.skill_id and s.name <> all (:skills)""")
                .param("agentId", agentId).param("skills", skills.toArray(String[]::new)).update();
    }

    /**
     * Which queues an agent serves.
     *
     * @param agentId the agent
     * @return in the order of the names
     */
    public List<AgentQueue> queues(UUID agentId) {
        return jdbc.sql("""
                select q.id, q.name, m.tier, m.position from queue_agent m join queue q on q.tenant_id = m.tenant_id and q.id = m.queue_id
                 where m.agent_id = :agentId order by q.name""")
                .param("agentId", agentId)
                .query((row, number) -> new AgentQueue(row.getObject("id", UUID.class), row.getString("name"), row.getInt("tier"), row.getInt("position")))
                .list();
    }

    /**
     * Lets an agent serve a queue, or changes how.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param queue    checked
     * @return false when the company has no such queue
     */
    public boolean putQueue(UUID tenantId, UUID agentId, AgentQueueDraft queue) {
        jdbc.sql("""
                insert into queue_agent (tenant_id, queue_id, agent_id, tier, position)
                select :tenantId, q.id, :agentId, :tier, :position from queue q where q.name = :queue
                on conflict (tenant_id, queue_id, agent_id) do update set tier = excluded.tier, position = excluded.position
                where (queue_agent.tier, queue_agent.position) is distinct from (excluded.tier, excluded.position)""")
                .param("tenantId", tenantId).param("agentId", agentId).param("queue", queue.queue()).param("tier", queue.tier())
                .param("position", queue.position()).update();
        return jdbc.sql("select exists (select from queue where name = :queue)").param("queue", queue.queue()).query(Boolean.class).single();
    }

    /**
     * Takes an agent out of all queues but some.
     *
     * @param agentId the agent
     * @param queues  names of those that stay
     */
    public void keepQueues(UUID agentId, List<String> queues) {
        jdbc.sql("""
                delete from queue_agent m using queue q
                 where m.agent_id = :agentId and q.tenant_id = m.tenant_id and q.id = m.queue_id and q.name <> all (:queues)""")
                .param("agentId", agentId).param("queues", queues.toArray(String[]::new)).update();
    }
}

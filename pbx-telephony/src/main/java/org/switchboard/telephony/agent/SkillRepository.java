package org.switchboard.telephony.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the skills. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class SkillRepository {

    private static final String SELECT = """
            select s.id, s.name, (select count(*) from agent_skill k where k.tenant_id = s.tenant_id and k.skill_id = s.id) as agents,
                   (select count(*) from queue_skill q where q.tenant_id = s.tenant_id and q.skill_id = s.id) as queues
              from skill s
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public SkillRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a skill.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code skill_name_key})
     */
    public UUID insert(UUID tenantId, SkillDraft draft) {
        return jdbc.sql("insert into skill (tenant_id, name) values (:tenantId, :name) returning id")
                .param("tenantId", tenantId).param("name", draft.name()).query(UUID.class).single();
    }

    /**
     * Gives a skill another name.
     *
     * @param id    the skill
     * @param draft a checked draft
     * @return whether there is one
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code skill_name_key})
     */
    public boolean update(UUID id, SkillDraft draft) {
        return jdbc.sql("update skill set name = :name where id = :id").param("id", id).param("name", draft.name()).update() == 1;
    }

    /**
     * Deletes a skill.
     *
     * @param id the skill
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when an agent has it ({@code agent_skill_skill_fkey}) or a queue asks
     *                                                                 for it ({@code queue_skill_skill_fkey})
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from skill where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a skill.
     *
     * @param id the skill
     * @return the skill, or empty
     */
    public Optional<Skill> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = :id").param("id", id).query(SkillRepository::skill).optional();
    }

    /**
     * All skills.
     *
     * @return in the order of their names
     */
    public List<Skill> all() {
        return jdbc.sql(SELECT + "order by s.name").query(SkillRepository::skill).list();
    }

    private static Skill skill(ResultSet row, int number) throws SQLException {
        return new Skill(row.getObject("id", UUID.class), row.getString("name"), row.getInt("agents"), row.getInt("queues"));
    }
}

package org.switchboard.telephony.ringgroup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the ring groups. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class RingGroupRepository {

    private static final String COLUMNS =
            "id, tenant_id, name, number, strategy, ring_seconds, skip_busy, confirm_outside, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public RingGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a group, without members and way out.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return the group as stored
     * @throws org.springframework.dao.DuplicateKeyException when the name ({@code ring_group_name_key}) or the number
     *                                                       ({@code flow_node_number_key}) is taken
     */
    public RingGroup insert(UUID tenantId, RingGroupDraft draft) {
        return settings(jdbc.sql("""
                insert into ring_group (tenant_id, name, number, strategy, ring_seconds, skip_busy, confirm_outside)
                values (:tenantId, :name, :number, :strategy, :ringSeconds, :skipBusy, :confirmOutside) returning\s""" + COLUMNS), draft)
                .param("tenantId", tenantId)
                .query(RingGroupRepository::group)
                .single();
    }

    /**
     * Changes a group, but not its members and its way out.
     *
     * @param id    the group
     * @param draft a checked draft
     * @return the group as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name or the number is taken
     */
    public Optional<RingGroup> update(UUID id, RingGroupDraft draft) {
        return settings(jdbc.sql("""
                update ring_group set name = :name, number = :number, strategy = :strategy, ring_seconds = :ringSeconds,
                       skip_busy = :skipBusy, confirm_outside = :confirmOutside
                where id = :id returning\s""" + COLUMNS), draft)
                .param("id", id)
                .query(RingGroupRepository::group)
                .optional();
    }

    /**
     * Deletes a group with its members and its way out.
     *
     * @param id the group
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when something leads to it ({@code flow_exit_target_fkey})
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from ring_group where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a group, without members and way out.
     *
     * @param id the group
     * @return the group, or empty
     */
    public Optional<RingGroup> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from ring_group where id = :id").param("id", id).query(RingGroupRepository::group).optional();
    }

    /**
     * Finds a group, and keeps others from changing it until the transaction ends.
     *
     * @param id the group
     * @return the group without members and way out, or empty
     */
    public Optional<RingGroup> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from ring_group where id = :id for update").param("id", id)
                .query(RingGroupRepository::group).optional();
    }

    /**
     * Lists groups by their names.
     *
     * @param search part of a name or begin of a number; empty finds all
     * @param after  name after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the groups without members and ways out
     */
    public List<RingGroup> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from ring_group
                where name > :after and (:search = '' or starts_with(number, :search) or strpos(lower(name), lower(:search)) > 0)
                order by name limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(RingGroupRepository::group)
                .list();
    }

    /**
     * How many groups there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from ring_group").query(Integer.class).single();
    }

    /**
     * Who rings in a group.
     *
     * @param groupId the group
     * @return in order
     */
    public List<RingGroupMember> members(UUID groupId) {
        return jdbc.sql("""
                select e.number as extension, coalesce(e.name, m.outside_number) as name, m.outside_number, m.delay_seconds
                  from ring_group_member m left join extension e on e.tenant_id = m.tenant_id and e.id = m.extension_id
                 where m.group_id = :groupId order by m.position""")
                .param("groupId", groupId)
                .query((row, number) -> new RingGroupMember(row.getString("extension"), row.getString("name"), row.getString("outside_number"),
                        row.getInt("delay_seconds")))
                .list();
    }

    /**
     * Takes all members out of a group.
     *
     * @param groupId the group
     */
    public void removeMembers(UUID groupId) {
        jdbc.sql("delete from ring_group_member where group_id = :groupId").param("groupId", groupId).update();
    }

    /**
     * Adds a member to a group.
     *
     * @param tenantId the company
     * @param groupId  the group
     * @param position its place, from 1
     * @param member   a checked draft
     * @return false when the company has no such extension
     * @throws org.springframework.dao.DuplicateKeyException when it is a member already ({@code ring_group_member_key})
     */
    public boolean addMember(UUID tenantId, UUID groupId, int position, RingGroupMemberDraft member) {
        return jdbc.sql("""
                insert into ring_group_member (tenant_id, group_id, position, extension_id, outside_number, delay_seconds)
                select :tenantId, :groupId, :position, e.id, :outsideNumber, :delaySeconds
                  from (values (:extension::text)) as wanted (number) left join extension e on e.number = wanted.number
                 where e.id is not null or :outsideNumber::text is not null""")
                .param("tenantId", tenantId)
                .param("groupId", groupId)
                .param("position", position)
                .param("extension", member.extension())
                .param("outsideNumber", member.outsideNumber())
                .param("delaySeconds", member.delaySeconds())
                .update() == 1;
    }

    private static StatementSpec settings(StatementSpec statement, RingGroupDraft draft) {
        return statement.param("name", draft.name())
                .param("number", draft.number())
                .param("strategy", draft.strategy().value())
                .param("ringSeconds", draft.ringSeconds())
                .param("skipBusy", draft.skipBusy())
                .param("confirmOutside", draft.confirmOutside());
    }

    private static RingGroup group(ResultSet row, int number) throws SQLException {
        return new RingGroup(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                row.getString("number"), RingStrategy.of(row.getString("strategy")), row.getInt("ring_seconds"), row.getBoolean("skip_busy"),
                row.getBoolean("confirm_outside"), row.getObject("created_at", OffsetDateTime.class).toInstant(), List.of(), null);
    }
}

package org.switchboard.telephony.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the numbers that companies own. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class PhoneNumberRepository {

    private static final String COLUMNS = "id, tenant_id, number, name, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public PhoneNumberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a number, unless some company has it.
     *
     * @param tenantId the company
     * @param number   E.164
     * @param name     what it is for; may be empty
     * @return the number as stored; empty when it is taken, by whomever
     */
    public Optional<PhoneNumber> insert(UUID tenantId, String number, String name) {
        return jdbc.sql("""
                insert into phone_number (tenant_id, number, name) values (:tenantId, :number, :name)
                on conflict on constraint phone_number_key do nothing returning\s""" + COLUMNS)
                .param("tenantId", tenantId)
                .param("number", number)
                .param("name", name)
                .query(PhoneNumberRepository::number)
                .optional();
    }

    /**
     * Changes what a number is for.
     *
     * @param id   the number
     * @param name what it is for
     * @return the number as stored, or empty when there is none
     */
    public Optional<PhoneNumber> rename(UUID id, String name) {
        return jdbc.sql("update phone_number set name = :name where id = :id returning " + COLUMNS)
                .param("name", name).param("id", id).query(PhoneNumberRepository::number).optional();
    }

    /**
     * Deletes a number.
     *
     * @param id the number
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when an extension shows it to callees
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from phone_number where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a number.
     *
     * @param number E.164
     * @return the number, or empty
     */
    public Optional<PhoneNumber> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from phone_number where number = :number")
                .param("number", number).query(PhoneNumberRepository::number).optional();
    }

    /**
     * Lists numbers in the order of their digits.
     *
     * @param search part of a name, or digits that are part of a number; empty finds all
     * @param digits the digits of what is searched, as the end of an E.164 number has them; empty looks at names only
     * @param after  number after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the numbers
     */
    public List<PhoneNumber> list(String search, String digits, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from phone_number
                where number > :after
                  and (:search = '' or strpos(lower(name), lower(:search)) > 0 or :digits <> '' and strpos(number, :digits) > 0)
                order by number limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("digits", digits)
                .param("limit", limit)
                .query(PhoneNumberRepository::number)
                .list();
    }

    /**
     * How many numbers there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from phone_number").query(Integer.class).single();
    }

    /**
     * What shows a number to callees.
     *
     * @param id     the number
     * @param number the same, E.164
     * @return names of extensions, trunks and outbound routes, in this order
     */
    public List<String> shownBy(UUID id, String number) {
        return jdbc.sql("""
                select 1 as kind, number || ' ' || name as name from extension where caller_id_number_id = :id
                union all select 2, name from trunk where caller_id = :number
                union all select 3, name from outbound_route where caller_id = :number
                order by 1, 2""")
                .param("id", id).param("number", number)
                .query((row, index) -> row.getString("name")).list();
    }

    private static PhoneNumber number(ResultSet row, int index) throws SQLException {
        return new PhoneNumber(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("number"),
                row.getString("name"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

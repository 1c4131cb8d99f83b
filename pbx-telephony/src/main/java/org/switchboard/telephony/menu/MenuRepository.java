package org.switchboard.telephony.menu;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the menus. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class MenuRepository {

    private static final String COLUMNS = """
            id, tenant_id, name, number, prompt_id, wrong_prompt_id, no_input_prompt_id, first_digit_seconds, next_digit_seconds, tries, \
            direct_dial, excluded, created_at""";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public MenuRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a menu, without its ways out.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return the menu as stored
     * @throws org.springframework.dao.DuplicateKeyException when the name ({@code menu_name_key}) or the number
     *                                                       ({@code flow_node_number_key}) is taken
     */
    public Menu insert(UUID tenantId, MenuDraft draft) {
        return settings(jdbc.sql("""
                insert into menu (tenant_id, name, number, prompt_id, wrong_prompt_id, no_input_prompt_id, first_digit_seconds,
                                  next_digit_seconds, tries, direct_dial, excluded)
                values (:tenantId, :name, :number, :promptId, :wrongPromptId, :noInputPromptId, :firstDigitSeconds,
                        :nextDigitSeconds, :tries, :directDial, :excluded) returning\s""" + COLUMNS), draft)
                .param("tenantId", tenantId)
                .query(MenuRepository::menu)
                .single();
    }

    /**
     * Changes a menu, but not its ways out.
     *
     * @param id    the menu
     * @param draft a checked draft
     * @return the menu as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name or the number is taken
     */
    public Optional<Menu> update(UUID id, MenuDraft draft) {
        return settings(jdbc.sql("""
                update menu set name = :name, number = :number, prompt_id = :promptId, wrong_prompt_id = :wrongPromptId,
                       no_input_prompt_id = :noInputPromptId, first_digit_seconds = :firstDigitSeconds,
                       next_digit_seconds = :nextDigitSeconds, tries = :tries, direct_dial = :directDial, excluded = :excluded
                where id = :id returning\s""" + COLUMNS), draft)
                .param("id", id)
                .query(MenuRepository::menu)
                .optional();
    }

    /**
     * Deletes a menu with its ways out.
     *
     * @param id the menu
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when something leads to it ({@code flow_exit_target_fkey})
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from menu where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a menu, without its ways out.
     *
     * @param id the menu
     * @return the menu, or empty
     */
    public Optional<Menu> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from menu where id = :id").param("id", id).query(MenuRepository::menu).optional();
    }

    /**
     * Finds a menu, and keeps others from changing it until the transaction ends.
     *
     * @param id the menu
     * @return the menu without its ways out, or empty
     */
    public Optional<Menu> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from menu where id = :id for update").param("id", id).query(MenuRepository::menu).optional();
    }

    /**
     * Lists menus by their names.
     *
     * @param search part of a name or begin of a number; empty finds all
     * @param after  name after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the menus without their ways out
     */
    public List<Menu> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from menu
                where name > :after and (:search = '' or starts_with(number, :search) or strpos(lower(name), lower(:search)) > 0)
                order by name limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(MenuRepository::menu)
                .list();
    }

    /**
     * How many menus there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from menu").query(Integer.class).single();
    }

    /**
     * Extensions whose numbers begin with one of some digits.
     *
     * @param digits   first digits
     * @param excluded numbers that do not count
     * @return for each digit that has any, in order, how many there are and the lowest
     */
    public List<DirectDialClash> clashes(Collection<String> digits, List<String> excluded) {
        return jdbc.sql("""
                select left(number, 1) as digit, count(*) as extensions, min(number) as example
                  from extension where left(number, 1) = any(:digits) and number <> all(:excluded)
                 group by 1 order by 1""")
                .param("digits", digits.toArray(String[]::new))
                .param("excluded", excluded.toArray(String[]::new))
                .query((row, number) -> new DirectDialClash(row.getString("digit"), row.getInt("extensions"), row.getString("example")))
                .list();
    }

    private static StatementSpec settings(StatementSpec statement, MenuDraft draft) {
        return statement.param("name", draft.name())
                .param("number", draft.number())
                .param("promptId", draft.promptId())
                .param("wrongPromptId", draft.wrongPromptId())
                .param("noInputPromptId", draft.noInputPromptId())
                .param("firstDigitSeconds", draft.firstDigitSeconds())
                .param("nextDigitSeconds", draft.nextDigitSeconds())
                .param("tries", draft.tries())
                .param("directDial", draft.directDial())
                .param("excluded", draft.excluded().toArray(String[]::new));
    }

    private static Menu menu(ResultSet row, int number) throws SQLException {
        return new Menu(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"), row.getString("number"),
                row.getObject("prompt_id", UUID.class), row.getObject("wrong_prompt_id", UUID.class), row.getObject("no_input_prompt_id", UUID.class),
                row.getInt("first_digit_seconds"), row.getInt("next_digit_seconds"), row.getInt("tries"), row.getBoolean("direct_dial"),
                texts(row.getArray("excluded")), row.getObject("created_at", OffsetDateTime.class).toInstant(), Map.of());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}

package org.switchboard.web.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.switchboard.web.security.Role;

/** SQL of the users. Runs inside a transaction, and sees the users of the scope: a tenant's, or the operator's own. */
@Repository
public class UserRepository {

    private static final String COLUMNS = "id, email, name, role, language, disabled, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a user.
     *
     * @param tenantId     the company; null for an operator
     * @param draft        a checked draft
     * @param passwordHash the encoded password
     * @return the user as stored
     * @throws org.springframework.dao.DuplicateKeyException when the address is in use ({@code app_user_email_key})
     */
    public User insert(UUID tenantId, UserDraft draft, String passwordHash) {
        return jdbc.sql("""
                insert into app_user (tenant_id, email, name, role, disabled, password_hash)
                values (:tenantId, :email, :name, :role, :disabled, :passwordHash) returning\s""" + COLUMNS)
                .param("tenantId", tenantId)
                .param("email", draft.email())
                .param("name", draft.name())
                .param("role", draft.role().key())
                .param("disabled", draft.disabled())
                .param("passwordHash", passwordHash)
                .query(UserRepository::user)
                .single();
    }

    /**
     * Changes a user's settings.
     *
     * @param id    the user
     * @param draft a checked draft
     * @return the user as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the address is in use ({@code app_user_email_key})
     */
    public Optional<User> update(UUID id, UserDraft draft) {
        return jdbc.sql("update app_user set email = :email, name = :name, role = :role, disabled = :disabled where id = :id returning " + COLUMNS)
                .param("email", draft.email())
                .param("name", draft.name())
                .param("role", draft.role().key())
                .param("disabled", draft.disabled())
                .param("id", id)
                .query(UserRepository::user)
                .optional();
    }

    /**
     * Replaces a password.
     *
     * @param id           the user
     * @param passwordHash the encoded password
     * @return whether there is such a user
     */
    public boolean updatePassword(UUID id, String passwordHash) {
        return jdbc.sql("update app_user set password_hash = :hash where id = :id").param("hash", passwordHash).param("id", id).update() == 1;
    }

    /**
     * Sets the language of a user's pages.
     *
     * @param id       the user
     * @param language {@code en}, {@code ko}, or null for the company's
     */
    public void updateLanguage(UUID id, String language) {
        jdbc.sql("update app_user set language = :language where id = :id").param("language", language).param("id", id).update();
    }

    /**
     * The encoded password.
     *
     * @param id the user
     * @return the hash, or empty when there is no such user
     */
    public Optional<String> passwordHash(UUID id) {
        return jdbc.sql("select password_hash from app_user where id = :id").param("id", id).query(String.class).optional();
    }

    /**
     * Deletes a user; an extension of theirs stays, and belongs to nobody then.
     *
     * @param id the user
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from app_user where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a user.
     *
     * @param id the user
     * @return the user, or empty
     */
    public Optional<User> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from app_user where id = :id").param("id", id).query(UserRepository::user).optional();
    }

    /**
     * Lists users in the order of their e-mail addresses.
     *
     * @param search part of a name or address; empty finds all
     * @param after  address after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the users
     */
    public List<User> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from app_user
                where email > :after
                  and (:search = '' or strpos(email, lower(:search)) > 0 or strpos(lower(name), lower(:search)) > 0)
                order by email limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(UserRepository::user)
                .list();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(row.getObject("id", UUID.class), row.getString("email"), row.getString("name"), Role.of(row.getString("role")),
                row.getString("language"), row.getBoolean("disabled"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

package org.switchboard.web.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.switchboard.web.security.Role;

/** SQL of the API's tokens. Runs inside a transaction of a tenant's scope or the operator's, and sees their tokens only. */
@Repository
public class ApiTokenRepository {

    private static final String COLUMNS = "id, tenant_id, name, role, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public ApiTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a token.
     *
     * @param tenantId the company; null for the operator's
     * @param name     what it is for
     * @param role     what it may do
     * @param hash     SHA-256 of the token
     * @return the token as stored
     */
    public ApiToken insert(UUID tenantId, String name, Role role, byte[] hash) {
        return jdbc.sql("insert into api_token (tenant_id, name, role, token_hash) values (:tenantId, :name, :role, :hash) returning " + COLUMNS)
                .param("tenantId", tenantId)
                .param("name", name)
                .param("role", role.key())
                .param("hash", hash)
                .query(ApiTokenRepository::token)
                .single();
    }

    /**
     * Lists tokens, oldest first.
     *
     * @param after id of the token after which to begin; null begins at the first. Ids grow with time (UUID version 7).
     * @param limit most rows to give
     * @return the tokens
     */
    public List<ApiToken> list(UUID after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from api_token where id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000') order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(ApiTokenRepository::token)
                .list();
    }

    /**
     * Finds a token by its id.
     *
     * @param id the token's id
     * @return the token, or empty
     */
    public Optional<ApiToken> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from api_token where id = :id").param("id", id).query(ApiTokenRepository::token).optional();
    }

    /**
     * Deletes a token.
     *
     * @param id the token's id
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from api_token where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds whose token was presented. Works in nobody's scope, through the one database function that may.
     *
     * @param hash SHA-256 of the presented token. Comparing hashes in an index leaks nothing that helps to guess a token.
     * @return who asks, or empty when there is no such token
     */
    public Optional<ApiCaller> findCaller(byte[] hash) {
        return jdbc.sql("select id, tenant_id, tenant_slug, name, role from find_api_token(:hash)")
                .param("hash", hash)
                .query((row, number) -> new ApiCaller(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class),
                        row.getString("tenant_slug"), row.getString("name"), Role.of(row.getString("role"))))
                .optional();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                Role.of(row.getString("role")), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

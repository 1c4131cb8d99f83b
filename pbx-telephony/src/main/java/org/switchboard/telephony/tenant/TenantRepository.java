package org.switchboard.telephony.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the tenants. Runs inside a transaction; what it sees depends on the {@link TenantScope}. */
@Repository
public class TenantRepository {

    private static final String COLUMNS = "id, slug, name, language, time_zone, country, outside_prefix, call_limit, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public TenantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a tenant.
     *
     * @param draft a checked draft
     * @return the tenant as stored
     * @throws org.springframework.dao.DuplicateKeyException when the slug is taken (constraint {@code tenant_slug_key})
     */
    public Tenant insert(TenantDraft draft) {
        return jdbc.sql("""
                insert into tenant (slug, name, language, time_zone, country, outside_prefix, call_limit)
                values (:slug, :name, :language, :timeZone, :country, :outsidePrefix, :callLimit) returning\s""" + COLUMNS)
                .paramSource(draft)
                .query(TenantRepository::tenant)
                .single();
    }

    /**
     * Changes everything but the slug.
     *
     * @param id    the tenant
     * @param draft a checked draft
     * @return the tenant as stored, or empty when it cannot be seen
     */
    public Optional<Tenant> update(UUID id, TenantDraft draft) {
        return jdbc.sql("""
                update tenant set name = :name, language = :language, time_zone = :timeZone, country = :country,
                       outside_prefix = :outsidePrefix, call_limit = :callLimit
                where id = :id returning\s""" + COLUMNS)
                .param("name", draft.name())
                .param("language", draft.language())
                .param("timeZone", draft.timeZone())
                .param("country", draft.country())
                .param("outsidePrefix", draft.outsidePrefix())
                .param("callLimit", draft.callLimit())
                .param("id", id)
                .query(TenantRepository::tenant)
                .optional();
    }

    /**
     * Finds a tenant by its id.
     *
     * @param id the tenant
     * @return the tenant, or empty when it cannot be seen
     */
    public Optional<Tenant> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from tenant where id = :id").param("id", id).query(TenantRepository::tenant).optional();
    }

    /**
     * Finds a tenant by its short name.
     *
     * @param slug the short name
     * @return the tenant, or empty when it cannot be seen
     */
    public Optional<Tenant> findBySlug(String slug) {
        return jdbc.sql("select " + COLUMNS + " from tenant where slug = :slug").param("slug", slug).query(TenantRepository::tenant).optional();
    }

    /**
     * Lists tenants in the order of their slugs.
     *
     * @param after slug after which to begin; null begins at the first
     * @param limit most rows to give
     * @return the tenants that can be seen
     */
    public List<Tenant> list(String after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from tenant where slug > :after order by slug limit :limit")
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(TenantRepository::tenant)
                .list();
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(row.getObject("id", UUID.class), row.getString("slug"), row.getString("name"), row.getString("language"),
                row.getString("time_zone"), row.getString("country"), row.getString("outside_prefix"),
                row.getObject("call_limit", Integer.class), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

package org.switchboard.web.api;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as its owner sees it: without row-level security. */
final class OwnersEyes {

    private final JdbcClient jdbc;

    OwnersEyes(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Everything a tenant has, to be compared with itself later.
     *
     * @param tenantId the tenant
     * @return all rows of all tables that the portal can write, as text
     */
    String everythingOf(UUID tenantId) {
        return Stream.of("app_user", "api_token", "extension", "device", "call", "config_change", "idempotent_reply")
                .map(table -> table + jdbc.sql("select to_jsonb(t)::text from " + table + " t where tenant_id = :id order by 1")
                        .param("id", tenantId).query(String.class).list())
                .collect(Collectors.joining("\n"))
                + jdbc.sql("select to_jsonb(t)::text from tenant t where id = :id").param("id", tenantId).query(String.class).list();
    }
}

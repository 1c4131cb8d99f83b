package org.switchboard.web.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether PostgreSQL answers the portal. Named {@code database} on the health page. */
@Component("databaseHealthIndicator")
final class DatabaseHealth implements HealthIndicator {

    private final JdbcClient jdbc;

    DatabaseHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("version", jdbc.sql("show server_version").query(String.class).single()).build();
        } catch (DataAccessException unreachable) {
            // The reason can hold host names and accounts; it is in the log, this page is for everybody.
            return Health.down().build();
        }
    }
}

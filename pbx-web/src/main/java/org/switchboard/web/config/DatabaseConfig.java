package org.switchboard.web.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.switchboard.telephony.tenant.BeforeCommit;
import org.switchboard.telephony.tenant.TenantTransactionManager;

/** Two pools: the portal's role, under row-level security, and the engine's, which pages never use. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfig {

    /** Bean name and qualifier of the engine's pool. */
    public static final String ENGINE = "engine";

    @Bean
    @Primary
    HikariDataSource webDataSource(DatabaseProperties database) {
        return pool("web", "pbx_web", database.url(), database.webPassword(), 16);
    }

    // Not a candidate for injection by type alone: a repository of the portal must never get the engine's role by accident.
    @Bean(name = ENGINE, defaultCandidate = false)
    HikariDataSource engineDataSource(DatabaseProperties database) {
        return pool("engine", "pbx_engine", database.url(), database.enginePassword(), 8);
    }

    @Bean
    TenantTransactionManager transactionManager(DataSource webDataSource, ObjectProvider<BeforeCommit> guards) {
        return new TenantTransactionManager(webDataSource, guards::orderedStream);
    }

    private static HikariDataSource pool(String name, String role, String url, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(role);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        // The portal starts even while the database is away, and says so on its health page.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}

package org.switchboard.telephony.cdr;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.local.LocalStack;
import org.switchboard.telephony.tenant.TenantTransactionManager;

/** Connections of each role to the database of a test. */
public final class Databases implements AutoCloseable {

    private final HikariDataSource owner;
    private final HikariDataSource engine;
    private final HikariDataSource web;

    /** Opens them. */
    public Databases(LocalStack stack) {
        owner = pool(stack, stack.settings().databaseOwner(), stack.ownerPassword());
        engine = pool(stack, "pbx_engine", stack.secrets().databaseEngine());
        web = pool(stack, "pbx_web", stack.secrets().databaseWeb());
    }

    private static HikariDataSource pool(LocalStack stack, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(stack.jdbcUrl());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(4);
        return pool;
    }

    public DataSource engine() {
        return engine;
    }

    public DataSource web() {
        return web;
    }

    public TransactionTemplate webTransactions() {
        return new TransactionTemplate(new TenantTransactionManager(web));
    }

    public UUID tenant(String slug) {
        UUID id = UUID.randomUUID();
        owner("insert into tenant (id, slug, name) values (?, ?, ?)", id, slug, slug);
        return id;
    }

    /** Runs a statement past row-level security. */
    public void owner(String sql, Object... values) {
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status ->
                new JdbcTemplate(owner).update(sql, values));
    }

    public <T> T ask(String sql, Class<T> type, Object... values) {
        return new JdbcTemplate(owner).queryForObject(sql, type, values);
    }

    @Override
    public void close() {
        owner.close();
        engine.close();
        web.close();
    }
}

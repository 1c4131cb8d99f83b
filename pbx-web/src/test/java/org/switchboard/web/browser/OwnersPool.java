package org.switchboard.web.browser;

import com.zaxxer.hikari.HikariDataSource;
import org.switchboard.local.LocalStack;

/** The database as its owner sees it, for what tests do behind the portal's back; signing in takes longer than most statements. */
public final class OwnersPool {

    private static final int MOST_CONNECTIONS = 4;

    private OwnersPool() {
    }

    /** Connections that are kept; whoever asks for them closes them before the stack. */
    public static HikariDataSource of(LocalStack stack) {
        var pool = new HikariDataSource();
        pool.setPoolName("owner");
        pool.setJdbcUrl(stack.jdbcUrl());
        pool.setUsername(stack.settings().databaseOwner());
        pool.setPassword(stack.ownerPassword());
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(0);
        return pool;
    }
}

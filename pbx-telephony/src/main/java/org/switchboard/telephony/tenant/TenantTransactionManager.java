package org.switchboard.telephony.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tells PostgreSQL, at the begin of each of the portal's transactions, who is asking. This is the one place where the
 * current tenant reaches the database; the settings end with the transaction, so a pooled connection carries nothing over.
 * Before a commit it lets those look who can still stop it.
 */
public final class TenantTransactionManager extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Stream<BeforeCommit>> guards;

    /**
     * Manages transactions that nobody looks at before they are committed.
     *
     * @param dataSource connections of a role that row-level security applies to
     */
    public TenantTransactionManager(DataSource dataSource) {
        this(dataSource, Stream::empty);
    }

    /**
     * Manages the transactions of the portal's database role.
     *
     * @param webDataSource connections of the role that row-level security applies to
     * @param guards        those who look at a transaction before it is committed; asked for each time, since they use
     *                      transactions themselves
     */
    public TenantTransactionManager(DataSource webDataSource, Supplier<Stream<BeforeCommit>> guards) {
        super(webDataSource);
        this.guards = guards;
    }

    /** {@inheritDoc} Work within another transaction is looked at when that one is committed. */
    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (status.isNewTransaction() && !status.isReadOnly()) {
            guards.get().forEach(BeforeCommit::check);
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        TenantScope scope = TenantScope.current();
        try (PreparedStatement settings = connection.prepareStatement(
                "select set_config('pbx.tenant', ?, true), set_config('pbx.operator', ?, true), set_config('pbx.actor', ?, true)")) {
            settings.setString(1, scope.tenantId() == null ? "" : scope.tenantId().toString());
            settings.setString(2, scope.isOperator() ? "on" : "off");
            settings.setString(3, scope.actor());
            settings.execute();
        }
    }
}

package org.switchboard.telephony.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL, at the begin of each of the portal's transactions, who is asking. This is the one place where the
 * current tenant reaches the database; the settings end with the transaction, so a pooled connection carries nothing over.
 */
public final class TenantTransactionManager extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;

    /**
     * Manages the transactions of the portal's database role.
     *
     * @param webDataSource connections of the role that row-level security applies to
     */
    public TenantTransactionManager(DataSource webDataSource) {
        super(webDataSource);
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

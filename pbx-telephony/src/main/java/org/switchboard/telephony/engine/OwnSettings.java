package org.switchboard.telephony.engine;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantTransactionManager;

/**
 * What a phone may set for its own extension, with the engine's database role. The record of changes names the extension.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} when it cannot be stored now.
 */
final class OwnSettings {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OwnSettings(DataSource engine) {
        this.jdbc = JdbcClient.create(engine);
        this.transaction = new TransactionTemplate(new TenantTransactionManager(engine));
    }

    void doNotDisturb(UUID tenantId, UUID extensionId, String actor, boolean on) {
        in(tenantId, actor, () -> jdbc.sql("update extension set do_not_disturb = :on where tenant_id = :tenantId and id = :id")
                .param("on", on).param("tenantId", tenantId).param("id", extensionId).update());
    }

    /** Lets a way out lead somewhere, or nowhere when {@code to} is null; calls from outside then go the same way. */
    void forward(UUID tenantId, UUID extensionId, String actor, String exit, PlannedExit to) {
        in(tenantId, actor, () -> {
            jdbc.sql("delete from flow_exit where tenant_id = :tenantId and node_id = :id and exit in (:exit, 'outside_' || :exit)")
                    .param("tenantId", tenantId).param("id", extensionId).param("exit", exit).update();
            if (to != null) {
                jdbc.sql("""
                        insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id, to_value)
                        values (:tenantId, :id, :exit, :kind, :node, :value)""")
                        .param("tenantId", tenantId).param("id", extensionId).param("exit", exit)
                        .param("kind", to.kind().value()).param("node", to.nodeId()).param("value", to.value()).update();
            }
        });
    }

    private void in(UUID tenantId, String actor, Runnable statements) {
        TenantScope.tenant(tenantId, actor).run(() -> transaction.executeWithoutResult(_ -> statements.run()));
    }
}

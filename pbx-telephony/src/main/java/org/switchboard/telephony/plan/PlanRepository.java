package org.switchboard.telephony.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads plans from the database: as role {@code pbx_engine}, which sees every company, or within a transaction of one
 * company's scope, which then sees that company as it would be after the transaction.
 */
public final class PlanRepository implements PlanSource {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    /**
     * Makes a repository that reads within the transaction that is on.
     *
     * @param jdbc on the portal's data source
     */
    public PlanRepository(JdbcClient jdbc) {
        this(jdbc, TransactionOperations.withoutTransaction());
    }

    private PlanRepository(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Makes a repository that reads each time over one connection, and all tables as they were at one moment: a change between
     * two statements must not make a plan that never was.
     *
     * @param engine connections as role {@code pbx_engine}
     * @return the repository
     */
    public static PlanRepository ofMoments(DataSource engine) {
        var snapshot = new TransactionTemplate(new DataSourceTransactionManager(engine));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new PlanRepository(JdbcClient.create(engine), snapshot);
    }

    @Override
    public Map<UUID, TenantPlan> loadAll() {
        return transaction.execute(_ -> read(new PlanRows(jdbc, null)));
    }

    @Override
    public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
        return transaction.execute(_ -> read(new PlanRows(jdbc, tenantIds.toArray(UUID[]::new))));
    }

    private static Map<UUID, TenantPlan> read(PlanRows rows) {
        var builders = new HashMap<UUID, PlanBuilder>();
        rows.companies().forEach(company -> builders.put(company.id(), new PlanBuilder(company)));
        rows.extensions(builders);
        rows.numbersAndTrunks(builders);
        rows.flows(builders);
        new ScheduleRows(rows).read(builders);
        new CallCentreRows(rows).read(builders);
        new RecordingRows(rows).read(builders);
        var plans = HashMap.<UUID, TenantPlan>newHashMap(builders.size());
        builders.forEach((id, builder) -> plans.put(id, builder.build()));
        return plans;
    }
}

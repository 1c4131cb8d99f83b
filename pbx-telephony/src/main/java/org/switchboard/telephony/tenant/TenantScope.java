package org.switchboard.telephony.tenant;

import java.util.Objects;
import java.util.UUID;

/**
 * Who is asking: one tenant, the operator, or nobody. Bound to the running code with {@link #run} or {@link #call}, and
 * carried into each database transaction by {@link TenantTransactionManager}, where row-level security obeys it.
 */
public final class TenantScope {

    private static final ScopedValue<TenantScope> CURRENT = ScopedValue.newInstance();
    private static final TenantScope NOBODY = new TenantScope(null, false, "");

    private final UUID tenantId;
    private final boolean operator;
    private final String actor;

    private TenantScope(UUID tenantId, boolean operator, String actor) {
        this.tenantId = tenantId;
        this.operator = operator;
        this.actor = Objects.requireNonNull(actor);
    }

    /**
     * The scope of one tenant: its rows can be seen and changed, and no others.
     *
     * @param tenantId the tenant
     * @param actor    who acts, as the record of changes shall name them (an e-mail address, a token's name)
     * @return the scope
     */
    public static TenantScope tenant(UUID tenantId, String actor) {
        return new TenantScope(Objects.requireNonNull(tenantId), false, actor);
    }

    /**
     * The scope of the operator: the list of tenants and the operator's own users and tokens, nothing inside a tenant.
     *
     * @param actor who acts
     * @return the scope
     */
    public static TenantScope operator(String actor) {
        return new TenantScope(null, true, actor);
    }

    /**
     * The scope of somebody who has not signed in: no row can be seen.
     *
     * @return the scope
     */
    public static TenantScope nobody() {
        return NOBODY;
    }

    /**
     * The scope that the running code is in.
     *
     * @return the innermost bound scope, or {@link #nobody()}
     */
    public static TenantScope current() {
        return CURRENT.orElse(NOBODY);
    }

    /**
     * Runs code in this scope.
     *
     * @param code what to run
     */
    public void run(Runnable code) {
        ScopedValue.where(CURRENT, this).run(code);
    }

    /**
     * Runs code in this scope and gives its result.
     *
     * @param code what to run
     * @param <R>  kind of result
     * @param <X>  what the code can throw
     * @return what the code returned
     * @throws X what the code threw
     */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> code) throws X {
        return ScopedValue.where(CURRENT, this).call(code);
    }

    /**
     * The tenant.
     *
     * @return its id; null for the operator and for nobody
     */
    public UUID tenantId() {
        return tenantId;
    }

    /**
     * The tenant, where there must be one.
     *
     * @return its id, never null
     * @throws IllegalStateException when the scope is not a tenant's: a fault of the program, not of its user
     */
    public UUID requireTenantId() {
        if (tenantId == null) {
            throw new IllegalStateException("this needs the scope of a tenant");
        }
        return tenantId;
    }

    /**
     * Whether the operator is asking.
     *
     * @return true in the operator's scope
     */
    public boolean isOperator() {
        return operator;
    }

    /**
     * Who acts, for the record of changes.
     *
     * @return a name; empty for nobody
     */
    public String actor() {
        return actor;
    }
}

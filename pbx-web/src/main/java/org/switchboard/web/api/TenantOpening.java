package org.switchboard.web.api;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantService;

/** Makes a tenant together with its first token, both or neither, so that a script never has a tenant it cannot enter. */
@Service
public final class TenantOpening {

    private final TenantService tenants;
    private final ApiTokenService tokens;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    /**
     * A tenant that was just made.
     *
     * @param tenant the tenant
     * @param token  its first token, of role admin
     */
    public record Opened(Tenant tenant, NewApiToken token) {
    }

    /**
     * Wires the service.
     *
     * @param tenants     makes the tenant
     * @param tokens      makes the token
     * @param transaction the portal's transactions
     * @param jdbc        the portal's database role
     */
    public TenantOpening(TenantService tenants, ApiTokenService tokens, TransactionTemplate transaction, JdbcClient jdbc) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * Makes a tenant and its first token. Needs the operator's scope.
     *
     * @param draft what the tenant shall be
     * @return both
     * @throws org.switchboard.telephony.input.InvalidInput when a field is wrong or the slug is taken
     */
    public Opened open(TenantDraft draft) {
        return transaction.execute(status -> {
            Tenant tenant = tenants.create(draft);
            // No other transaction can see this tenant yet, so its first row is written by going into it within this one. The
            // operator's rights stay behind; both end with the transaction, as TenantTransactionManager set them.
            jdbc.sql("select set_config('pbx.tenant', :tenant, true), set_config('pbx.operator', 'off', true)")
                    .param("tenant", tenant.id().toString())
                    .query((row, number) -> row.getString(1))
                    .single();
            NewApiToken token = tokens.createFirst(tenant.id(), "First token");
            jdbc.sql("select set_config('pbx.tenant', '', true), set_config('pbx.operator', 'on', true)")
                    .query((row, number) -> row.getString(1))
                    .single();
            return new Opened(tenant, token);
        });
    }
}

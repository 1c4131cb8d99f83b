package org.switchboard.web.operator;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.user.NewUser;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;

/** Makes a company together with its first admin, both or neither. */
@Component
public final class TenantOnboarding {

    private static final Map<String, String> ADMIN_FIELDS = Map.of("email", "adminEmail", "name", "adminName");

    private final TenantService tenants;
    private final UserService users;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    /**
     * Wires the component.
     *
     * @param tenants     makes the company
     * @param users       makes the admin
     * @param transaction the portal's transactions
     * @param jdbc        the portal's database role
     */
    public TenantOnboarding(TenantService tenants, UserService users, TransactionTemplate transaction, JdbcClient jdbc) {
        this.tenants = tenants;
        this.users = users;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * Makes both. Needs the operator's scope.
     *
     * @param draft what the company shall be
     * @param admin who runs it
     * @return the admin with a generated password
     * @throws InvalidInput when a field is wrong or taken; the admin's fields are called {@code adminEmail} and {@code adminName}
     */
    public NewUser open(TenantDraft draft, UserDraft admin) {
        String operator = TenantScope.current().actor();
        return transaction.execute(status -> {
            Tenant tenant = tenants.create(draft);
            // No other transaction can see the company yet, so this one goes into it to write its first row; the setting ends
            // with the transaction.
            jdbc.sql("select set_config('pbx.tenant', :tenant, true)").param("tenant", tenant.id().toString()).query(String.class).single();
            return TenantScope.tenant(tenant.id(), operator).call(() -> createAdmin(admin));
        });
    }

    private NewUser createAdmin(UserDraft admin) {
        try {
            return users.create(admin);
        } catch (InvalidInput refusal) {
            List<FieldProblem> renamed = refusal.problems().stream()
                    .map(problem -> new FieldProblem(ADMIN_FIELDS.getOrDefault(problem.field(), problem.field()), problem.code(), problem.args()))
                    .toList();
            throw new InvalidInput(renamed);
        }
    }
}

package org.switchboard.telephony.tenant;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;

/** Makes and changes tenants. The operator makes and lists them; inside a tenant only that tenant can be seen. */
@Service
public final class TenantService {

    private final TenantRepository tenants;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param tenants     SQL of the tenants
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public TenantService(TenantRepository tenants, InputChecker checker, TransactionTemplate transaction) {
        this.tenants = tenants;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a tenant. Needs the operator's scope: in any other, row-level security refuses.
     *
     * @param draft what it shall be
     * @return the tenant
     * @throws InvalidInput when a field is wrong or the slug is taken
     */
    public Tenant create(TenantDraft draft) {
        checker.check(draft);
        try {
            return transaction.execute(status -> tenants.insert(draft));
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, Map.of("tenant_slug_key", new FieldProblem("slug", "taken.tenant.slug")));
        }
    }

    /**
     * Changes the settings of the tenant in whose scope this runs; its slug stays, and so does its call limit, which is the
     * operator's.
     *
     * @param change makes the wanted settings from today's
     * @return the tenant as it is now
     * @throws InvalidInput when a field is wrong, or the call limit is another
     */
    public Tenant updateCurrent(UnaryOperator<TenantDraft> change) {
        var id = TenantScope.current().requireTenantId();
        return transaction.execute(status -> {
            Tenant today = tenants.find(id).orElseThrow(() -> new NotFound("tenant", id.toString()));
            TenantDraft wanted = checker.check(change.apply(today.draft()));
            if (!Objects.equals(today.callLimit(), wanted.callLimit())) {
                throw new InvalidInput("callLimit", "invalid.callLimit.operator");
            }
            return tenants.update(id, wanted).orElseThrow(() -> new NotFound("tenant", id.toString()));
        });
    }

    /**
     * Changes a tenant for the operator; its slug stays. Needs the operator's scope.
     *
     * @param slug   the tenant
     * @param change makes the wanted settings from today's
     * @return the tenant as it is now
     * @throws NotFound     when there is none, or it cannot be seen from this scope
     * @throws InvalidInput when a field is wrong
     */
    public Tenant update(String slug, UnaryOperator<TenantDraft> change) {
        return transaction.execute(status -> {
            Tenant today = tenants.findBySlug(slug).orElseThrow(() -> new NotFound("tenant", slug));
            TenantDraft wanted = checker.check(change.apply(today.draft()));
            return tenants.update(today.id(), wanted).orElseThrow(() -> new NotFound("tenant", slug));
        });
    }

    /**
     * The tenant in whose scope this runs.
     *
     * @return the tenant
     * @throws NotFound when it has been deleted meanwhile
     */
    public Tenant current() {
        var id = TenantScope.current().requireTenantId();
        return transaction.execute(status -> tenants.find(id)).orElseThrow(() -> new NotFound("tenant", id.toString()));
    }

    /**
     * Finds a tenant by its short name.
     *
     * @param slug the short name
     * @return the tenant
     * @throws NotFound when there is none, or it cannot be seen from this scope
     */
    public Tenant find(String slug) {
        return transaction.execute(status -> tenants.findBySlug(slug)).orElseThrow(() -> new NotFound("tenant", slug));
    }

    /**
     * Lists tenants in the order of their slugs.
     *
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<Tenant> list(String cursor, int limit) {
        return Page.of(transaction.execute(status -> tenants.list(cursor, limit + 1)), limit, Tenant::slug);
    }
}

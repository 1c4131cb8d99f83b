package org.switchboard.web.api;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.security.Role;

/** Makes, lists and revokes the API tokens of the tenant, or of the operator, in whose scope it runs. */
@Service
public final class ApiTokenService {

    private final ApiTokenRepository tokens;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final SecureRandom random;

    /**
     * Wires the service.
     *
     * @param tokens      SQL of the tokens
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param random      where tokens come from
     */
    public ApiTokenService(ApiTokenRepository tokens, InputChecker checker, TransactionTemplate transaction, SecureRandom random) {
        this.tokens = tokens;
        this.checker = checker;
        this.transaction = transaction;
        this.random = random;
    }

    /**
     * Makes a token; it works at once.
     *
     * @param draft what it shall be
     * @return the token, which nobody can read again
     * @throws InvalidInput when a field is wrong, or the role is not one that this scope can give
     */
    public NewApiToken create(ApiTokenDraft draft) {
        checker.check(draft);
        TenantScope scope = TenantScope.current();
        if ((draft.role() == Role.OPERATOR) != scope.isOperator()) {
            throw new InvalidInput("role", scope.isOperator() ? "api.invalid.role.operator" : "api.invalid.role.tenant");
        }
        return transaction.execute(status -> store(scope.tenantId(), draft.name(), draft.role()));
    }

    /**
     * Makes the first token of a tenant that the same transaction has just made and entered.
     *
     * @param tenantId the tenant
     * @param name     what it is for
     * @return a token of role admin, which nobody can read again
     */
    NewApiToken createFirst(UUID tenantId, String name) {
        return store(tenantId, name, Role.ADMIN);
    }

    /**
     * Lists tokens, oldest first.
     *
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<ApiToken> list(UUID cursor, int limit) {
        return Page.of(transaction.execute(status -> tokens.list(cursor, limit + 1)), limit, token -> token.id().toString());
    }

    /**
     * Finds a token.
     *
     * @param id its id
     * @return the token
     * @throws NotFound when there is no such token
     */
    public ApiToken find(UUID id) {
        return transaction.execute(status -> tokens.find(id)).orElseThrow(() -> new NotFound("token", id.toString()));
    }

    /**
     * Revokes a token: the next request that presents it is refused.
     *
     * @param id its id
     * @throws NotFound when there is no such token
     */
    public void revoke(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!tokens.delete(id)) {
                throw new NotFound("token", id.toString());
            }
        });
    }

    private NewApiToken store(UUID tenantId, String name, Role role) {
        PresentedToken token = PresentedToken.generate(random);
        return new NewApiToken(tokens.insert(tenantId, name, role, token.hash()), token.plain());
    }
}

package org.switchboard.web.api;

import java.security.Principal;
import java.util.UUID;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.Scoped;

/**
 * Who asks the API: the owner of a token.
 *
 * @param tokenId    the token's id
 * @param tenantId   the company; null when it is the operator's
 * @param tenantSlug the company's short name; null when it is the operator's
 * @param tokenName  what the token is for
 * @param role       what it may do
 */
public record ApiCaller(UUID tokenId, UUID tenantId, String tenantSlug, String tokenName, Role role) implements Scoped, Principal {

    @Override
    public TenantScope scope() {
        return tenantId == null ? TenantScope.operator(getName()) : TenantScope.tenant(tenantId, getName());
    }

    /**
     * How the record of changes names it.
     *
     * @return {@code token:} and its name
     */
    @Override
    public String getName() {
        return "token:" + tokenName;
    }
}

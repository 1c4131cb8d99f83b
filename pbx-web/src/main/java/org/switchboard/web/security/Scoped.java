package org.switchboard.web.security;

import org.switchboard.telephony.tenant.TenantScope;

/** A principal that says in whose scope its requests run: a signed-in person, or an API token. */
public interface Scoped {

    /**
     * The scope of this principal's requests.
     *
     * @return its tenant's scope, or the operator's
     */
    TenantScope scope();

    /**
     * What it may do.
     *
     * @return its role
     */
    Role role();
}

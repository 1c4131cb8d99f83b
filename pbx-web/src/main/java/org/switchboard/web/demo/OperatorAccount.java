package org.switchboard.web.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.NewUser;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;

/** Makes the account of the one who hosts this installation, when there is none yet. */
@Component
final class OperatorAccount {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorAccount.class);

    private final UserService users;
    private final PortalProperties portal;

    OperatorAccount(UserService users, PortalProperties portal) {
        this.users = users;
        this.portal = portal;
    }

    /**
     * Makes the operator. The password is the one from the environment, else a generated one.
     *
     * @return the operator with the password, or null when there is an operator already
     */
    NewUser createIfMissing() {
        return TenantScope.operator("installation").call(() -> {
            if (!users.list(null, null, 1).items().isEmpty()) {
                return null;
            }
            UserDraft draft = new UserDraft(portal.operatorEmail(), "Operator", Role.OPERATOR, false);
            boolean given = portal.operatorPassword() != null && !portal.operatorPassword().isBlank();
            return given ? users.create(draft, portal.operatorPassword()) : users.create(draft);
        });
    }

    /**
     * Tells whoever reads the log of the first start how to sign in, unless they chose the password themselves.
     *
     * @param operator what {@link #createIfMissing()} made
     */
    void announce(NewUser operator) {
        if (operator.password().equals(portal.operatorPassword())) {
            LOG.info("Made the operator's account {} with the password from PBX_OPERATOR_PASSWORD.", operator.user().email());
        } else {
            LOG.warn("Made the operator's account. Sign in as {} with the password {} and change it under My settings: it is not shown again.",
                    operator.user().email(), operator.password());
        }
    }
}

package org.switchboard.web.security;

import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Ends the sessions of people whose account has changed, so that a change of role or password holds from the next click on. */
@Component
public final class Sessions {

    private final SessionRegistry registry;

    /**
     * Uses Spring Security's list of sessions.
     *
     * @param registry who is signed in
     */
    public Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /**
     * Ends every session of a user.
     *
     * @param userId the user
     */
    public void endAll(UUID userId) {
        end(userId, session -> true);
    }

    /**
     * Ends every session of a user but one: the one in which they changed their own password.
     *
     * @param userId    the user
     * @param sessionId the session that stays
     */
    public void endOthers(UUID userId, String sessionId) {
        end(userId, session -> !session.getSessionId().equals(sessionId));
    }

    private void end(UUID userId, Predicate<SessionInformation> which) {
        registry.getAllPrincipals().stream()
                .filter(principal -> principal instanceof SignedInUser user && user.id().equals(userId))
                .flatMap(principal -> registry.getAllSessions(principal, false).stream())
                .filter(which)
                .forEach(SessionInformation::expireNow);
    }
}

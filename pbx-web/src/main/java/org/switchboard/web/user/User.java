package org.switchboard.web.user;

import java.time.Instant;
import java.util.UUID;
import org.switchboard.web.security.Role;

/**
 * Somebody who can sign in.
 *
 * @param id        the user's id
 * @param email     what they sign in with, in small letters, unique over all companies
 * @param name      as people write it
 * @param role      what they may do
 * @param language  {@code en} or {@code ko}; null means the company's language
 * @param disabled  whether they are kept out for now
 * @param createdAt when the account was made
 */
public record User(UUID id, String email, String name, Role role, String language, boolean disabled, Instant createdAt) {

    /**
     * The settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public UserDraft draft() {
        return new UserDraft(email, name, role, disabled);
    }
}

package org.switchboard.web.api;

import java.time.Instant;
import java.util.UUID;
import org.switchboard.web.security.Role;

/**
 * A token that lets a script use the API. The token itself is known only to whoever was given it.
 *
 * @param id        its id
 * @param tenantId  the company it belongs to; null when it is the operator's
 * @param name      what it is for, as people wrote it
 * @param role      what it may do
 * @param createdAt when it was made
 */
public record ApiToken(UUID id, UUID tenantId, String name, Role role, Instant createdAt) {
}

package org.switchboard.web.api.v1;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * The order of the outbound routes.
 *
 * @param ids all routes, the first first
 */
record RouteOrderDraft(@NotNull(message = "{invalid.route.order}") List<UUID> ids) {
}

package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.outbound.OutboundRoute;

/**
 * An outbound route as the API shows it.
 *
 * @param id        its id
 * @param name      what people call it
 * @param position  its place: the first route that takes a number wins
 * @param patterns  which numbers it takes
 * @param trunks    ids of its trunks in the order in which they are tried
 * @param callerId  number shown where the extension says none; null for none
 * @param createdAt when it was made
 */
@Schema(name = "OutboundRoute")
record OutboundRouteReply(UUID id, String name, int position, List<String> patterns, List<UUID> trunks,
                          @Schema(types = {"string", "null"}) String callerId, Instant createdAt) {

    static OutboundRouteReply of(OutboundRoute route) {
        return new OutboundRouteReply(route.id(), route.name(), route.position(), route.patterns(),
                route.trunks().stream().map(OutboundRoute.TrunkName::id).toList(), route.callerId(), route.createdAt());
    }
}

package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.switchboard.telephony.outbound.RouteMatch;

/**
 * Which outbound route takes a number.
 *
 * @param number    what was meant: E.164, or what was dialled for emergency numbers and short codes; null when it is no number outside
 * @param callClass what sort of number it is: emergency, short, national, international or premium; null when it is none
 * @param route     the route; null when none takes it
 * @param pattern   the route's pattern that fits; null without a route
 */
@Schema(name = "RouteMatch")
record RouteMatchReply(@Schema(types = {"string", "null"}) String number, @Schema(types = {"string", "null"}) String callClass,
                       OutboundRouteReply route, @Schema(types = {"string", "null"}) String pattern) {

    static RouteMatchReply of(RouteMatch match) {
        if (match.dialled() == null) {
            return new RouteMatchReply(null, null, null, null);
        }
        return new RouteMatchReply(match.dialled().e164() == null ? match.dialled().digits() : match.dialled().e164(),
                match.dialled().callClass().value(), match.route() == null ? null : OutboundRouteReply.of(match.route()), match.pattern());
    }
}

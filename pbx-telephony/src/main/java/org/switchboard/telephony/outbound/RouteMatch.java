package org.switchboard.telephony.outbound;

import org.switchboard.telephony.number.Dialled;

/**
 * Which route takes a number.
 *
 * @param dialled what was meant; null when it is no number outside
 * @param route   the route; null when none takes it
 * @param pattern the route's pattern that fits; null without a route
 */
public record RouteMatch(Dialled dialled, OutboundRoute route, String pattern) {
}

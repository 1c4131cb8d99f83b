package org.switchboard.telephony.outbound;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.number.RoutePattern;

/**
 * By which trunks calls to some numbers go.
 *
 * @param id        its id
 * @param name      what people call it; unique in the company
 * @param position  its place among the company's routes: the first that takes a number wins
 * @param patterns  which numbers it takes, see {@link RoutePattern}
 * @param trunks    the trunks in the order in which they are tried
 * @param callerId  the number shown where the extension says none, E.164; null leaves it to the trunk
 * @param createdAt when it was made
 */
public record OutboundRoute(UUID id, String name, int position, List<String> patterns, List<TrunkName> trunks, String callerId,
                            Instant createdAt) {

    /**
     * A trunk of the route.
     *
     * @param id   the trunk
     * @param name what people call it
     */
    public record TrunkName(UUID id, String name) {
    }

    /** Keeps unchangeable copies of the lists. */
    public OutboundRoute {
        patterns = List.copyOf(patterns);
        trunks = List.copyOf(trunks);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public OutboundRouteDraft draft() {
        return new OutboundRouteDraft(name, patterns, trunks.stream().map(TrunkName::id).toList(), callerId);
    }

    /**
     * Whether it takes a number.
     *
     * @param dialled the number
     * @return the first of its patterns that does; null when none does
     */
    public String patternFor(Dialled dialled) {
        return patterns.stream().filter(pattern -> RoutePattern.of(pattern).filter(found -> found.matches(dialled)).isPresent())
                .findFirst().orElse(null);
    }
}

package org.switchboard.telephony.trunk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.switchboard.telephony.ami.TrunkLink.Status;

/** How the trunks of all companies are; {@link TrunkWatch} keeps it true. Whoever reads sees to it that a trunk is the reader's. */
public final class TrunkStates {

    private volatile Map<String, TrunkState> states = Map.of();

    /**
     * How a trunk is.
     *
     * @param trunk the trunk
     * @return unknown while Asterisk cannot be asked
     */
    public TrunkState of(Trunk trunk) {
        return trunk.enabled() ? states.getOrDefault(trunk.endpointId(), TrunkState.UNKNOWN) : new TrunkState(TrunkHealth.OFF, null);
    }

    void learn(Map<String, Status> status) {
        Map<String, TrunkState> learnt = HashMap.newHashMap(status.size());
        status.forEach((endpoint, one) -> learnt.put(endpoint, new TrunkState(health(one), one.roundTrip())));
        states = Map.copyOf(learnt);
    }

    void forget() {
        states = Map.of();
    }

    /** A provider that does not answer cannot have refused, and registrations show that late. */
    static TrunkHealth health(Status status) {
        boolean silent = status.contact().equals("Unavail");
        return switch (status.registration()) {
            case "Registered" -> TrunkHealth.REGISTERED;
            case "Rejected", "Stopped" -> silent ? TrunkHealth.UNREACHABLE : TrunkHealth.REJECTED;
            case "Unregistered" -> silent ? TrunkHealth.UNREACHABLE : TrunkHealth.SIGNING_IN;
            default -> silent ? TrunkHealth.UNREACHABLE : isThere(status.roundTrip()) ? TrunkHealth.REACHABLE : TrunkHealth.UNKNOWN;
        };
    }

    private static boolean isThere(Duration roundTrip) {
        return roundTrip != null;
    }
}

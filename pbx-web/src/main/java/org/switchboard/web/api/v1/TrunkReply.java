package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.number.DialForm;
import org.switchboard.telephony.trunk.Trunk;
import org.switchboard.telephony.trunk.TrunkKind;
import org.switchboard.telephony.trunk.TrunkState;
import org.switchboard.telephony.trunk.TrunkTransport;

/**
 * A trunk as the API shows it; never with its password.
 *
 * @param id           its id
 * @param name         what people call it
 * @param enabled      whether calls go over it
 * @param kind         how provider and company know each other
 * @param host         the provider
 * @param port         the provider's port
 * @param transport    how SIP messages travel
 * @param username     the account; null for none
 * @param addresses    from where the provider's calls come
 * @param numberFormat how the provider wants numbers written
 * @param callerId     number shown where nothing else says one; null for none
 * @param callLimit    calls at once; null for no limit of its own
 * @param health       how it is: rejected, unreachable, signing_in, unknown, registered, reachable or off
 * @param roundTripMillis how long the provider's last answer took; null when there was none
 * @param callsNow     calls that are up
 * @param createdAt    when it was made
 */
@Schema(name = "Trunk")
record TrunkReply(UUID id, String name, boolean enabled, TrunkKind kind, String host, int port, TrunkTransport transport,
                  @Schema(types = {"string", "null"}) String username, List<String> addresses, DialForm numberFormat,
                  @Schema(types = {"string", "null"}) String callerId, @Schema(types = {"integer", "null"}) Integer callLimit, String health,
                  @Schema(types = {"number", "null"}) Double roundTripMillis, int callsNow, Instant createdAt) {

    private static final double NANOS = 1_000_000.0;

    static TrunkReply of(Trunk trunk, TrunkState state, int callsNow) {
        return new TrunkReply(trunk.id(), trunk.name(), trunk.enabled(), trunk.kind(), trunk.host(), trunk.port(), trunk.transport(),
                trunk.username(), trunk.addresses(), trunk.numberFormat(), trunk.callerId(), trunk.callLimit(), state.health().value(),
                state.roundTrip() == null ? null : state.roundTrip().toNanos() / NANOS, callsNow, trunk.createdAt());
    }
}

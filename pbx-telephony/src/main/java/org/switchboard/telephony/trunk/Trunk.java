package org.switchboard.telephony.trunk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.number.DialForm;

/**
 * A line to a provider. Its password is not here: nobody but Asterisk can read it.
 *
 * @param id         its id
 * @param tenantId   the company
 * @param name       what people call it; unique in the company
 * @param endpointId Asterisk's name for it: {@code trunk} and 15 small letters or digits
 * @param enabled    whether calls go over it
 * @param kind       how provider and we know each other
 * @param host       the provider's name or address
 * @param port       the provider's port
 * @param transport  how SIP messages travel
 * @param username   the account; null where the provider asks for none
 * @param addresses  from where the provider's calls come, as addresses or networks ({@code 203.0.113.0/28})
 * @param numberFormat how the provider wants numbers written
 * @param callerId   the number shown where neither extension nor route say one, E.164; null leaves it to the company's first number
 * @param callLimit  calls at once; null has no limit of its own
 * @param createdAt  when it was made
 */
public record Trunk(UUID id, UUID tenantId, String name, String endpointId, boolean enabled, TrunkKind kind, String host, int port,
                    TrunkTransport transport, String username, List<String> addresses, DialForm numberFormat, String callerId,
                    Integer callLimit, Instant createdAt) {

    /** Keeps an unchangeable copy of the addresses. */
    public Trunk {
        addresses = List.copyOf(addresses);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values; its password is null, which leaves the stored one
     */
    public TrunkDraft draft() {
        return new TrunkDraft(name, enabled, kind, host, port, transport, username, null, addresses, numberFormat, callerId, callLimit);
    }
}

package org.switchboard.telephony.ringgroup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;

/**
 * Several phones that ring for one call.
 *
 * @param id             its id
 * @param tenantId       the company
 * @param name           what people of the company call it
 * @param number         what extensions dial for it; null when it cannot be dialled
 * @param strategy       who rings when
 * @param ringSeconds    how long all ring together, or each one alone, in seconds
 * @param skipBusy       whether members who are on the phone are left out
 * @param confirmOutside whether members outside have to press 1 before the call is theirs
 * @param createdAt      when it was made
 * @param members        who rings, in order
 * @param noAnswer       where it leads when nobody answers; null when the call ends then
 */
public record RingGroup(UUID id, UUID tenantId, String name, String number, RingStrategy strategy, int ringSeconds, boolean skipBusy,
                        boolean confirmOutside, Instant createdAt, List<RingGroupMember> members, Destination noAnswer) {

    /** The key of its way out, as {@code flow_exit} has it. */
    public static final String NO_ANSWER = "no_answer";

    /** Keeps an unchangeable copy. */
    public RingGroup {
        members = List.copyOf(members);
    }

    RingGroup with(List<RingGroupMember> found, Destination to) {
        return new RingGroup(id, tenantId, name, number, strategy, ringSeconds, skipBusy, confirmOutside, createdAt, found, to);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public RingGroupDraft draft() {
        return new RingGroupDraft(name, number, strategy, ringSeconds, skipBusy, confirmOutside,
                members.stream().map(RingGroupMember::draft).toList(), noAnswer == null ? null : noAnswer.draft());
    }
}

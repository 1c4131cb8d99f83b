package org.switchboard.telephony.plan;

import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.ringgroup.RingStrategy;

/**
 * A ring group as calls need it.
 *
 * @param id             its id, also that of its node
 * @param name           what people read
 * @param number         what extensions dial for it; null when it cannot be dialled
 * @param strategy       in which order the members ring
 * @param ringSeconds    how long all of them ring together, or each of them
 * @param skipBusy       whether members who are on the phone are left out
 * @param confirmOutside whether members outside must press 1
 * @param members        in their order
 */
public record PlannedRingGroup(UUID id, String name, String number, RingStrategy strategy, int ringSeconds, boolean skipBusy,
                               boolean confirmOutside, List<Member> members) {

    /** Copies the members. */
    public PlannedRingGroup {
        members = List.copyOf(members);
    }

    /**
     * A member: an extension or a number outside.
     *
     * @param extensionId   the extension; null for a number outside
     * @param outsideNumber in E.164 form; null for an extension
     * @param delaySeconds  how much later than the others it rings, when all ring together
     */
    public record Member(UUID extensionId, String outsideNumber, int delaySeconds) {
    }
}

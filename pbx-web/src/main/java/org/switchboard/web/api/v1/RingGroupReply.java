package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.ringgroup.RingGroup;
import org.switchboard.telephony.ringgroup.RingGroupMember;
import org.switchboard.telephony.ringgroup.RingStrategy;

/**
 * A ring group as the API shows it.
 *
 * @param id             its id
 * @param name           what people of the company call it
 * @param number         what extensions dial for it; null when it cannot be dialled
 * @param strategy       who rings when
 * @param ringSeconds    how long all ring together, or each one alone
 * @param skipBusy       whether members who are on the phone are left out
 * @param confirmOutside whether members outside have to press 1
 * @param members        who rings, in order
 * @param noAnswer       where it leads when nobody answers; null when the call ends then
 * @param createdAt      when it was made
 */
@Schema(name = "RingGroup")
record RingGroupReply(UUID id, String name, @Schema(types = {"string", "null"}) String number, RingStrategy strategy, int ringSeconds,
                      boolean skipBusy, boolean confirmOutside, List<Member> members, DestinationReply noAnswer, Instant createdAt) {

    /**
     * Who rings.
     *
     * @param extension     the extension's number; null for a number outside
     * @param outsideNumber the number outside; null for an extension
     * @param delaySeconds  how long after the others it begins to ring
     * @param name          what people read
     */
    @Schema(name = "RingGroupMember")
    record Member(@Schema(types = {"string", "null"}) String extension, @Schema(types = {"string", "null"}) String outsideNumber,
                  int delaySeconds, String name) {

        static Member of(RingGroupMember member) {
            return new Member(member.extension(), member.outsideNumber(), member.delaySeconds(), member.name());
        }
    }

    static RingGroupReply of(RingGroup group) {
        return new RingGroupReply(group.id(), group.name(), group.number(), group.strategy(), group.ringSeconds(), group.skipBusy(),
                group.confirmOutside(), group.members().stream().map(Member::of).toList(), DestinationReply.of(group.noAnswer()),
                group.createdAt());
    }
}

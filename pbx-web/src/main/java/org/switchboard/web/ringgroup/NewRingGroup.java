package org.switchboard.web.ringgroup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.ringgroup.RingGroup;
import org.switchboard.telephony.ringgroup.RingGroupDraft;
import org.switchboard.telephony.ringgroup.RingGroupMemberDraft;
import org.switchboard.telephony.ringgroup.RingGroupService;
import org.switchboard.web.destination.NewDestination;

/** A new ring group from within a picker: a name, and who rings, as a line of numbers. */
@Component
final class NewRingGroup implements NewDestination {

    private final RingGroupService groups;

    NewRingGroup(RingGroupService groups) {
        this.groups = groups;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.RING_GROUP;
    }

    @Override
    public String template() {
        return "ringgroup/quick";
    }

    @Override
    public Destination create(HttpServletRequest request) {
        RingGroup made = created(request.getParameter("name"), members(request.getParameter("members")));
        return new Destination(kind(), made.id(), made.number(), null, made.name());
    }

    private RingGroup created(String name, List<RingGroupMemberDraft> members) {
        try {
            return groups.create(new RingGroupDraft(name, null, null, null, null, null, members, null));
        } catch (InvalidInput refusal) {
            // Here all members are one field.
            throw new InvalidInput(refusal.problems().stream()
                    .map(problem -> new FieldProblem(problem.field().replaceFirst("\\[.*", ""), problem.code(), problem.args())).toList());
        }
    }

    private static List<RingGroupMemberDraft> members(String typed) {
        return typed == null ? List.of() : Arrays.stream(typed.split("[\\s,;]+")).filter(number -> !number.isEmpty())
                .map(number -> number.startsWith("+") ? new RingGroupMemberDraft(null, number, null) : new RingGroupMemberDraft(number, null, null))
                .toList();
    }
}

package org.switchboard.telephony.ringgroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Makes, changes and finds the ring groups of the tenant in whose scope it runs. A group, its members and its way out are
 * stored together or not at all.
 */
@Service
public final class RingGroupService {

    /** E.164: up to 15 digits, the first not 0 (ITU-T E.164, section 6). */
    private static final Pattern OUTSIDE_NUMBER = Pattern.compile("\\+[1-9][0-9]{3,14}");

    private static final int MAX_DELAY_SECONDS = 60;

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "ring_group_name_key", new FieldProblem("name", "taken.ringGroup.name"),
            "flow_node_number_key", new FieldProblem("number", "taken.number"),
            "flow_exit_target_fkey", new FieldProblem("id", "taken.usedBySomething"));

    private final RingGroupRepository groups;
    private final FlowExits exits;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param groups      SQL of the groups
     * @param exits       where they lead when nobody answers
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public RingGroupService(RingGroupRepository groups, FlowExits exits, InputChecker checker, TransactionTemplate transaction) {
        this.groups = groups;
        this.exits = exits;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a group; calls can be led to it at once.
     *
     * @param draft what it shall be
     * @return the group
     * @throws InvalidInput when a field is wrong, it leads nowhere, a member does not exist, or the name or number is taken
     */
    public RingGroup create(RingGroupDraft draft) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> withRest(groups.insert(tenantId, checked(draft)), List.of(), draft)));
    }

    /**
     * Changes a group. Calls that ring in it go on as it was when they came.
     *
     * @param id     the group
     * @param change makes the wanted settings from today's
     * @return the group as it is now
     * @throws NotFound     when there is no such group
     * @throws InvalidInput when a field is wrong, it leads nowhere, a member does not exist, or the name or number is taken
     */
    public RingGroup update(UUID id, UnaryOperator<RingGroupDraft> change) {
        return storing(() -> transaction.execute(status -> {
            RingGroup today = withRest(groups.findForUpdate(id).orElseThrow(() -> notFound(id)));
            RingGroupDraft wanted = checked(change.apply(today.draft()));
            boolean same = wanted.withoutRest().equals(today.draft().withoutRest());
            return withRest(same ? today : groups.update(id, wanted).orElseThrow(() -> notFound(id)), today.draft().members(), wanted);
        }));
    }

    /**
     * Deletes a group.
     *
     * @param id the group
     * @throws NotFound     when there is no such group
     * @throws InvalidInput when something still leads to it
     */
    public void delete(UUID id) {
        storing(() -> transaction.execute(status -> {
            RingGroup gone = groups.findForUpdate(id).orElseThrow(() -> notFound(id));
            exits.refuseIfUsed(id);
            groups.delete(id);
            return gone;
        }));
    }

    /**
     * Finds a group.
     *
     * @param id the group
     * @return the group with its members and its way out
     * @throws NotFound when there is no such group
     */
    public RingGroup find(UUID id) {
        return transaction.execute(status -> withRest(groups.find(id).orElseThrow(() -> notFound(id))));
    }

    /**
     * Lists groups by their names.
     *
     * @param search part of a name or begin of a number; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page of groups with their members and ways out
     */
    public Page<RingGroup> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        return transaction.execute(status -> Page.of(groups.list(wanted, cursor == null ? "" : cursor, limit + 1), limit, RingGroup::name)
                .map(this::withRest));
    }

    /**
     * How many groups the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> groups.count());
    }

    private RingGroup withRest(RingGroup group) {
        return group.with(groups.members(group.id()), exits.of(group.id()).get(RingGroup.NO_ANSWER));
    }

    private RingGroup withRest(RingGroup group, List<RingGroupMemberDraft> today, RingGroupDraft wanted) {
        // Left alone where nothing changes, so that the record of changes tells only what did.
        if (!today.equals(wanted.members())) {
            groups.removeMembers(group.id());
            for (int place = 0; place < wanted.members().size(); place++) {
                if (!groups.addMember(group.tenantId(), group.id(), place + 1, wanted.members().get(place))) {
                    throw new InvalidInput("members[" + place + "]", "invalid.ringGroup.extension");
                }
            }
        }
        Map<String, DestinationDraft> ways = new HashMap<>();
        ways.put(RingGroup.NO_ANSWER, wanted.noAnswer());
        exits.set(group.id(), ways, exit -> "noAnswer");
        return withRest(group);
    }

    private RingGroupDraft checked(RingGroupDraft draft) {
        checker.check(draft);
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.members().size() > RingGroupDraft.MAX_MEMBERS) {
            problems.add(new FieldProblem("members", "invalid.ringGroup.members", List.of(RingGroupDraft.MAX_MEMBERS)));
        }
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < draft.members().size(); place++) {
            String code = problem(draft.members().get(place), seen);
            if (code != null) {
                problems.add(new FieldProblem("members[" + place + "]", code));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return draft;
    }

    private static String problem(RingGroupMemberDraft member, Set<String> seen) {
        if (member == null || member.extension() == null == (member.outsideNumber() == null)) {
            return "invalid.ringGroup.member";
        }
        if (member.outsideNumber() != null && !OUTSIDE_NUMBER.matcher(member.outsideNumber()).matches()) {
            return "invalid.destination.outside";
        }
        if (member.delaySeconds() < 0 || member.delaySeconds() > MAX_DELAY_SECONDS) {
            return "invalid.ringGroup.delay";
        }
        return seen.add(member.extension() == null ? member.outsideNumber() : member.extension()) ? null : "invalid.ringGroup.twice";
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("ringGroup", id.toString());
    }

    private static RingGroup storing(Supplier<RingGroup> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}

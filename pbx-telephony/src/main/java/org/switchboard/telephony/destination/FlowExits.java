package org.switchboard.telephony.destination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * The ways out of numbers, menus, schedules and all other things of the tenant in whose scope it runs. Each feature's
 * service calls it within its own transaction, so that a thing and its ways out are stored together or not at all.
 */
@Service
public final class FlowExits {

    /** E.164: up to 15 digits, the first not 0 (ITU-T E.164, section 6). */
    private static final Pattern OUTSIDE_NUMBER = Pattern.compile("\\+[1-9][0-9]{3,14}");

    private final FlowExitRepository exits;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param exits       SQL of the ways out
     * @param transaction the portal's transactions
     */
    public FlowExits(FlowExitRepository exits, TransactionTemplate transaction) {
        this.exits = exits;
        this.transaction = transaction;
    }

    /**
     * Where a thing's ways out lead.
     *
     * @param nodeId the thing
     * @return by the ways' keys; ways that lead nowhere are missing
     */
    public Map<String, Destination> of(UUID nodeId) {
        return transaction.execute(status -> exits.of(nodeId)).stream()
                .collect(Collectors.toMap(FlowExit::exit, FlowExit::to, (one, other) -> one, TreeMap::new));
    }

    /**
     * Where the ways out of all things of the tenant lead.
     *
     * @return by thing, and by the ways' keys
     */
    public Map<UUID, Map<String, Destination>> all() {
        return transaction.execute(status -> exits.all()).stream().collect(Collectors.groupingBy(FlowExit::nodeId,
                Collectors.toMap(FlowExit::exit, FlowExit::to)));
    }

    /**
     * Sets where ways out lead. Ways that are not named stay as they are.
     *
     * @param nodeId the thing
     * @param wanted by the ways' keys; a null draft takes the way away
     * @param field  the name that forms and API give to a way's field, by its key
     * @throws InvalidInput naming each field that leads nowhere; nothing was changed
     */
    public void set(UUID nodeId, Map<String, DestinationDraft> wanted, UnaryOperator<String> field) {
        UUID tenantId = TenantScope.current().requireTenantId();
        transaction.executeWithoutResult(status -> {
            Map<String, Destination> found = checked(wanted, field);
            wanted.forEach((exit, draft) -> {
                if (draft == null) {
                    exits.remove(nodeId, exit);
                } else {
                    exits.put(tenantId, nodeId, exit, found.get(exit));
                }
            });
        });
    }

    /**
     * Looks at where ways out shall lead without setting them.
     *
     * @param wanted by the ways' keys; null drafts are left out
     * @param field  the name that forms and API give to a way's field, by its key
     * @return the destinations by the ways' keys
     * @throws InvalidInput naming each field that leads nowhere
     */
    public Map<String, Destination> checked(Map<String, DestinationDraft> wanted, UnaryOperator<String> field) {
        return transaction.execute(status -> {
            Map<String, Destination> found = HashMap.newHashMap(wanted.size());
            List<FieldProblem> problems = new ArrayList<>();
            wanted.forEach((exit, draft) -> {
                if (draft != null) {
                    resolve(draft).ifPresentOrElse(to -> found.put(exit, to),
                            () -> problems.add(new FieldProblem(field.apply(exit), code(draft))));
                }
            });
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            return found;
        });
    }

    /**
     * Searches things that a way out can lead to.
     *
     * @param kind  which kind; one that is no thing finds nothing
     * @param text  part of a name or number, in any case; null or empty finds all
     * @param limit most to give
     * @return what begins with the text first
     */
    public List<Destination> search(DestinationKind kind, String text, int limit) {
        String wanted = text == null ? "" : text.strip();
        return transaction.execute(status -> exits.search(kind, wanted, limit));
    }

    /**
     * What leads to a thing.
     *
     * @param nodeId the thing
     * @return ordered by kind and name
     */
    public List<UsedBy> usedBy(UUID nodeId) {
        return transaction.execute(status -> exits.usedBy(nodeId));
    }

    /**
     * Stands before every deletion of a thing.
     *
     * @param nodeId the thing
     * @throws InvalidInput when something still leads to it, with the names of what does
     */
    public void refuseIfUsed(UUID nodeId) {
        List<UsedBy> users = usedBy(nodeId);
        if (!users.isEmpty()) {
            String names = users.stream().map(UsedBy::name).distinct().limit(10).collect(Collectors.joining(", "));
            throw new InvalidInput(List.of(new FieldProblem("id", "taken.usedBy", List.of(names))));
        }
    }

    private Optional<Destination> resolve(DestinationDraft draft) {
        return switch (draft.kind()) {
            case null -> Optional.empty();
            case OUTSIDE_NUMBER -> Optional.ofNullable(draft.value()).filter(OUTSIDE_NUMBER.asMatchPredicate())
                    .map(value -> new Destination(DestinationKind.OUTSIDE_NUMBER, null, null, value, value));
            case HANGUP -> HangupKind.of(draft.value())
                    .map(kind -> new Destination(DestinationKind.HANGUP, null, null, kind.value(), kind.value()));
            case EXTENSION, MENU, SCHEDULE, RING_GROUP, QUEUE, VOICEMAIL, ANNOUNCEMENT -> draft.id() != null
                    ? exits.thing(draft.kind(), draft.id())
                    : Optional.ofNullable(draft.number()).flatMap(number -> exits.thing(draft.kind(), number));
        };
    }

    private static String code(DestinationDraft draft) {
        return switch (draft.kind()) {
            case null -> "invalid.destination.kind";
            case OUTSIDE_NUMBER -> "invalid.destination.outside";
            case HANGUP -> "invalid.destination.hangup";
            default -> "invalid.destination.thing";
        };
    }
}

package org.switchboard.telephony.trunk;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Makes, changes and finds the trunks of the tenant in whose scope it runs. Pages and API both use it. The engine hears of every
 * change from the database when it is committed, and makes it live in Asterisk.
 */
@Service
public final class TrunkService {

    /** Most trunks of a company: Asterisk asks each every half minute whether it is there. */
    public static final int MOST = 50;

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "trunk_name_key", new FieldProblem("name", "taken.trunk.name"),
            "trunk_address_once", new FieldProblem("addresses", "taken.trunk.addresses"));
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM_PART = 15;

    private final TrunkRepository trunks;
    private final PhoneNumberService numbers;
    private final HostLookup hosts;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final SecureRandom random;

    /**
     * Wires the service.
     *
     * @param trunks      SQL of the trunks
     * @param numbers     the numbers that can be shown to callees
     * @param hosts       finds addresses of names
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param random      where Asterisk's names come from
     */
    public TrunkService(TrunkRepository trunks, PhoneNumberService numbers, HostLookup hosts, InputChecker checker,
                        TransactionTemplate transaction, SecureRandom random) {
        this.trunks = trunks;
        this.numbers = numbers;
        this.hosts = hosts;
        this.checker = checker;
        this.transaction = transaction;
        this.random = random;
    }

    /**
     * Makes a trunk; it signs in and takes calls at once.
     *
     * @param draft what it shall be
     * @return the trunk
     * @throws InvalidInput when a field is wrong, the name is taken, or an address is another trunk's on this installation
     */
    public Trunk create(TrunkDraft draft) {
        TrunkDraft wanted = ready(draft, null);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            if (trunks.all().size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.trunk.many", List.of(MOST))));
            }
            return trunks.insert(tenantId, newEndpointId(), wanted);
        }));
    }

    /**
     * Changes a trunk. Calls that are up are not touched.
     *
     * @param id     the trunk
     * @param change makes the wanted settings from today's
     * @return the trunk as it is now
     * @throws NotFound     when there is no such trunk
     * @throws InvalidInput as {@link #create}
     */
    public Trunk update(UUID id, UnaryOperator<TrunkDraft> change) {
        Trunk today = find(id);
        TrunkDraft wanted = ready(change.apply(today.draft()), today);
        return storing(() -> transaction.execute(status -> trunks.update(id, wanted).orElseThrow(() -> notFound(id))));
    }

    /**
     * Deletes a trunk. Calls that are up are not touched.
     *
     * @param id the trunk
     * @throws NotFound     when there is no such trunk
     * @throws InvalidInput when outbound routes use it, with their names
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            List<String> routes = trunks.usedBy(id);
            if (!routes.isEmpty()) {
                throw new InvalidInput(List.of(new FieldProblem("id", "taken.usedBy", List.of(String.join(", ", routes)))));
            }
            if (!trunks.delete(id)) {
                throw notFound(id);
            }
        });
    }

    /**
     * Finds a trunk.
     *
     * @param id the trunk
     * @return the trunk
     * @throws NotFound when there is no such trunk
     */
    public Trunk find(UUID id) {
        return transaction.execute(status -> trunks.find(id)).orElseThrow(() -> notFound(id));
    }

    /**
     * All trunks.
     *
     * @return in the order of their names
     */
    public List<Trunk> all() {
        return transaction.execute(status -> trunks.all());
    }

    /**
     * The outbound routes that use a trunk.
     *
     * @param id the trunk
     * @return their names in the order of the routes
     */
    public List<String> usedBy(UUID id) {
        return transaction.execute(status -> trunks.usedBy(id));
    }

    private TrunkDraft ready(TrunkDraft draft, Trunk today) {
        checker.check(draft);
        // An account is stored with its password or not at all, so a trunk that has an account has a password.
        boolean hasPassword = today != null && today.username() != null;
        if (draft.username() != null && draft.password() == null && !hasPassword) {
            throw new InvalidInput("password", "invalid.trunk.password.needed");
        }
        if (draft.username() == null && draft.password() != null) {
            throw new InvalidInput("username", "invalid.trunk.username.needed");
        }
        TrunkDraft wanted = draft.withCallerId(numbers.ownCallerId(draft.callerId()));
        if (wanted.kind() == TrunkKind.IP && wanted.addresses().isEmpty() && !Addresses.isAddress(wanted.host())) {
            // Callers are told by address alone. A name could be made to mean another's address later, so it is looked up once.
            List<String> found = hosts.addresses(wanted.host());
            if (found.isEmpty()) {
                throw new InvalidInput("host", "invalid.trunk.host.unknown");
            }
            return wanted.withAddresses(found);
        }
        return wanted;
    }

    private String newEndpointId() {
        return random.ints(RANDOM_PART, 0, ALPHABET.length())
                .collect(() -> new StringBuilder("trunk"), (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    private static <T> T storing(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            if (refusal.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                    && REFUSALS.get(cause.getServerErrorMessage().getConstraint()) instanceof FieldProblem problem) {
                throw new InvalidInput(List.of(problem));
            }
            throw refusal;
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("trunk", id.toString());
    }
}

package org.switchboard.telephony.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Keeps the rules about who waits less in queues, of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class CallerPriorityService {

    /** Most rules of a company: each call that comes to a queue looks at all of them. */
    public static final int MOST = 1_000;

    private static final Map<String, FieldProblem> TAKEN = Map.of("caller_priority_key", new FieldProblem("number", "taken.callerPriority"));

    private final CallerPriorityRepository rules;
    private final TenantService tenants;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param rules       SQL of the rules
     * @param tenants     whose country numbers are written for
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public CallerPriorityService(CallerPriorityRepository rules, TenantService tenants, InputChecker checker, TransactionTemplate transaction) {
        this.rules = rules;
        this.tenants = tenants;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a rule; it holds for who comes to a queue from then on.
     *
     * @param draft what it shall be
     * @return the rule
     * @throws InvalidInput when a field is wrong, there is a rule about the same calls, or there are {@value #MOST}
     */
    public CallerPriority create(CallerPriorityDraft draft) {
        checker.check(draft);
        String number = number(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            if (rules.all().size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("number", "invalid.callerPriority.many", List.of(MOST))));
            }
            return rules.insert(tenantId, draft, number);
        }));
    }

    /**
     * Changes a rule.
     *
     * @param id     the rule
     * @param change makes the wanted settings from today's
     * @return the rule as it is now
     * @throws NotFound     when there is no such rule
     * @throws InvalidInput when a field is wrong, or there is a rule about the same calls
     */
    public CallerPriority update(UUID id, UnaryOperator<CallerPriorityDraft> change) {
        return storing(() -> transaction.execute(status -> {
            CallerPriority today = rules.find(id).orElseThrow(() -> notFound(id));
            CallerPriorityDraft wanted = checker.check(change.apply(today.draft()));
            return wanted.equals(today.draft()) ? today : rules.update(id, wanted, number(wanted)).orElseThrow(() -> notFound(id));
        }));
    }

    /**
     * Deletes a rule.
     *
     * @param id the rule
     * @throws NotFound when there is no such rule
     */
    public void delete(UUID id) {
        if (!transaction.execute(status -> rules.delete(id))) {
            throw notFound(id);
        }
    }

    /**
     * Finds a rule.
     *
     * @param id the rule
     * @return the rule
     * @throws NotFound when there is no such rule
     */
    public CallerPriority find(UUID id) {
        return transaction.execute(status -> rules.find(id)).orElseThrow(() -> notFound(id));
    }

    /**
     * All rules.
     *
     * @return those who come first, first
     */
    public List<CallerPriority> all() {
        return transaction.execute(status -> rules.all());
    }

    private String number(CallerPriorityDraft draft) {
        String country = tenants.current().country();
        return switch (draft.matches()) {
            case CALLER, DIALLED -> CallerNumber.parse(draft.number(), false, country).asE164()
                    .orElseThrow(() -> new InvalidInput(List.of(new FieldProblem("number", "invalid.phoneNumber", List.of(NumberForm.example(country))))));
            case CALLER_PREFIX -> NumberForm.e164Begin(draft.number(), country)
                    .orElseThrow(() -> new InvalidInput("number", "invalid.callerRule.prefix"));
        };
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("callerPriority", id.toString());
    }

    private static CallerPriority storing(Supplier<CallerPriority> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}

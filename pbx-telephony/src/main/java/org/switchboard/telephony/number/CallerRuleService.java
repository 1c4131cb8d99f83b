package org.switchboard.telephony.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Keeps the rules about callers of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class CallerRuleService {

    /** Most rules of a company: each call looks at all of them. */
    public static final int MOST = 1_000;

    private static final Map<String, FieldProblem> TAKEN = Map.of("caller_rule_key", new FieldProblem("number", "taken.callerRule"));

    private final CallerRuleRepository rules;
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
    public CallerRuleService(CallerRuleRepository rules, TenantService tenants, InputChecker checker, TransactionTemplate transaction) {
        this.rules = rules;
        this.tenants = tenants;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a rule; it holds from the next call on.
     *
     * @param draft what it shall be
     * @return the rule
     * @throws InvalidInput when a field is wrong, there is a rule about the same callers, or there are {@value #MOST}
     */
    public CallerRule create(CallerRuleDraft draft) {
        checker.check(draft);
        String number = number(draft, tenants.current().country());
        UUID tenantId = TenantScope.current().requireTenantId();
        try {
            return transaction.execute(status -> {
                if (rules.all().size() >= MOST) {
                    throw new InvalidInput(List.of(new FieldProblem("number", "invalid.callerRule.many", List.of(MOST))));
                }
                return rules.insert(tenantId, draft, number);
            });
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }

    /**
     * Deletes a rule.
     *
     * @param id the rule
     * @throws NotFound when there is no such rule
     */
    public void delete(UUID id) {
        if (!transaction.execute(status -> rules.delete(id))) {
            throw new NotFound("callerRule", id.toString());
        }
    }

    /**
     * Finds a rule.
     *
     * @param id the rule
     * @return the rule
     * @throws NotFound when there is no such rule
     */
    public CallerRule find(UUID id) {
        return transaction.execute(status -> rules.find(id)).orElseThrow(() -> new NotFound("callerRule", id.toString()));
    }

    /**
     * All rules.
     *
     * @return those that let in first
     */
    public List<CallerRule> all() {
        return transaction.execute(status -> rules.all());
    }

    /**
     * What would happen to a caller.
     *
     * @param typed the caller's number; empty for an anonymous caller
     * @return the rule that decides; empty when none does and the caller is let in
     */
    public Optional<CallerRule> deciding(String typed) {
        return CallerRules.deciding(all(), CallerNumber.parse(typed, false, tenants.current().country()));
    }

    private static String number(CallerRuleDraft draft, String country) {
        return switch (draft.matches()) {
            case ANONYMOUS -> {
                if (draft.number() != null) {
                    throw new InvalidInput("number", "invalid.callerRule.anonymous");
                }
                yield null;
            }
            case EXACT -> Optional.ofNullable(draft.number()).flatMap(typed -> CallerNumber.parse(typed, false, country).asE164())
                    .orElseThrow(() -> new InvalidInput(List.of(new FieldProblem("number", "invalid.phoneNumber", List.of(NumberForm.example(country))))));
            case PREFIX -> Optional.ofNullable(draft.number()).flatMap(typed -> NumberForm.e164Begin(typed, country))
                    .orElseThrow(() -> new InvalidInput("number", "invalid.callerRule.prefix"));
        };
    }
}

package org.switchboard.telephony.agent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/** Keeps the skills of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class SkillService {

    /** Most skills of a company. */
    public static final int MOST = 200;

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "skill_name_key", new FieldProblem("name", "taken.skill.name"),
            "agent_skill_skill_fkey", new FieldProblem("id", "taken.skill.agent"),
            "queue_skill_skill_fkey", new FieldProblem("id", "taken.skill.queue"));

    private final SkillRepository rows;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param rows        SQL of the skills
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public SkillService(SkillRepository rows, InputChecker checker, TransactionTemplate transaction) {
        this.rows = rows;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a skill.
     *
     * @param draft what it shall be
     * @return the skill
     * @throws InvalidInput when a field is wrong or taken, or there are {@value #MOST}
     */
    public Skill create(SkillDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            List<Skill> there = rows.all();
            if (there.size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.skill.many", List.of(MOST))));
            }
            return found(rows.insert(tenantId, draft));
        }));
    }

    /**
     * Changes a skill.
     *
     * @param id     the skill
     * @param change makes the wanted settings from today's
     * @return the skill as it is now
     * @throws NotFound     when there is none
     * @throws InvalidInput when a field is wrong or taken
     */
    public Skill update(UUID id, UnaryOperator<SkillDraft> change) {
        return storing(() -> transaction.execute(status -> {
            SkillDraft today = found(id).draft();
            SkillDraft wanted = checker.check(change.apply(today));
            if (!wanted.equals(today)) {
                rows.update(id, wanted);
            }
            return found(id);
        }));
    }

    /**
     * Deletes a skill.
     *
     * @param id the skill
     * @throws NotFound     when there is none
     * @throws InvalidInput when something needs it
     */
    public void delete(UUID id) {
        storing(() -> transaction.execute(status -> {
            Skill gone = found(id);
            rows.delete(id);
            return gone;
        }));
    }

    /**
     * Finds a skill.
     *
     * @param id the skill
     * @return the skill
     * @throws NotFound when there is none
     */
    public Skill find(UUID id) {
        return transaction.execute(status -> found(id));
    }

    /**
     * All skills.
     *
     * @return in the order of their names
     */
    public List<Skill> all() {
        return transaction.execute(status -> rows.all());
    }

    private Skill found(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("skill", id.toString()));
    }

    private static Skill storing(Supplier<Skill> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}

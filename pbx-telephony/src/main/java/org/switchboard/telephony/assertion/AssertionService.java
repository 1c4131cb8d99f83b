package org.switchboard.telephony.assertion;

import java.time.Clock;
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
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Evaluator;
import org.switchboard.telephony.tenant.TenantScope;

/** Answers questions about routing, and keeps those that the tenant in whose scope it runs relies on. */
@Service
public final class AssertionService {

    /** Most assertions of a company: each change of configuration asks them all. */
    public static final int MOST = 200;

    private static final Map<String, FieldProblem> REFUSALS =
            Map.of("routing_assertion_name_key", new FieldProblem("name", "taken.assertion.name"));

    private final AssertionRepository assertions;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param assertions  SQL of the assertions
     * @param asking      asks routing
     * @param clock       the time
     * @param transaction the portal's transactions
     */
    public AssertionService(AssertionRepository assertions, Asking asking, Clock clock, TransactionTemplate transaction) {
        this.assertions = assertions;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Answers a question.
     *
     * @param draft what is asked
     * @return the question as it was understood, and the answer
     * @throws InvalidInput naming each field that cannot be accepted
     */
    public Evaluation evaluate(QuestionDraft draft) {
        return transaction.execute(_ -> {
            var plan = asking.plan();
            var question = asking.reader(plan, clock.instant()).read(draft);
            return new Evaluation(question, Evaluator.answer(plan, question), plan.company().country());
        });
    }

    /**
     * The plan of the company as it is.
     *
     * @return the plan
     */
    public TenantPlan plan() {
        return transaction.execute(_ -> asking.plan());
    }

    /**
     * Keeps a question with its answer. It need not hold today.
     *
     * @param draft what it shall be
     * @return the assertion
     * @throws InvalidInput when a field is wrong, the name is taken, or there are too many
     */
    public RoutingAssertion create(AssertionDraft draft) {
        draft.check();
        var tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(_ -> {
            if (assertions.all().size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.assertion.count", List.of(MOST))));
            }
            var plan = asking.plan();
            return asked(plan, assertions.insert(kept(plan, null, tenantId, draft)));
        }));
    }

    /**
     * Changes an assertion.
     *
     * @param id     the assertion
     * @param change makes the wanted one from today's
     * @return the assertion as it is now
     * @throws NotFound     when there is none
     * @throws InvalidInput when a field is wrong or the name is taken
     */
    public RoutingAssertion update(UUID id, UnaryOperator<AssertionDraft> change) {
        return storing(() -> transaction.execute(_ -> {
            var today = assertions.find(id).orElseThrow(() -> notFound(id));
            var wanted = change.apply(today.draft());
            wanted.check();
            var plan = asking.plan();
            return asked(plan, assertions.update(kept(plan, id, today.tenantId(), wanted)).orElseThrow(() -> notFound(id)));
        }));
    }

    /**
     * Deletes an assertion.
     *
     * @param id the assertion
     * @throws NotFound when there is none
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(_ -> {
            if (!assertions.delete(id)) {
                throw notFound(id);
            }
        });
    }

    /**
     * Finds an assertion.
     *
     * @param id the assertion
     * @return the assertion, as it was when it was asked last
     * @throws NotFound when there is none
     */
    public RoutingAssertion find(UUID id) {
        return transaction.execute(_ -> assertions.find(id).orElseThrow(() -> notFound(id)));
    }

    /**
     * All assertions.
     *
     * @return by name, as they were when they were asked last
     */
    public List<RoutingAssertion> list() {
        return transaction.execute(_ -> assertions.all());
    }

    /**
     * Those that did not hold when they were asked last.
     *
     * @return by name
     */
    public List<RoutingAssertion> broken() {
        return transaction.execute(_ -> assertions.broken());
    }

    /**
     * Asks all assertions now, and keeps what came of it.
     *
     * @return a result each, by name
     */
    public List<AssertionResult> run() {
        return transaction.execute(_ -> {
            var all = assertions.all();
            if (all.isEmpty()) {
                return List.of();
            }
            var now = clock.instant();
            var results = asking.ask(all, now);
            results.forEach(result -> assertions.store(result.assertion().id(), result.holds(), result.end(), now));
            return results;
        });
    }

    private RoutingAssertion asked(TenantPlan plan, RoutingAssertion assertion) {
        var now = clock.instant();
        var result = Asking.ask(asking.reader(plan, now), assertion);
        assertions.store(assertion.id(), result.holds(), result.end(), now);
        return assertions.find(assertion.id()).orElseThrow(() -> notFound(assertion.id()));
    }

    /** In the form in which it is kept: numbers in E.164, the time without a clock's place. */
    private RoutingAssertion kept(TenantPlan plan, UUID id, UUID tenantId, AssertionDraft draft) {
        var asked = draft.question();
        var question = asking.reader(plan, clock.instant()).read(asked);
        var isAlways = asked.at() == null || asked.at().isBlank();
        var country = plan.company().country();
        return new RoutingAssertion(id, tenantId, draft.name(), question.dialled(), question.origin().number(),
                isAlways ? null : question.at(), question.digits(), question.ifRung(), kept(draft.expect(), country),
                draft.passes().stream().map(point -> kept(point, country)).toList(), null, null);
    }

    private static RoutePoint kept(RoutePoint point, String country) {
        return switch (point.kind()) {
            case "outside_number", "number" -> new RoutePoint(point.kind(), NumberForm.e164(point.name(), country).orElse(point.name()));
            default -> point;
        };
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("assertion", id.toString());
    }

    private static RoutingAssertion storing(Supplier<RoutingAssertion> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}

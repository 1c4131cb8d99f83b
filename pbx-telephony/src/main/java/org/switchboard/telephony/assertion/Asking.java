package org.switchboard.telephony.assertion;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.PlanRepository;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Evaluator;
import org.switchboard.telephony.tenant.TenantScope;

/** Asks routing, by the plan as the running transaction sees it. */
@Component
public final class Asking {

    private final PlanRepository plans;
    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public Asking(JdbcClient jdbc) {
        this.plans = new PlanRepository(jdbc);
        this.jdbc = jdbc;
    }

    /**
     * The plan of the tenant in whose scope this runs, as the running transaction sees it.
     *
     * @return the plan
     * @throws NotFound when the tenant is gone
     */
    public TenantPlan plan() {
        var tenantId = TenantScope.current().requireTenantId();
        var plan = plans.load(Set.of(tenantId)).get(tenantId);
        if (plan == null) {
            throw new NotFound("tenant", tenantId.toString());
        }
        return plan;
    }

    /** A reader of questions to a plan, by the company's clock. */
    QuestionReader reader(TenantPlan plan, Instant now) {
        var zone = jdbc.sql("select time_zone from tenant where id = :id").param("id", plan.tenantId()).query(String.class).single();
        return new QuestionReader(plan, ZoneId.of(zone), now);
    }

    /** Asks all of some assertions. */
    List<AssertionResult> ask(List<RoutingAssertion> assertions, Instant now) {
        var reader = reader(plan(), now);
        return assertions.stream().map(assertion -> ask(reader, assertion)).toList();
    }

    /** Asks one. */
    static AssertionResult ask(QuestionReader reader, RoutingAssertion assertion) {
        try {
            return new AssertionResult(assertion, Evaluator.answer(reader.plan(), reader.read(assertion.question())), null);
        } catch (InvalidInput noLonger) {
            return new AssertionResult(assertion, null, noLonger.problems().getFirst());
        }
    }
}

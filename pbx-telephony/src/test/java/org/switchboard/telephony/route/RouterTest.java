package org.switchboard.telephony.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;

/** Where calls go that an extension dials, for any company and anything dialled. */
class RouterTest {

    private static final String DEVICE = "abcdefghijklmnop";
    private static final Surroundings NOW = Surroundings.quiet(Instant.parse("2026-11-23T10:00:00Z"));

    @Property
    void a_number_reaches_its_extension_exactly_when_the_company_has_it(@ForAll("companies") Set<String> numbers,
            @ForAll("dialled") String dialled) {
        var plan = plan(numbers);
        var act = begin(plan, plan.extension(numbers.iterator().next()).orElseThrow(), dialled).act();
        if (ServiceCode.of(dialled).isPresent()) {
            assertThat(act).isInstanceOf(Act.Serve.class);
        } else if (numbers.contains(dialled)) {
            assertThat(act).isEqualTo(new Act.Ring(List.of(new Act.Member.Devices(TestPlans.id(dialled), List.of(new DeviceRef(DEVICE)), 0)), 20));
        } else {
            assertThat(act).isInstanceOf(Act.Refuse.class);
        }
    }

    @Property
    void whoever_may_call_nobody_reaches_nobody(@ForAll("companies") Set<String> numbers, @ForAll("dialled") String dialled) {
        var act = begin(plan(numbers), TestPlans.extension("99", CallPermission.NOBODY), dialled).act();
        assertThat(act).isNotInstanceOfAny(Act.Ring.class, Act.DialOut.class);
    }

    @Property
    void anything_at_all_may_be_dialled(@ForAll String dialled) {
        var plan = plan(Set.of("101"));
        assertThat(begin(plan, plan.extension("101").orElseThrow(), dialled).act()).isNotNull();
    }

    @Test
    void given_ones_own_number_then_the_rule_says_so() {
        var plan = plan(Set.of("101", "102"));
        var caller = plan.extension("101").orElseThrow();
        assertThat(begin(plan, caller, "101").steps().getFirst().rule()).isEqualTo("route.own_extension");
        assertThat(begin(plan, caller, "102").steps().getFirst().rule()).isEqualTo("route.extension");
    }

    @Test
    void given_an_unknown_number_then_the_refusal_is_told_last() {
        var plan = plan(Set.of("101"));
        var turn = begin(plan, plan.extension("101").orElseThrow(), "*12");
        assertThat(turn.act()).isEqualTo(new Act.Refuse(Refusal.UNKNOWN_NUMBER));
        assertThat(turn.steps()).extracting(RouteStep::kind).containsExactly("route", "refuse");
    }

    private static Turn begin(TenantPlan plan, PlannedExtension caller, String dialled) {
        return new Router(plan, new Origin.Inside(caller, null)).begin(dialled, NOW);
    }

    private static TenantPlan plan(Set<String> numbers) {
        var builder = TestPlans.builder(new UUID(0, 1));
        numbers.forEach(number -> builder.add(TestPlans.extension(number, DEVICE)));
        return builder.build();
    }

    @Provide
    Arbitrary<Set<String>> companies() {
        return numbers().set().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> dialled() {
        return Arbitraries.oneOf(numbers(), Arbitraries.of("*43", "*65", "*", "#", "+82212345678", "0", ""),
                Arbitraries.strings().withCharRange('0', '9').ofMaxLength(4));
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.integers().between(10, 120).map(String::valueOf);
    }
}

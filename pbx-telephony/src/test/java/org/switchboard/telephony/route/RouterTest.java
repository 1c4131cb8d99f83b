package org.switchboard.telephony.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;

/** Where calls go, for any company and anything dialled. */
class RouterTest {

    @Property
    void a_number_reaches_its_extension_exactly_when_the_company_has_it(@ForAll("companies") Set<String> numbers,
            @ForAll("dialled") String dialled) {
        var plan = plan(numbers);
        var caller = plan.extension(numbers.iterator().next()).orElseThrow();
        var destination = Router.route(plan, caller, dialled).destination();
        if (ServiceCode.of(dialled).isPresent()) {
            assertThat(destination).isInstanceOf(Destination.ToService.class);
        } else if (numbers.contains(dialled)) {
            assertThat(destination).isEqualTo(new Destination.ToExtension(dialled));
        } else {
            assertThat(destination).isEqualTo(new Destination.Nowhere(Refusal.UNKNOWN_NUMBER));
        }
    }

    @Property
    void whoever_may_call_nobody_reaches_nobody(@ForAll("companies") Set<String> numbers, @ForAll("dialled") String dialled) {
        var caller = new PlannedExtension("99", 20, false, List.of());
        var destination = Router.route(plan(numbers), caller, dialled).destination();
        assertThat(destination).isNotInstanceOf(Destination.ToExtension.class);
    }

    @Property
    void anything_at_all_may_be_dialled(@ForAll String dialled) {
        var plan = plan(Set.of("101"));
        assertThat(Router.route(plan, plan.extension("101").orElseThrow(), dialled)).isNotNull();
    }

    @Test
    void given_ones_own_number_then_the_rule_says_so() {
        var plan = plan(Set.of("101", "102"));
        var caller = plan.extension("101").orElseThrow();
        assertThat(Router.route(plan, caller, "101").rule()).isEqualTo("route.own_extension");
        assertThat(Router.route(plan, caller, "102").rule()).isEqualTo("route.extension");
    }

    private static TenantPlan plan(Set<String> numbers) {
        return new TenantPlan(new UUID(0, 1), numbers.stream().map(number -> new PlannedExtension(number, 20, true, List.of()))
                .collect(Collectors.toSet()));
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

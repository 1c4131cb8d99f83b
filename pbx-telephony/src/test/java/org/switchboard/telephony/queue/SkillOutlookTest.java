package org.switchboard.telephony.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a queue's demands mean for its callers. */
class SkillOutlookTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void given_an_agent_who_meets_all_demands_then_at_once() {
        var outlook = SkillOutlook.of(List.of(new QueueSkill("Korean", 3, null)), Map.of(ONE, Map.of("Korean", 3)));
        assertThat(outlook.lacking()).isEmpty();
        assertThat(outlook.firstSeconds()).isZero();
    }

    @Test
    void given_a_demand_that_relaxes_then_when_it_has_come_down_to_the_best() {
        var demands = List.of(new QueueSkill("Korean", 5, 30));
        assertThat(SkillOutlook.of(demands, Map.of(ONE, Map.of("Korean", 1), TWO, Map.of("Korean", 3))).firstSeconds()).isEqualTo(60);
        assertThat(SkillOutlook.of(demands, Map.of(ONE, Map.of())).firstSeconds()).isEqualTo(150);
        assertThat(SkillOutlook.of(demands, Map.of(ONE, Map.of())).lacking()).containsExactly(new SkillOutlook.Lack("Korean", 5, 0));
    }

    @Test
    void given_two_demands_that_no_agent_meets_together_then_who_is_first_to_meet_both() {
        var demands = List.of(new QueueSkill("Korean", 5, 60), new QueueSkill("Contracts", 5, 10));
        var outlook = SkillOutlook.of(demands, Map.of(ONE, Map.of("Korean", 5), TWO, Map.of("Contracts", 5)));
        assertThat(outlook.lacking()).isEmpty();
        assertThat(outlook.firstSeconds()).isEqualTo(50);
    }

    @Test
    void given_a_demand_that_never_relaxes_or_nobody_at_all_then_never() {
        var demands = List.of(new QueueSkill("Korean", 5, null));
        assertThat(SkillOutlook.of(demands, Map.of(ONE, Map.of("Korean", 4))).firstSeconds()).isNull();
        assertThat(SkillOutlook.of(List.of(), Map.of()).firstSeconds()).isNull();
    }
}

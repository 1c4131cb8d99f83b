package org.switchboard.telephony.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.input.FieldProblem;

/** What must hold between the fields of a queue. */
class QueueRulesTest {

    private static final QueueDraft QUEUE = QueueDraft.of("Support", null, List.of("101", "102"));
    private static final DestinationDraft BUSY = new DestinationDraft(DestinationKind.HANGUP, null, null, "busy");

    @Test
    void given_a_plain_queue_then_nothing_is_wrong() {
        assertThat(fields(QUEUE)).isEmpty();
        assertThat(QUEUE.agents()).extracting(QueueAgentDraft::position).containsExactly(1, 2);
    }

    @Test
    void given_somebody_twice_then_the_second_row_is_named() {
        assertThat(fields(QueueDraft.of("Support", null, List.of("101", "102", "101")))).containsExactly("agents[2]");
        assertThat(fields(QUEUE.withSkills(List.of(new QueueSkill("Korean", 1, null), new QueueSkill("Korean", 2, null))))).containsExactly("skills[1]");
    }

    @Test
    void given_a_tier_that_opens_before_an_earlier_one_then_it_is_named() {
        assertThat(fields(QUEUE.withAgents(QUEUE.agents(), List.of(new QueueTier(2, 30), new QueueTier(3, 30))))).isEmpty();
        assertThat(fields(QUEUE.withAgents(QUEUE.agents(), List.of(new QueueTier(3, 29), new QueueTier(2, 30))))).containsExactly("tiers[0].opensAfterSeconds");
        assertThat(fields(QUEUE.withAgents(QUEUE.agents(), List.of(new QueueTier(2, 30), new QueueTier(2, 40))))).containsExactly("tiers[1]");
    }

    @Test
    void given_a_callback_key_that_leads_elsewhere_then_the_key_is_named() {
        var queue = QUEUE.withKeys(Map.of("5", BUSY));
        assertThat(fields(queue.withCallback(new QueueCallback("6", null, null, null)))).isEmpty();
        assertThat(fields(queue.withCallback(new QueueCallback("5", null, null, null)))).containsExactly("callback.key");
        assertThat(fields(QUEUE.withKeys(Map.of("A", BUSY)))).containsExactly("keys.A");
    }

    @Test
    void given_addresses_then_each_must_be_one_and_empty_ones_are_left_out() {
        assertThat(fields(QUEUE.withGoals(new ServiceGoal(), new QueueAlerts(null, null, null, List.of("", "a@b.example", "a@b.example"))))).isEmpty();
        assertThat(fields(QUEUE.withGoals(new ServiceGoal(), new QueueAlerts(null, null, null, List.of("nobody"))))).containsExactly("alerts.emails");
    }

    @Test
    void given_an_aging_between_never_and_half_a_minute_then_it_is_named() {
        assertThat(fields(QUEUE.withOffers(QUEUE.offers(), null, 0))).isEmpty();
        assertThat(fields(QUEUE.withOffers(QUEUE.offers(), null, 29))).containsExactly("agingSeconds");
    }

    private static List<String> fields(QueueDraft draft) {
        return QueueRules.problems(draft).stream().map(FieldProblem::field).toList();
    }
}

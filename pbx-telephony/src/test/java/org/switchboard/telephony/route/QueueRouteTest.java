package org.switchboard.telephony.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.PlanBuilder;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.PlannedVoicemail;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;
import org.switchboard.telephony.queue.CallerPriority;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.queue.Staffing;

/** How callers come into a queue, with which priority, and how they get out of it again. */
class QueueRouteTest {

    private static final String NUMBER = "+8221234500";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID SUPPORT = TestPlans.id("Support");

    @ParameterizedTest
    @CsvSource({
        "+821012345678, 5, queue.waits",
        "+821099990000, 9, queue.waits.caller",
        "+821099991111, 8, queue.waits.caller_prefix",
        "+821099112222, 7, queue.waits.caller_prefix"})
    void given_rules_about_callers_then_the_most_exact_gives_the_priority(String caller, int priority, String rule) {
        var plan = company(new QueueLimits()).add(rule(CallerPriority.Matches.CALLER, "+821099990000", 9))
                .add(rule(CallerPriority.Matches.CALLER_PREFIX, "+8210999", 8)).add(rule(CallerPriority.Matches.CALLER_PREFIX, "+821099", 7)).build();
        var turn = new Router(plan, outside(caller)).begin(NUMBER, Surroundings.quiet(NOW));
        assertThat(turn.act()).isEqualTo(new Act.WaitInQueue(plan.queue(SUPPORT).orElseThrow(), priority));
        assertThat(turn.steps().getLast().rule()).isEqualTo(rule);
        assertThat(turn.place().kind()).isEqualTo(DestinationKind.QUEUE);
        assertThat(new Router(plan, outside(caller)).resume(turn.place(), Surroundings.quiet(NOW)).act()).isEqualTo(turn.act());
    }

    @Test
    void given_a_rule_about_the_number_dialled_then_it_counts_where_none_is_about_the_caller() {
        var plan = company(new QueueLimits()).add(rule(CallerPriority.Matches.DIALLED, NUMBER, 10))
                .add(rule(CallerPriority.Matches.CALLER, "+821099990000", 1)).build();
        assertThat(priority(plan, "+821012345678")).isEqualTo(10);
        assertThat(priority(plan, "+821099990000")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, '', queue Support", "NO_ANSWER, '', voicemail 201", "BUSY, '', voicemail 202", "NOT_REGISTERED, '', voicemail 203",
        "ANSWERED, ',9', voicemail 204", "ANSWERED, ',89', voicemail 204", "ANSWERED, ',8', queue Support", "NO_ANSWER, '1,9', voicemail 204"})
    void given_a_question_then_a_queue_keeps_the_caller_unless_limits_or_keys_lead_on(IfRung ifRung, String digits, String end) {
        var plan = company(new QueueLimits(50, 600, null, null)).build();
        var throughMenu = digits.startsWith("1");
        var answer = Evaluator.answer(throughMenu ? menu(company(new QueueLimits(50, 600, null, null))).build() : plan,
                new Question(outside("+821012345678"), NUMBER, NOW, throughMenu ? digits : digits.replaceFirst("^,", ""), ifRung));
        assertThat(answer.end().kind() + " " + answer.end().name()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"NO_ANSWER", "BUSY", "NOT_REGISTERED"})
    void given_a_queue_without_bounds_then_it_keeps_everybody(IfRung ifRung) {
        var answer = Evaluator.answer(company(new QueueLimits(null, null, Staffing.ALWAYS, Staffing.ALWAYS)).build(),
                new Question(outside("+821012345678"), NUMBER, NOW, "", ifRung));
        assertThat(answer.end()).isEqualTo(new Answer.End("queue", "Support"));
    }

    @Test
    void given_a_way_out_that_leads_nowhere_then_the_caller_is_told_that_nobody_is_there() {
        var plan = bare(new QueueLimits(1, null, null, null)).build();
        var answer = Evaluator.answer(plan, new Question(outside("+821012345678"), NUMBER, NOW, "", IfRung.BUSY));
        assertThat(answer.end()).isEqualTo(new Answer.End("refuse", "no_answer"));
        assertThat(answer.steps()).extracting(RouteStep::rule).containsExactly("number.leads", "queue.waits", "queue.full", "step.refuse.no_answer");
    }

    @Test
    void given_its_number_when_an_extension_dials_it_then_it_waits_there() {
        var plan = company(new QueueLimits()).add(TestPlans.extension("101", "abcdefghijklmnop")).build();
        var turn = new Router(plan, new Origin.Inside(plan.extension("101").orElseThrow(), null)).begin("700", Surroundings.quiet(NOW));
        assertThat(turn.act()).isInstanceOf(Act.WaitInQueue.class);
        assertThat(turn.steps()).extracting(RouteStep::rule).containsExactly("route.queue", "queue.waits");
    }

    private static int priority(TenantPlan plan, String caller) {
        return ((Act.WaitInQueue) new Router(plan, outside(caller)).begin(NUMBER, Surroundings.quiet(NOW)).act()).priority();
    }

    private static Origin outside(String caller) {
        return new Origin.Outside(CallerNumber.parse(caller, false, "KR"), NUMBER);
    }

    private static CallerPriority rule(CallerPriority.Matches matches, String number, int priority) {
        return new CallerPriority(TestPlans.id(matches + number), matches, number, priority, "");
    }

    /** A number that leads to a queue without ways out. */
    private static PlanBuilder bare(QueueLimits limits) {
        return TestPlans.builder(new UUID(0, 1)).add(new PlannedNumber(TestPlans.id(NUMBER), NUMBER, ""))
                .exit(TestPlans.id(NUMBER), "to", TestPlans.to(DestinationKind.QUEUE, "Support"))
                .add(new PlannedQueue(SUPPORT, "Support", "700", 5, 300, new QueueOffers(), limits, new QueueSounds(), new QueueCallback(),
                        new ServiceGoal(), new QueueAlerts(), new QueueRecording(), new TreeMap<>(), List.of()));
    }

    private static PlanBuilder company(QueueLimits limits) {
        var plan = bare(limits);
        List.of("max_wait 201", "full 202", "no_agents 203", "key_9 204").forEach(way -> {
            var box = way.split(" ")[1];
            plan.add(new PlannedVoicemail(TestPlans.id(box), box, "Box", null));
            plan.exit(SUPPORT, way.split(" ")[0], TestPlans.to(DestinationKind.VOICEMAIL, box));
        });
        return plan;
    }

    /** The same behind key 1 of a menu. */
    private static PlanBuilder menu(PlanBuilder plan) {
        return plan.add(new PlannedMenu(TestPlans.id("Menu"), "Menu", null, TestPlans.id("prompt"), null, null, 3, 3, 3, false, Set.of()))
                .exit(TestPlans.id(NUMBER), "to", TestPlans.to(DestinationKind.MENU, "Menu"))
                .exit(TestPlans.id("Menu"), "key_1", TestPlans.to(DestinationKind.QUEUE, "Support"));
    }
}

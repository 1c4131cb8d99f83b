package org.switchboard.telephony.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.distribution.Decision.Offer;

/** The rules one by one. What holds always is proved by {@link DistributionWorldTest}. */
class DistributionTest {

    private static final UUID SALES = new UUID(0, 1);
    private static final UUID HELP = new UUID(0, 2);
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final UUID CHO = new UUID(1, 3);
    private static final UUID KOREAN = new UUID(2, 1);

    private final Distribution distribution = new Distribution(1);
    private final List<Decision> decided = new ArrayList<>();
    private long second;

    @Test
    void given_agents_of_unequal_idleness_when_callers_come_then_the_longest_idle_is_asked() {
        open(new Rules(SALES), agent(ANNA, SALES), agent(BEN, SALES));
        at(0).signIn(ANNA).at(1).signIn(BEN);
        at(2).enters("a", SALES).at(3).answers(ANNA).at(4).talkEnds(ANNA);
        at(5).enters("b", SALES);
        assertThat(lastOffer().agents()).containsExactly(BEN);
    }

    @Test
    void given_round_robin_when_callers_come_then_all_have_their_turn_though_one_is_idle_longest() {
        open(new Rules(SALES).strategy(Strategy.ROUND_ROBIN), agent(ANNA, SALES), agent(BEN, SALES));
        at(0).signIn(BEN).at(1).signIn(ANNA);
        for (UUID turn : List.of(ANNA, BEN, ANNA, BEN)) {
            enters("c" + turn + decided.size(), SALES);
            assertThat(lastOffer().agents()).containsExactly(turn);
            answers(turn).talkEnds(turn);
        }
    }

    @Test
    void given_fewest_calls_when_one_had_fewer_talks_then_that_one_is_asked_and_a_new_day_starts_from_nothing() {
        open(new Rules(SALES).strategy(Strategy.FEWEST_CALLS), agent(ANNA, SALES), agent(BEN, SALES));
        at(0).signIn(ANNA).signIn(BEN);
        at(1).enters("a", SALES).answers(ANNA).talkEnds(ANNA);
        at(2).enters("b", SALES).answers(BEN);
        at(3).enters("c", SALES).answers(ANNA).talkEnds(ANNA).at(9).talkEnds(BEN);
        at(10).enters("d", SALES);
        assertThat(lastOffer().agents()).as("one talk against two").containsExactly(BEN);
        answers(BEN).at(20).talkEnds(BEN).tell(new Event.DayBegan(now()));
        at(21).enters("e", SALES);
        assertThat(lastOffer().agents()).as("none against none, and longer idle").containsExactly(ANNA);
    }

    @Test
    void given_skills_when_several_are_free_then_the_best_at_what_is_demanded_is_asked() {
        open(new Rules(SALES).strategy(Strategy.SKILLS).demand(new SkillDemand(KOREAN, 3, null)),
                skilled(ANNA, 4, SALES), skilled(BEN, 9, SALES), skilled(CHO, 2, SALES));
        signIn(ANNA).signIn(CHO).at(5).signIn(BEN);
        enters("a", SALES);
        assertThat(lastOffer().agents()).containsExactly(BEN);
        enters("b", SALES);
        assertThat(lastOffer().agents()).containsExactly(ANNA);
        enters("c", SALES).at(20).passes();
        assertThat(offers()).as("Cho knows too little, and it does not relax").hasSize(2);
    }

    @Test
    void given_a_demand_that_relaxes_when_a_caller_has_waited_then_a_beginner_is_asked_at_that_very_moment() {
        open(new Rules(SALES).demand(new SkillDemand(KOREAN, 5, 10)), skilled(CHO, 2, SALES));
        signIn(CHO).at(100).enters("a", SALES);
        assertThat(distribution.nextWake()).contains(Instant.ofEpochSecond(130));
        at(129).passes();
        assertThat(offers()).isEmpty();
        at(130).passes();
        assertThat(lastOffer().agents()).containsExactly(CHO);
    }

    @Test
    void given_tiers_when_the_first_is_busy_then_the_second_is_asked_once_it_opens_and_not_when_the_first_is_free() {
        open(new Rules(SALES).tiers(Map.of(2, 30)), agent(ANNA, SALES), new AgentRules(BEN, Map.of(), List.of(new Membership(SALES, 2, 1))));
        signIn(ANNA).signIn(BEN).enters("a", SALES).answers(ANNA);
        at(10).enters("b", SALES).at(39).passes();
        assertThat(offers()).hasSize(1);
        at(40).passes();
        assertThat(lastOffer()).returns("b", Offer::visit).returns(List.of(BEN), Offer::agents);
        at(50).answers(BEN).talkEnds(BEN).at(60).talkEnds(ANNA);
        tell(new Event.CallerEntered(now(), "c", SALES, Instant.EPOCH, 5, 0, Arrival.RESTORED));
        assertThat(lastOffer().agents()).as("Ben is idle longer and his tier is open, but Anna is of the first").containsExactly(ANNA);
    }

    @Test
    void given_ring_all_when_two_callers_come_then_the_first_has_all_who_are_free_and_the_second_who_is_left() {
        open(new Rules(SALES).strategy(Strategy.RING_ALL), agent(ANNA, SALES), agent(BEN, SALES), agent(CHO, SALES));
        signIn(ANNA).signIn(BEN).enters("a", SALES).enters("b", SALES).signIn(CHO);
        assertThat(offers()).extracting(Offer::visit).containsExactly("a", "b");
        assertThat(offers()).extracting(Offer::agents).containsExactly(List.of(ANNA, BEN), List.of(CHO));
        tell(new Event.OfferAnswered(now(), 1, BEN));
        assertThat(status(ANNA)).isEqualTo(AgentStatus.FREE);
        assertThat(status(BEN)).isEqualTo(AgentStatus.TALKING);
    }

    @Test
    void given_ring_all_when_nobody_answers_then_nobody_is_set_aside_and_all_ring_again() {
        open(new Rules(SALES).strategy(Strategy.RING_ALL).missed(1), agent(ANNA, SALES), agent(BEN, SALES));
        signIn(ANNA).signIn(BEN).enters("a", SALES).at(20).fails(Miss.NO_ANSWER);
        assertThat(lastOffer().offerId()).isEqualTo(2);
        assertThat(lastOffer().agents()).containsExactly(ANNA, BEN);
    }

    @Test
    void given_an_agent_of_two_queues_then_the_higher_priority_comes_first_and_of_equals_who_waits_longest() {
        open(List.of(new Rules(SALES).build(), new Rules(HELP).build()), agent(ANNA, SALES, HELP));
        at(1).signIn(ANNA).enters("now", SALES).answers(ANNA);
        at(2).enters("sales", SALES).at(3).enters("help", HELP);
        at(4).tell(new Event.CallerEntered(now(), "important", HELP, now(), 7, 0, Arrival.NEW));
        List<String> served = new ArrayList<>();
        for (int second = 5; second < 8; second++) {
            at(second).talkEnds(ANNA);
            served.add(lastOffer().visit());
            answers(ANNA);
        }
        assertThat(served).containsExactly("important", "sales", "help");
    }

    @Test
    void given_aging_when_important_callers_never_cease_then_an_ordinary_one_is_served_when_waiting_has_made_up_for_it() {
        open(new Rules(SALES).aging(60), agent(ANNA, SALES));
        signIn(ANNA).enters("first", SALES).answers(ANNA);
        tell(new Event.CallerEntered(now(), "ordinary", SALES, now(), 1, 0, Arrival.NEW));
        int second = 0;
        while (second < 3_600 && !lastOffer().visit().equals("ordinary")) {
            second += 10;
            at(second).tell(new Event.CallerEntered(now(), "important" + second, SALES, now(), 10, 0, Arrival.NEW)).talkEnds(ANNA).answers(ANNA);
        }
        assertThat(second).isEqualTo(9 * 60);
    }

    @Test
    void given_callers_pulled_to_the_front_then_the_first_pulled_is_first_whatever_the_priorities() {
        open(new Rules(SALES), agent(ANNA, SALES));
        signIn(ANNA).enters("talks", SALES).answers(ANNA).enters("a", SALES).enters("b", SALES).enters("c", SALES);
        tell(new Event.CallerToFront(now(), "c")).tell(new Event.CallerToFront(now(), "b")).tell(new Event.CallerToFront(now(), "c"));
        tell(new Event.CallerPriority(now(), "a", 10));
        assertThat(distribution.waiting(SALES, now())).extracting(WaitingCaller::visit).containsExactly("c", "b", "a");
        assertThat(distribution.waiting(SALES, now())).extracting(WaitingCaller::rank).containsExactly(1L, 2L, 0L);
    }

    @Test
    void given_a_caller_who_leaves_in_the_instant_the_agent_answers_then_the_talk_stands_and_its_end_frees_the_agent() {
        open(new Rules(SALES).wrapUp(30), agent(ANNA, SALES));
        signIn(ANNA).enters("a", SALES);
        tell(new Event.CallerLeft(now(), "a"));
        assertThat(decided.getLast()).isEqualTo(new Decision.Withdraw(1));
        enters("b", SALES);
        assertThat(offers()).as("the phone is not known to have stopped ringing").hasSize(1);
        answers(ANNA);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.TALKING);
        at(1).talkEnds(ANNA);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.WRAP_UP);
        assertThat(distribution.nextWake()).contains(Instant.ofEpochSecond(31));
        at(31).passes();
        assertThat(lastOffer().visit()).isEqualTo("b");
    }

    @Test
    void given_an_offer_of_which_nothing_is_heard_then_it_is_taken_back_and_the_caller_goes_to_the_next() {
        open(new Rules(SALES), agent(ANNA, SALES), agent(BEN, SALES));
        signIn(ANNA).enters("a", SALES).at(1).signIn(BEN);
        at(20 + 15).passes();
        assertThat(decided.getLast()).isEqualTo(new Decision.Withdraw(1));
        at(20 + 15 + 5).passes();
        assertThat(lastOffer().agents()).containsExactly(BEN);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.SET_ASIDE);
    }

    @Test
    void given_a_rule_for_missed_offers_when_an_agent_misses_them_then_he_is_set_aside_until_he_resumes_or_time_is_over() {
        open(new Rules(SALES).missed(2), agent(ANNA, SALES));
        signIn(ANNA).enters("a", SALES).at(20).fails(Miss.NO_ANSWER);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.RINGING);
        at(40).fails(Miss.NO_ANSWER);
        assertThat(decided.getLast()).isEqualTo(new Decision.AgentIs(ANNA, AgentStatus.SET_ASIDE, Instant.ofEpochSecond(40), Instant.ofEpochSecond(100)));
        at(100).passes();
        assertThat(status(ANNA)).isEqualTo(AgentStatus.RINGING);
        at(120).fails(Miss.NO_ANSWER).at(140).fails(Miss.NO_ANSWER).at(141).tell(new Event.AgentResumed(now(), ANNA));
        assertThat(status(ANNA)).isEqualTo(AgentStatus.RINGING);
    }

    @Test
    void given_an_agent_who_rejects_when_another_is_free_then_the_caller_goes_there_at_once_and_not_back_though_the_first_is_idle_longer() {
        open(new Rules(SALES).missed(0).strategy(Strategy.IN_ORDER), agent(ANNA, SALES), agent(BEN, SALES));
        signIn(ANNA).signIn(BEN).enters("a", SALES).at(1).fails(Miss.REJECTED);
        assertThat(lastOffer().agents()).containsExactly(BEN);
        at(21).fails(Miss.NO_ANSWER);
        assertThat(lastOffer().agents()).as("each once").containsExactly(ANNA);
    }

    @Test
    void given_a_phone_out_of_reach_then_it_is_not_tried_again_until_it_is_there_or_ten_seconds_have_passed() {
        open(new Rules(SALES), agent(ANNA, SALES));
        signIn(ANNA).enters("a", SALES).at(1).fails(Miss.UNREACHABLE);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.UNREACHABLE);
        at(3).tell(new Event.AgentReachable(now(), ANNA, true));
        assertThat(status(ANNA)).isEqualTo(AgentStatus.RINGING);
        at(4).fails(Miss.UNREACHABLE);
        assertThat(distribution.nextWake()).contains(Instant.ofEpochSecond(14));
    }

    @Test
    void given_a_maximum_wait_when_it_passes_while_a_phone_rings_then_the_caller_leaves_only_if_nobody_answers() {
        open(new Rules(SALES).maxWait(30), agent(ANNA, SALES));
        at(0).enters("a", SALES).at(20).signIn(ANNA).at(35).passes();
        assertThat(leaves()).isEmpty();
        at(40).fails(Miss.NO_ANSWER);
        assertThat(leaves()).containsExactly(new Decision.Leave("a", SALES, Way.MAX_WAIT));
        at(41).enters("b", SALES).at(71).passes();
        assertThat(leaves()).hasSize(1);
    }

    @Test
    void given_a_full_queue_when_a_caller_comes_then_he_leaves_unless_an_agent_is_free_for_him() {
        open(new Rules(SALES).maxLength(1), agent(ANNA, SALES), agent(BEN, SALES), agent(CHO, SALES));
        signIn(ANNA).signIn(BEN).enters("a", SALES).enters("b", SALES).enters("c", SALES);
        assertThat(offers()).extracting(Offer::visit).containsExactly("a", "b");
        assertThat(leaves()).containsExactly(new Decision.Leave("c", SALES, Way.FULL));
    }

    @Test
    void given_a_queue_that_asks_for_agents_when_the_last_one_goes_then_those_who_wait_leave_and_nobody_comes_in() {
        open(new Rules(SALES).join(Presence.SIGNED_IN).stay(Presence.AVAILABLE), agent(ANNA, SALES));
        enters("early", SALES).signIn(ANNA).enters("a", SALES).answers(ANNA).enters("b", SALES).tell(new Event.AgentPaused(now(), ANNA));
        enters("c", SALES).tell(new Event.AgentSignedOut(now(), ANNA)).enters("d", SALES);
        assertThat(leaves()).extracting(Decision.Leave::visit).containsExactly("early", "b", "c", "d");
        assertThat(leaves()).extracting(Decision.Leave::way).containsOnly(Way.NO_AGENTS);
    }

    @Test
    void given_a_skill_that_nobody_has_when_agents_must_be_there_then_nobody_is() {
        open(new Rules(SALES).join(Presence.SIGNED_IN).demand(new SkillDemand(KOREAN, 5, null)), agent(ANNA, SALES));
        signIn(ANNA).enters("a", SALES);
        assertThat(leaves()).containsExactly(new Decision.Leave("a", SALES, Way.NO_AGENTS));
    }

    @Test
    void given_a_callback_when_it_is_due_then_it_is_offered_at_its_old_place_to_one_agent_even_where_all_ring() {
        open(new Rules(SALES).strategy(Strategy.RING_ALL).maxWait(10), agent(ANNA, SALES), agent(BEN, SALES));
        at(0).enters("a", SALES).at(1).enters("b", SALES).at(2).tell(new Event.CallbackAsked(now(), "a"));
        at(3).signIn(ANNA);
        assertThat(lastOffer().visit()).as("not due yet").isEqualTo("b");
        at(15).fails(Miss.NO_ANSWER).at(16).signIn(BEN).enters("c", SALES);
        assertThat(leaves()).as("on the phone for too long").containsExactly(new Decision.Leave("b", SALES, Way.MAX_WAIT));
        at(18).tell(new Event.CallbackDue(now(), "a", true));
        assertThat(distribution.waiting(SALES, now())).extracting(WaitingCaller::visit).containsExactly("a", "c");
        at(20).fails(Miss.NO_ANSWER);
        assertThat(offers()).last().returns("c", Offer::visit);
        assertThat(offers().get(offers().size() - 2)).returns("a", Offer::visit).returns(true, Offer::callback).satisfies(o -> assertThat(o.agents()).hasSize(1));
    }

    @Test
    void given_a_pause_in_every_state_then_talk_and_wrap_up_are_finished_and_ringing_stops() {
        open(new Rules(SALES).wrapUp(10), agent(ANNA, SALES));
        signIn(ANNA).enters("a", SALES).tell(new Event.AgentPaused(now(), ANNA));
        assertThat(decided.getLast()).isEqualTo(new Decision.Withdraw(1));
        fails(Miss.WITHDRAWN);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.PAUSED);
        at(1).tell(new Event.AgentResumed(now(), ANNA)).answers(ANNA).tell(new Event.AgentPaused(now(), ANNA));
        assertThat(status(ANNA)).isEqualTo(AgentStatus.TALKING);
        at(2).talkEnds(ANNA);
        assertThat(status(ANNA)).isEqualTo(AgentStatus.WRAP_UP);
        at(12).passes();
        assertThat(decided.getLast()).isEqualTo(new Decision.AgentIs(ANNA, AgentStatus.PAUSED, Instant.ofEpochSecond(12), null));
    }

    @Test
    void given_a_queue_deleted_with_callers_in_it_then_they_leave_and_phones_stop_ringing() {
        open(new Rules(SALES), agent(ANNA, SALES));
        signIn(ANNA).enters("a", SALES).enters("b", SALES).tell(new Event.Configured(now(), List.of(), List.of(agent(ANNA))));
        assertThat(leaves()).extracting(Decision.Leave::way).containsExactly(Way.GONE, Way.GONE);
        assertThat(decided).contains(new Decision.Withdraw(1));
    }

    @Test
    void given_a_restart_when_callers_and_agents_are_told_in_any_order_then_places_and_states_are_what_they_were() {
        open(new Rules(SALES).maxLength(1).join(Presence.SIGNED_IN).wrapUp(60), agent(ANNA, SALES), agent(BEN, SALES));
        at(1_000).tell(new Event.CallerEntered(now(), "second", SALES, Instant.ofEpochSecond(950), 5, 0, Arrival.RESTORED));
        tell(new Event.CallerEntered(now(), "pulled", SALES, Instant.ofEpochSecond(990), 1, 4, Arrival.RESTORED));
        tell(new Event.CallerEntered(now(), "first", SALES, Instant.ofEpochSecond(900), 5, 0, Arrival.CALLBACK));
        assertThat(distribution.waiting(SALES, now())).extracting(WaitingCaller::visit).containsExactly("pulled", "first", "second");
        Instant morning = Instant.ofEpochSecond(100);
        tell(new Event.AgentRestored(now(), ANNA, new AgentMemory(morning, null, null, null, Instant.ofEpochSecond(980), Instant.ofEpochSecond(1_040), null,
                Instant.ofEpochSecond(980), 3)));
        assertThat(decided.getLast()).isEqualTo(new Decision.AgentIs(ANNA, AgentStatus.WRAP_UP, Instant.ofEpochSecond(980), Instant.ofEpochSecond(1_040)));
        tell(new Event.AgentRestored(now(), BEN, new AgentMemory(morning, null, Instant.ofEpochSecond(940), SALES, null, null, null, null, 1)));
        assertThat(distribution.agent(BEN)).get().returns(AgentStatus.TALKING, AgentView::status).returns(Instant.ofEpochSecond(940), AgentView::since);
        at(1_001).talkEnds(BEN);
        assertThat(status(BEN)).isEqualTo(AgentStatus.WRAP_UP);
        tell(new Event.CallerToFront(now(), "second"));
        assertThat(distribution.caller("second", now())).get().returns(5L, WaitingCaller::rank);
    }

    private void open(Rules rules, AgentRules... agents) {
        open(List.of(rules.build()), agents);
    }

    private void open(List<QueueRules> queues, AgentRules... agents) {
        tell(new Event.Configured(now(), queues, List.of(agents)));
    }

    private static AgentRules agent(UUID id, UUID... queues) {
        return new AgentRules(id, Map.of(), Arrays.stream(queues).map(queue -> new Membership(queue, 1, 1)).toList());
    }

    private static AgentRules skilled(UUID id, int level, UUID queue) {
        return new AgentRules(id, Map.of(KOREAN, level), List.of(new Membership(queue, 1, 1)));
    }

    private Instant now() {
        return Instant.ofEpochSecond(second);
    }

    private DistributionTest at(long seconds) {
        second = seconds;
        return this;
    }

    private DistributionTest tell(Event event) {
        decided.addAll(distribution.on(event));
        return this;
    }

    private DistributionTest passes() {
        return tell(new Event.TimePassed(now()));
    }

    private DistributionTest signIn(UUID agent) {
        return tell(new Event.AgentSignedIn(now(), agent));
    }

    private DistributionTest enters(String visit, UUID queue) {
        return tell(new Event.CallerEntered(now(), visit, queue, now(), 5, 0, Arrival.NEW));
    }

    private DistributionTest answers(UUID agent) {
        return tell(new Event.OfferAnswered(now(), lastOffer().offerId(), agent));
    }

    private DistributionTest fails(Miss miss) {
        Map<UUID, Miss> misses = new HashMap<>();
        lastOffer().agents().forEach(agent -> misses.put(agent, miss));
        return tell(new Event.OfferFailed(now(), lastOffer().offerId(), misses));
    }

    private DistributionTest talkEnds(UUID agent) {
        return tell(new Event.TalkEnded(now(), agent));
    }

    private AgentStatus status(UUID agent) {
        return distribution.agent(agent).orElseThrow().status();
    }

    private List<Offer> offers() {
        return decided.stream().filter(Offer.class::isInstance).map(Offer.class::cast).toList();
    }

    private Offer lastOffer() {
        return offers().getLast();
    }

    private List<Decision.Leave> leaves() {
        return decided.stream().filter(Decision.Leave.class::isInstance).map(Decision.Leave.class::cast).toList();
    }
}

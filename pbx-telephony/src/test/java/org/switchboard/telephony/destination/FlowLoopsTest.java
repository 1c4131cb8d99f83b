package org.switchboard.telephony.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlowLoopsTest {

    private final Map<UUID, Map<String, Destination>> exits = new HashMap<>();
    private final Destination hours = thing(DestinationKind.SCHEDULE, "Hours");
    private final Destination closed = thing(DestinationKind.ANNOUNCEMENT, "Closed");
    private final Destination menu = thing(DestinationKind.MENU, "Menu");
    private final Destination mina = thing(DestinationKind.EXTENSION, "101 Mina");
    private final Destination sales = thing(DestinationKind.RING_GROUP, "Sales");

    @Test
    void given_a_way_that_comes_back_by_itself_when_searched_then_it_is_told_in_order() {
        leads(hours, "closed", closed);
        leads(closed, "next", mina);
        leads(mina, "not_registered", hours);

        assertThat(FlowLoops.find(exits, hours.nodeId())).hasValueSatisfying(way ->
                assertThat(way).extracting(Destination::name).containsExactly("Closed", "101 Mina", "Hours"));
    }

    @Test
    void given_a_key_or_somebody_who_rang_in_between_when_searched_then_it_is_no_loop() {
        leads(menu, "key_9", menu);
        leads(sales, "no_answer", sales);
        leads(mina, "no_answer", mina);

        assertThat(FlowLoops.find(exits, menu.nodeId())).isEmpty();
        assertThat(FlowLoops.find(exits, sales.nodeId())).isEmpty();
        assertThat(FlowLoops.find(exits, mina.nodeId())).isEmpty();
    }

    @Test
    void given_a_menu_that_plays_itself_again_for_ever_when_searched_then_it_is_a_loop() {
        leads(menu, "no_input", menu);

        assertThat(FlowLoops.find(exits, menu.nodeId())).hasValueSatisfying(way -> assertThat(way).containsExactly(menu));
    }

    @Test
    void given_a_loop_further_on_when_searched_from_before_it_then_the_thing_itself_is_not_in_it() {
        leads(menu, "no_input", hours);
        leads(hours, "open", closed);
        leads(closed, "next", hours);

        assertThat(FlowLoops.find(exits, menu.nodeId())).isEmpty();
        assertThat(FlowLoops.find(exits, closed.nodeId())).isPresent();
    }

    @Test
    void given_calls_that_are_always_forwarded_when_searched_then_being_busy_does_not_count() {
        leads(mina, "always", closed);
        leads(mina, "busy", mina);

        assertThat(FlowLoops.find(exits, mina.nodeId())).isEmpty();
    }

    @Test
    void given_ends_and_numbers_outside_when_searched_then_no_loop() {
        exits.put(closed.nodeId(), Map.of("next", new Destination(DestinationKind.HANGUP, null, null, "normal", "normal")));

        assertThat(FlowLoops.find(exits, closed.nodeId())).isEmpty();
    }

    private void leads(Destination from, String exit, Destination to) {
        exits.computeIfAbsent(from.nodeId(), id -> new HashMap<>()).put(exit, to);
    }

    private static Destination thing(DestinationKind kind, String name) {
        return new Destination(kind, UUID.randomUUID(), null, null, name);
    }
}

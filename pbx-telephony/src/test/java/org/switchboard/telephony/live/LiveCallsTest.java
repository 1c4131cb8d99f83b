package org.switchboard.telephony.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.ari.AriBridge;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriChannel.CallerId;
import org.switchboard.telephony.ari.AriChannel.DialplanPlace;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEndpoint;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriRequest;
import org.switchboard.telephony.ari.AriResponse;
import org.switchboard.telephony.ari.AriTransport;
import org.switchboard.telephony.cdr.CallRecord;
import tools.jackson.databind.json.JsonMapper;

class LiveCallsTest {

    private static final UUID ACME = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ALICE = "pbx-1.0";
    private static final String BOB = "pbx-1.1";

    private final Asterisk asterisk = new Asterisk();
    private final LiveCalls live = new LiveCalls(new AriClient(asterisk), InstantSource.fixed(NOON));
    private final DeviceStates devices = new DeviceStates(new AriClient(asterisk));

    @Test
    void given_a_call_when_it_rings_talks_is_held_and_ends_then_each_state_is_shown() {
        ring();
        assertThat(only().state()).isEqualTo(LiveCallState.RINGING);
        assertThat(only().id()).isEqualTo(CallRecord.idOf(ALICE));
        assertThat(only().callerName()).isEqualTo("Alice");
        assertThat(only().calleeNumber()).isEqualTo("102");
        answer();
        assertThat(only().state()).isEqualTo(LiveCallState.TALKING);
        assertThat(only().answeredAt()).isEqualTo(NOON.plusSeconds(3));
        live.onEvent(new AriEvent.ChannelHold(NOON, channel(BOB, ALICE, ACME, "Up")));
        assertThat(only().state()).isEqualTo(LiveCallState.HELD);
        live.onEvent(new AriEvent.ChannelUnhold(NOON, channel(BOB, ALICE, ACME, "Up")));
        assertThat(only().state()).isEqualTo(LiveCallState.TALKING);
        live.onEvent(new AriEvent.ChannelDestroyed(NOON, 16, "", channel(BOB, ALICE, ACME, "Up")));
        live.onEvent(new AriEvent.ChannelDestroyed(NOON, 16, "", channel(ALICE, ALICE, ACME, "Up")));
        assertThat(live.of(ACME)).isEmpty();
    }

    @Test
    void given_a_call_that_ended_when_a_late_event_comes_then_it_does_not_come_back() {
        ring();
        live.onEvent(new AriEvent.ChannelDestroyed(NOON, 16, "", channel(BOB, ALICE, ACME, "Up")));
        live.onEvent(new AriEvent.ChannelDestroyed(NOON, 16, "", channel(ALICE, ALICE, ACME, "Up")));
        live.onEvent(new AriEvent.Dial(NOON, channel(ALICE, ALICE, ACME, "Up"), channel(BOB, ALICE, ACME, "Up"), "CANCEL"));
        live.onEvent(new AriEvent.ChannelStateChange(NOON, channel(BOB, ALICE, ACME, "Up")));
        assertThat(live.of(ACME)).isEmpty();
    }

    @Test
    void given_channels_that_do_not_tell_their_call_when_one_dials_the_other_then_they_are_one_call() {
        live.onEvent(new AriEvent.ChannelCreated(NOON, channel(ALICE, "", ACME, "Ring")));
        live.onEvent(new AriEvent.ChannelCreated(NOON, channel(BOB, "", ACME, "Down")));
        live.onEvent(new AriEvent.Dial(NOON, channel(ALICE, "", ACME, "Ring"), channel(BOB, "", ACME, "Down"), ""));
        assertThat(only().legs()).hasSize(2);
    }

    @Test
    void given_two_companies_when_one_has_a_call_then_the_others_subscriber_hears_nothing_of_it() {
        List<LiveChange> acme = new CopyOnWriteArrayList<>();
        List<LiveChange> other = new CopyOnWriteArrayList<>();
        live.subscribe(ACME, acme::add);
        live.subscribe(OTHER, other::add);
        ring();
        live.onDisconnected("test");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> other.stream().anyMatch(LiveChange.Connection.class::isInstance)
                && acme.stream().anyMatch(this::showsBob));
        assertThat(other).noneMatch(LiveChange.Updated.class::isInstance)
                .filteredOn(LiveChange.Everything.class::isInstance).allSatisfy(all -> assertThat(((LiveChange.Everything) all).calls()).isEmpty());
        assertThat(live.of(OTHER)).isEmpty();
    }

    private boolean showsBob(LiveChange change) {
        return switch (change) {
            case LiveChange.Updated(var call) -> call.legs().size() == 2;
            case LiveChange.Everything(var calls) -> calls.stream().anyMatch(call -> call.legs().size() == 2);
            case LiveChange.Ended _, LiveChange.Connection _ -> false;
        };
    }

    @Test
    void given_a_subscriber_that_stands_still_when_thousands_of_calls_pass_then_others_hear_at_once_and_it_gets_the_whole() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<LiveChange> slow = new CopyOnWriteArrayList<>();
        live.subscribe(ACME, change -> {
            slow.add(change);
            stuck.countDown();
            await(release);
        });
        assertThat(stuck.await(5, TimeUnit.SECONDS)).isTrue();
        List<LiveChange> quick = new CopyOnWriteArrayList<>();
        live.subscribe(ACME, quick::add);
        for (int i = 0; i < 5_000; i++) {
            String id = "pbx-1." + (100 + i);
            live.onEvent(new AriEvent.ChannelCreated(NOON, channel(id, id, ACME, "Ring")));
            live.onEvent(new AriEvent.ChannelDestroyed(NOON, 16, "", channel(id, id, ACME, "Ring")));
        }
        ring();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> quick.stream().anyMatch(this::showsBob));
        release.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> slow.stream().anyMatch(this::showsBob));
        assertThat(slow).hasSizeLessThan(2_100);
    }

    @Test
    void given_a_subscription_that_was_closed_when_a_call_begins_then_nothing_is_delivered() {
        List<LiveChange> heard = new CopyOnWriteArrayList<>();
        Subscription subscription = live.subscribe(ACME, heard::add);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !heard.isEmpty());
        subscription.close();
        int before = heard.size();
        ring();
        List<LiveChange> after = new CopyOnWriteArrayList<>();
        live.subscribe(ACME, after::add);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> after.stream().anyMatch(this::showsBob));
        assertThat(heard).hasSize(before);
    }

    @Test
    void given_events_that_were_missed_when_the_connection_comes_up_then_the_calls_are_asterisks() {
        ring();
        asterisk.channels.add(channel("pbx-2.5", "pbx-2.5", ACME, "Up"));
        asterisk.channels.add(channel("pbx-2.6", "pbx-2.5", ACME, "Up"));
        asterisk.bridges.add(new AriBridge("b2", "simple_bridge", List.of("pbx-2.5", "pbx-2.6")));
        live.onConnected();
        assertThat(live.isUp()).isTrue();
        assertThat(only().id()).isEqualTo(CallRecord.idOf("pbx-2.5"));
        assertThat(only().state()).isEqualTo(LiveCallState.TALKING);
    }

    @Test
    void given_devices_when_they_register_call_and_leave_then_their_states_follow() {
        List<DeviceState> heard = new CopyOnWriteArrayList<>();
        devices.subscribe(List.of("aliceaaaaaaaaaaa"), heard::addAll);
        devices.onEvent(contact("aliceaaaaaaaaaaa", "NonQualified"));
        devices.onEvent(new AriEvent.ChannelCreated(NOON, channel(ALICE, ALICE, ACME, "Ring")));
        assertThat(devices.of("aliceaaaaaaaaaaa")).isEqualTo(new DeviceState("aliceaaaaaaaaaaa", true, true));
        devices.onEvent(new AriEvent.ChannelDestroyed(NOON, 16, "", channel(ALICE, ALICE, ACME, "Ring")));
        devices.onEvent(contact("aliceaaaaaaaaaaa", "Removed"));
        assertThat(devices.of("aliceaaaaaaaaaaa")).isEqualTo(new DeviceState("aliceaaaaaaaaaaa", false, false));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !heard.isEmpty()
                && heard.getLast().equals(new DeviceState("aliceaaaaaaaaaaa", false, false)));
    }

    private static AriEvent contact(String device, String status) {
        return new AriEvent.ContactStatusChange(NOON, new AriEndpoint("PJSIP", device, "", List.of()),
                new AriEvent.ContactInfo("sip:x", status, device));
    }

    private void ring() {
        live.onEvent(new AriEvent.ChannelCreated(NOON, channel(ALICE, ALICE, ACME, "Ring")));
        live.onEvent(new AriEvent.ChannelCreated(NOON.plusSeconds(1), channel(BOB, ALICE, ACME, "Down")));
        live.onEvent(new AriEvent.ChannelStateChange(NOON.plusSeconds(2), channel(BOB, ALICE, ACME, "Ringing")));
    }

    private void answer() {
        AriBridge bridge = new AriBridge("b", "simple_bridge", List.of());
        live.onEvent(new AriEvent.ChannelStateChange(NOON.plusSeconds(3), channel(BOB, ALICE, ACME, "Up")));
        live.onEvent(new AriEvent.ChannelStateChange(NOON.plusSeconds(4), channel(ALICE, ALICE, ACME, "Up")));
        live.onEvent(new AriEvent.ChannelEnteredBridge(NOON.plusSeconds(4), bridge, channel(BOB, ALICE, ACME, "Up")));
        live.onEvent(new AriEvent.ChannelEnteredBridge(NOON.plusSeconds(4), bridge, channel(ALICE, ALICE, ACME, "Up")));
    }

    private LiveCall only() {
        assertThat(live.of(ACME)).hasSize(1);
        return live.of(ACME).getFirst();
    }

    private static AriChannel channel(String id, String linkedId, UUID tenant, String state) {
        boolean bob = id.equals(BOB);
        return new AriChannel(id, "PJSIP/" + (bob ? "bobbbbbbbbbbbbbb" : "aliceaaaaaaaaaaa") + "-00000001", state,
                bob ? new CallerId("Bob", "102") : new CallerId("Alice", "101"), null, new DialplanPlace("from-device", "102", 1, "", ""), NOON,
                linkedId.isEmpty() ? Map.of() : Map.of("CHANNEL(linkedid)", linkedId), tenant.toString(), "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers with lists of channels and bridges. */
    private static final class Asterisk implements AriTransport {

        private final List<AriChannel> channels = new ArrayList<>();
        private final List<AriBridge> bridges = new ArrayList<>();

        @Override
        public AriResponse send(AriRequest request) {
            String body = switch (request.path()) {
                case "/channels" -> JsonMapper.shared().writeValueAsString(channels);
                case "/bridges" -> JsonMapper.shared().writeValueAsString(bridges);
                default -> "[]";
            };
            return new AriResponse(200, body);
        }
    }
}

package org.switchboard.telephony.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.call.Step;

class CallProjectionTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final UUID TENANT = UUID.randomUUID();
    private static final String CALL = "pbx-1795407343.0";
    private final CallProjection projection = new CallProjection();

    private static Map<String, List<CallEvent>> all() {
        Map<String, List<CallEvent>> all = new LinkedHashMap<>(Samples.byCall());
        all.putAll(Samples.flowsByCall());
        return all;
    }

    @Property(tries = 300)
    void given_events_in_any_order_and_twice_when_projected_then_the_record_is_the_same(@ForAll long seed) {
        all().forEach((linkedId, events) -> {
            List<CallEvent> mixed = new ArrayList<>(events);
            Random random = new Random(seed);
            events.stream().filter(event -> random.nextBoolean()).forEach(mixed::add);
            Collections.shuffle(mixed, random);
            assertThat(projection.project(linkedId, mixed, false)).isEqualTo(projection.project(linkedId, events, false));
        });
    }

    @Property(tries = 300)
    void given_any_part_of_the_events_when_projected_then_there_is_no_record_or_a_sensible_one(@ForAll long seed) {
        Random random = new Random(seed);
        all().forEach((linkedId, events) -> {
            List<CallEvent> some = events.stream().filter(event -> random.nextInt(4) > 0).toList();
            projection.project(linkedId, some, true).ifPresent(record -> {
                assertThat(record.endedAt()).isAfterOrEqualTo(record.startedAt());
                assertThat(record.legs()).isNotEmpty().filteredOn(leg -> leg.role() == LegRole.CALLER).hasSize(1);
                assertThat(record.answeredAt() != null).isEqualTo(record.disposition() == Disposition.ANSWERED);
                assertThat(record.legs()).allSatisfy(leg -> assertThat(leg.endedAt()).isAfterOrEqualTo(leg.startedAt()));
            });
        });
    }

    @Test
    void given_the_recorded_calls_when_projected_then_each_is_told_exactly() {
        Map<String, List<CallEvent>> calls = Samples.byCall();
        List<CallRecord> records = calls.entrySet().stream()
                .flatMap(call -> projection.project(call.getKey(), call.getValue(), false).stream()).toList();
        assertThat(records).hasSize(calls.size());
        assertThat(records).extracting(CallRecord::disposition).contains(Disposition.ANSWERED, Disposition.BUSY, Disposition.CANCELLED,
                Disposition.UNKNOWN_NUMBER, Disposition.NOT_REGISTERED);
        CallRecord held = records.stream().filter(record -> record.legs().stream().flatMap(leg -> leg.events().stream())
                .anyMatch(event -> event.kind() == LegEventKind.HELD)).findFirst().orElseThrow();
        ChannelEvent first = (ChannelEvent) calls.get(held.linkedId()).getFirst();
        assertThat(held.startedAt()).isEqualTo(first.at());
        ChannelEvent answer = calls.get(held.linkedId()).stream().filter(ChannelEvent.class::isInstance).map(ChannelEvent.class::cast)
                .filter(event -> event.type() == ChannelEventType.ANSWER && !event.uniqueId().equals(held.linkedId())).findFirst().orElseThrow();
        assertThat(held.answeredAt()).isEqualTo(answer.at());
    }

    @Test
    void given_calls_by_trunks_and_groups_when_projected_then_directions_are_right_and_helper_channels_are_no_legs() {
        List<CallRecord> records = Samples.flowsByCall().entrySet().stream()
                .flatMap(call -> projection.project(call.getKey(), call.getValue(), false).stream()).toList();
        assertThat(records).hasSize(Samples.flowsByCall().size());
        assertThat(records).extracting(CallRecord::direction).contains(CallDirection.INTERNAL, CallDirection.INBOUND, CallDirection.OUTBOUND);
        assertThat(Samples.text("flows.csv")).contains("Local/m_1_nn_");
        assertThat(records).flatExtracting(CallRecord::legs).extracting(leg -> ((CallLeg) leg).number()).doesNotContain("", "s");
    }

    @Test
    void given_a_channel_of_no_tenant_when_projected_then_there_is_no_record() {
        assertThat(projection.project(CALL, List.of(event(ChannelEventType.CHAN_START, 0, CALL, null, "PJSIP/bench-1", "")), false)).isEmpty();
    }

    @Test
    void given_only_a_local_channel_when_projected_then_there_is_no_record() {
        assertThat(projection.project(CALL, List.of(event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "Local/101@x-1;1", "")), false)).isEmpty();
    }

    @Test
    void given_a_phone_of_another_company_when_projected_then_it_is_not_in_the_record() {
        CallRecord record = projection.project(CALL, List.of(
                event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "PJSIP/a-1", ""),
                event(ChannelEventType.CHAN_START, 5, "pbx-1795407343.1", UUID.randomUUID(), "PJSIP/b-2", "")), false).orElseThrow();
        assertThat(record.tenantId()).isEqualTo(TENANT);
        assertThat(record.legs()).hasSize(1);
    }

    @Test
    void given_dials_result_when_nobody_answered_and_there_are_no_steps_then_it_tells_how_the_call_ended() {
        assertThat(unanswered("NOANSWER", "16")).isEqualTo(Disposition.NO_ANSWER);
        assertThat(unanswered("BUSY", "17")).isEqualTo(Disposition.BUSY);
        assertThat(unanswered("CANCEL", "0")).isEqualTo(Disposition.CANCELLED);
        assertThat(unanswered("CHANUNAVAIL", "20")).isEqualTo(Disposition.NOT_REGISTERED);
        assertThat(unanswered("", "1")).isEqualTo(Disposition.UNKNOWN_NUMBER);
        assertThat(unanswered("", "21")).isEqualTo(Disposition.FORBIDDEN);
        assertThat(unanswered("", "38")).isEqualTo(Disposition.FAILED);
        assertThat(unanswered("", "not a number")).isEqualTo(Disposition.FAILED);
    }

    @Test
    void given_a_step_that_says_why_when_nobody_answered_then_it_counts_more_than_the_cause() {
        List<CallEvent> events = new ArrayList<>(List.of(event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "PJSIP/a-1", ""),
                event(ChannelEventType.HANGUP, 900, CALL, TENANT, "PJSIP/a-1", "16")));
        events.add(new CallEvent.StepTaken(new Step(CALL, TENANT, NOON, "refuse", "102", "", "", "forbidden", List.of(), List.of())));
        assertThat(projection.project(CALL, events, false).orElseThrow().disposition()).isEqualTo(Disposition.FORBIDDEN);
        events.add(new CallEvent.StepTaken(new Step(CALL, UUID.randomUUID(), NOON.plusSeconds(1), "refuse", "102", "", "", "busy",
                List.of(), List.of())));
        CallRecord record = projection.project(CALL, events, false).orElseThrow();
        assertThat(record.disposition()).as("another tenant's step is not ours").isEqualTo(Disposition.FORBIDDEN);
        assertThat(Duration.between(record.startedAt(), record.endedAt())).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void given_a_caller_whom_a_mailbox_took_when_projected_then_the_call_is_not_answered_but_in_voicemail() {
        List<CallEvent> events = List.of(event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "PJSIP/a-1", ""),
                event(ChannelEventType.CHAN_START, 10, "pbx-1795407343.1", TENANT, "PJSIP/b-2", ""),
                event(ChannelEventType.HANGUP, 5_000, "pbx-1795407343.1", TENANT, "PJSIP/b-2", "16"),
                in("pbx-voicemail", ChannelEventType.ANSWER, 5_100), in("pbx-voicemail", ChannelEventType.HANGUP, 20_000));
        CallRecord record = projection.project(CALL, events, false).orElseThrow();
        assertThat(record.disposition()).isEqualTo(Disposition.VOICEMAIL);
        assertThat(record.answeredAt()).isNull();
        assertThat(record.legs()).extracting(CallLeg::outcome).containsExactly(LegOutcome.ANSWERED, LegOutcome.NO_ANSWER);
        assertThat(projection.project(CALL, List.of(events.get(0), events.get(3), events.get(4)), false).orElseThrow().disposition())
                .as("a number that leads straight to a mailbox").isEqualTo(Disposition.VOICEMAIL);
    }

    @Test
    void given_a_caller_who_hears_its_messages_when_projected_then_the_call_is_answered() {
        CallRecord record = projection.project(CALL, List.of(event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "PJSIP/a-1", ""),
                in("pbx-voicemail-main", ChannelEventType.ANSWER, 100), in("pbx-voicemail-main", ChannelEventType.HANGUP, 900)), false).orElseThrow();
        assertThat(record.disposition()).isEqualTo(Disposition.ANSWERED);
    }

    @Test
    void given_the_refusals_that_there_are_when_a_call_ends_with_one_then_each_is_some_disposition() {
        for (Refusal refusal : Refusal.values()) {
            assertThat(Disposition.ofOutcome(refusal.key())).as(refusal.key()).isPresent();
        }
    }

    @Test
    void given_a_caller_who_gave_up_at_the_second_place_when_projected_then_the_call_was_cancelled() {
        ChannelEvent end = event(ChannelEventType.HANGUP, 900, CALL, TENANT, "PJSIP/a-1", "127");
        ChannelEvent gaveUp = new ChannelEvent(end.type(), end.at(), end.uniqueId(), end.linkedId(), end.tenantId(), end.channel(), end.number(),
                end.name(), end.exten(), end.context(), end.peers(), Map.of("hangupcause", "127", "dialstatus", "CANCEL"), "");
        CallRecord record = projection.project(CALL, List.of(event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "PJSIP/a-1", ""), gaveUp,
                new CallEvent.StepTaken(new Step(CALL, TENANT, NOON, "extension", "102", "extension.no_answer", "", "no_answer", List.of(), List.of())),
                new CallEvent.StepTaken(new Step(CALL, TENANT, NOON.plusMillis(1), "ring_group", "Sales", "", "", "rings", List.of(), List.of()))),
                false).orElseThrow();
        assertThat(record.disposition()).isEqualTo(Disposition.CANCELLED);
    }

    private static ChannelEvent in(String context, ChannelEventType type, int millis) {
        return new ChannelEvent(type, NOON.plusMillis(millis), CALL, CALL, TENANT, "PJSIP/a-1", "101", "Alice", "s", context, List.of(),
                Map.of("hangupcause", "16"), "");
    }

    private Disposition unanswered(String dialStatus, String cause) {
        ChannelEvent end = event(ChannelEventType.HANGUP, 900, CALL, TENANT, "PJSIP/a-1", cause);
        ChannelEvent dialled = new ChannelEvent(end.type(), end.at(), end.uniqueId(), end.linkedId(), end.tenantId(), end.channel(), end.number(),
                end.name(), end.exten(), end.context(), end.peers(), Map.of("hangupcause", cause, "dialstatus", dialStatus), "");
        return projection.project(CALL, List.of(event(ChannelEventType.CHAN_START, 0, CALL, TENANT, "PJSIP/a-1", ""), dialled), false)
                .orElseThrow().disposition();
    }

    private static ChannelEvent event(ChannelEventType type, int millis, String channel, UUID tenant, String name, String cause) {
        return new ChannelEvent(type, NOON.plusMillis(millis), channel, CALL, tenant, name, "101", "Alice", "102", "from-device",
                List.of(), cause.isEmpty() ? Map.of() : Map.of("hangupcause", cause), "");
    }
}

package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.switchboard.telephony.call.Step;

/**
 * Makes a call's record of what the two witnesses saw. A pure function: neither the order in which the events come nor
 * events that come twice change what it gives. It needs no steps: a call of the time when the engine was away is told by
 * the channel events alone.
 */
public final class CallProjection {

    /** Kinds of steps whose name is the number that the call is for. */
    private static final Set<String> NAMES_THE_CALLED = Set.of("number", "supervision", "callback");

    private static final Comparator<ChannelEvent> IN_ORDER = Comparator.comparing(ChannelEvent::at)
            .thenComparing(ChannelEvent::type)
            .thenComparing(ChannelEvent::uniqueId)
            .thenComparing(ChannelEvent::linkedId)
            .thenComparing(event -> new TreeMap<>(event.extra()).toString())
            .thenComparing(ChannelEvent::number)
            .thenComparing(ChannelEvent::name)
            .thenComparing(ChannelEvent::exten)
            .thenComparing(event -> event.peers().toString());
    private static final Comparator<Step> STEPS_IN_ORDER = Comparator.comparing(Step::at)
            .thenComparing(Step::toString);
    private static final String FROM_DEVICE = "from-device";
    /** The dialplan's context in which a message is taken. */
    private static final String VOICEMAIL = "pbx-voicemail";

    /** It has no state. */
    public CallProjection() {
    }

    /**
     * Makes the record of one call.
     *
     * @param linkedId Asterisk's linked id
     * @param events   all that was seen of it, in any order, doubles allowed; other calls' events are not looked at
     * @param cutShort whether Asterisk stopped while the call was on
     * @return the record; empty when no phone of a tenant took part (calls of the bench, helper channels)
     */
    public Optional<CallRecord> project(String linkedId, Collection<? extends CallEvent> events, boolean cutShort) {
        TreeSet<ChannelEvent> seen = new TreeSet<>(IN_ORDER);
        TreeSet<Step> steps = new TreeSet<>(STEPS_IN_ORDER);
        for (CallEvent event : events) {
            if (event.linkedId().equals(linkedId)) {
                switch (event) {
                    case ChannelEvent channel -> seen.add(channel);
                    case CallEvent.StepTaken taken -> steps.add(taken.step());
                }
            }
        }
        Optional<UUID> tenant = tenant(linkedId, seen);
        return tenant.map(id -> {
            steps.removeIf(step -> !id.equals(step.tenantId()));
            return record(linkedId, id, seen, List.copyOf(steps), cutShort);
        });
    }

    /** The caller's tenant; where the caller's first events are lost, that of the first phone there is. */
    private static Optional<UUID> tenant(String linkedId, Collection<ChannelEvent> events) {
        return Stream.concat(events.stream().filter(event -> event.uniqueId().equals(linkedId)), events.stream())
                .filter(ChannelEvent::isLeg)
                .map(ChannelEvent::tenantId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static CallRecord record(String linkedId, UUID tenantId, Collection<ChannelEvent> events, List<Step> steps,
                                     boolean cutShort) {
        Map<String, LegBuilder> byChannel = new LinkedHashMap<>();
        Instant end = Instant.MIN;
        for (ChannelEvent event : events) {
            // A call never crosses tenants; should a fault make one, the other company's phones stay out of this record.
            if (event.isLeg() && tenantId.equals(event.tenantId())) {
                byChannel.computeIfAbsent(event.uniqueId(), channel -> new LegBuilder(event, channel.equals(linkedId))).identify(event);
                end = event.at();
            }
        }
        List<LegBuilder> legs = callerFirst(byChannel.values());
        LegBuilder caller = legs.getFirst();
        Conversations conversations = new Conversations(legs);
        for (ChannelEvent event : events) {
            LegBuilder leg = byChannel.get(event.uniqueId());
            if (leg != null) {
                leg.see(event, byChannel);
                conversations.see(event, leg);
            }
        }
        Instant answeredAt = answeredAt(caller, legs, conversations);
        Disposition disposition = disposition(answeredAt, caller, steps);
        if (disposition == Disposition.VOICEMAIL) {
            answeredAt = null;
        }
        LegBuilder callee = callee(caller, legs);
        Instant endedAt = end;
        return new CallRecord(tenantId, CallRecord.idOf(linkedId), linkedId, caller.startedAt(), answeredAt, endedAt,
                direction(caller, callee),
                caller.number(), caller.name(), called(steps, caller, callee), callee == null ? "" : callee.name(),
                caller.context().equals(FROM_DEVICE) ? caller.number() : null, callee == null || callee.isTrunk() ? null : callee.number(),
                disposition, caller.hangupCause(), cutShort,
                legs.stream().map(leg -> leg.build(legs, disposition, endedAt)).toList(), steps);
    }

    private static List<LegBuilder> callerFirst(Collection<LegBuilder> legs) {
        List<LegBuilder> ordered = new ArrayList<>(legs);
        ordered.sort(Comparator.comparing((LegBuilder leg) -> !leg.isOrigin()));
        ordered.getFirst().makeCaller();
        return ordered;
    }

    private static CallDirection direction(LegBuilder caller, LegBuilder callee) {
        if (!caller.context().equals(FROM_DEVICE)) {
            return CallDirection.INBOUND;
        }
        return callee != null && callee.isTrunk() ? CallDirection.OUTBOUND : CallDirection.INTERNAL;
    }

    /** Joined with another phone: when that one answered. With no other phone: when a service (a menu, the echo) took the call. */
    private static Instant answeredAt(LegBuilder caller, List<LegBuilder> legs, Conversations conversations) {
        if (conversations.firstJoin() != null) {
            return conversations.firstJoin();
        }
        return legs.size() == 1 || caller.lastContext().equals(VOICEMAIL) ? caller.answeredAt() : null;
    }

    /** The engine knows best why a call was not answered; without it Dial's own result tells, else the hang-up cause. */
    private static Disposition disposition(Instant answeredAt, LegBuilder caller, List<Step> steps) {
        if (answeredAt != null) {
            return caller.hasTalked() || !caller.lastContext().equals(VOICEMAIL) ? Disposition.ANSWERED : Disposition.VOICEMAIL;
        }
        boolean refused = !steps.isEmpty() && steps.getLast().kind().equals("refuse");
        if (caller.dialStatus().equals("CANCEL") && !refused) {
            // Whatever did not answer before: the caller gave up while it rang.
            return Disposition.CANCELLED;
        }
        for (Step step : steps.reversed()) {
            var said = Disposition.ofOutcome(step.outcome());
            if (said.isPresent()) {
                return said.get();
            }
        }
        return switch (caller.dialStatus()) {
            case "BUSY" -> Disposition.BUSY;
            case "NOANSWER" -> Disposition.NO_ANSWER;
            case "CANCEL" -> Disposition.CANCELLED;
            case "CHANUNAVAIL" -> Disposition.NOT_REGISTERED;
            case "CONGESTION" -> Disposition.FAILED;
            default -> HangupCause.disposition(caller.hangupCause());
        };
    }

    /** The phone that talked, else answered, first, else the one that was called first. */
    private static LegBuilder callee(LegBuilder caller, List<LegBuilder> legs) {
        return legs.stream()
                .filter(leg -> leg != caller)
                .min(Comparator.comparing((LegBuilder leg) -> !leg.hasTalked()).thenComparing(LegBuilder::answeredAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
    }

    /**
     * The number of the company that a caller from outside reached, however the provider wrote it; whom a phone that was rung first was rung for;
     * else what was dialled.
     */
    private static String called(List<Step> steps, LegBuilder caller, LegBuilder callee) {
        return steps.stream().filter(step -> NAMES_THE_CALLED.contains(step.kind())).map(Step::name).findFirst().orElseGet(() -> dialled(caller, callee));
    }

    private static String dialled(LegBuilder caller, LegBuilder callee) {
        return caller.dialled().isEmpty() && callee != null ? callee.number() : caller.dialled();
    }
}

package org.switchboard.telephony.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.switchboard.telephony.ari.AriChannel.CallerId;
import org.switchboard.telephony.cdr.CallRecord;

/** Makes of the channels of one call what people see of it. Pure. */
final class CallPicture {

    private static final Comparator<LiveChannel> CALLER_FIRST = Comparator.comparing((LiveChannel channel) -> !channel.isOrigin())
            .thenComparing(CallPicture::startedAt)
            .thenComparing(channel -> channel.snapshot().id());

    private CallPicture() {
    }

    /**
     * Makes the picture.
     *
     * @param channels the call's channels, at least one
     * @param before   the picture before; null when the call is new
     * @return the call
     */
    static LiveCall of(Collection<LiveChannel> channels, LiveCall before) {
        List<LiveChannel> legs = channels.stream().sorted(CALLER_FIRST).toList();
        LiveChannel caller = legs.getFirst();
        Optional<LiveChannel> callee = callee(legs);
        CallerId who = callee.map(channel -> channel.snapshot().caller()).orElse(new CallerId("", caller.dialled()));
        LiveCallState state = legs.stream().map(leg -> state(leg, legs)).max(Comparator.naturalOrder()).orElseThrow();
        return new LiveCall(CallRecord.idOf(caller.linkedId()), caller.tenantId(),
                before == null ? startedAt(caller) : before.startedAt(), answeredAt(legs, before), state,
                before == null ? caller.snapshot().caller().number() : before.callerNumber(),
                before == null ? caller.snapshot().caller().name() : before.callerName(),
                who.number(), who.name(),
                legs.stream().map(leg -> new LiveLeg(leg.snapshot().id(), leg.snapshot().endpoint(), leg.snapshot().caller().number(),
                        leg.snapshot().caller().name(), state(leg, legs), startedAt(leg))).toList());
    }

    private static Instant startedAt(LiveChannel channel) {
        return Objects.requireNonNullElse(channel.snapshot().creationtime(), Instant.EPOCH);
    }

    /** Who talks, before who rings, before who is only being called. */
    private static Optional<LiveChannel> callee(List<LiveChannel> legs) {
        return legs.stream().skip(1).filter(leg -> !leg.snapshot().caller().number().isEmpty())
                .max(Comparator.comparing((LiveChannel leg) -> state(leg, legs)).thenComparing(CallPicture::startedAt));
    }

    private static LiveCallState state(LiveChannel leg, List<LiveChannel> legs) {
        List<LiveChannel> together = leg.bridge().isEmpty() ? List.of()
                : legs.stream().filter(other -> other.bridge().equals(leg.bridge())).toList();
        if (together.size() > 1) {
            return together.stream().anyMatch(LiveChannel::holding) ? LiveCallState.HELD : LiveCallState.TALKING;
        }
        if (leg.isUp()) {
            return LiveCallState.IN_SERVICE;
        }
        return leg.isRinging() ? LiveCallState.RINGING : LiveCallState.CALLING;
    }

    /** As in the history: when the phone that is joined with the caller answered, or a service took the call. */
    private static Instant answeredAt(List<LiveChannel> legs, LiveCall before) {
        if (before != null && before.answeredAt() != null) {
            return before.answeredAt();
        }
        return legs.stream()
                .filter(leg -> legs.size() == 1 || state(leg, legs).compareTo(LiveCallState.TALKING) >= 0)
                .map(LiveChannel::answeredAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}

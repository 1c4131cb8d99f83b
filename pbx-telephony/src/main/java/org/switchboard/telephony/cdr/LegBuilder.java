package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchboard.telephony.call.TrunkRef;

/** Gathers one channel's events, in order, into a leg. */
final class LegBuilder {

    private static final String MUSIC_CLASS = "class";

    private final String channel;
    private final String channelName;
    private final boolean origin;
    private final String context;
    private final String dialled;
    private final List<LegEvent> timeline = new ArrayList<>();
    private Instant startedAt;
    private boolean caller;
    private String firstNumber = "";
    private String firstName = "";
    private String lastNumber = "";
    private String lastName = "";
    private String dialStatus = "";
    private Instant answeredAt;
    private Instant hungUpAt;
    private Instant endedAt;
    private Integer hangupCause;
    private String lastContext = "";
    private boolean talking;
    private boolean talked;
    private boolean held;

    /**
     * Begins a leg.
     *
     * @param first  the first event of its channel
     * @param origin whether the call began with this channel
     */
    LegBuilder(ChannelEvent first, boolean origin) {
        this.channel = first.uniqueId();
        this.channelName = first.channel();
        this.origin = origin;
        this.context = first.context();
        this.dialled = origin ? first.exten() : "";
        this.startedAt = first.at();
    }

    /** Makes this leg the caller's. */
    void makeCaller() {
        caller = true;
    }

    /**
     * Learns number and name. Goes over all events before {@link #see} does, so that every leg can be named at any time.
     *
     * @param event an event of this channel
     */
    void identify(ChannelEvent event) {
        if (!event.number().isEmpty()) {
            firstNumber = firstNumber.isEmpty() ? event.number() : firstNumber;
            lastNumber = event.number();
        }
        if (!event.name().isEmpty()) {
            firstName = firstName.isEmpty() ? event.name() : firstName;
            lastName = event.name();
        }
    }

    /**
     * Takes in an event of this channel.
     *
     * @param event the event
     * @param all   all legs by their channel's unique id, to name the target of a transfer
     */
    void see(ChannelEvent event, Map<String, LegBuilder> all) {
        lastContext = event.context().isEmpty() ? lastContext : event.context();
        switch (event.type()) {
            case CHAN_START -> mark(event, caller ? LegEventKind.STARTED : LegEventKind.RANG, "");
            case ANSWER -> {
                if (answeredAt == null) {
                    answeredAt = event.at();
                    mark(event, LegEventKind.ANSWERED, "");
                }
            }
            case BLINDTRANSFER -> mark(event, LegEventKind.TRANSFERRED, event.extra().getOrDefault("extension", ""));
            case ATTENDEDTRANSFER -> mark(event, LegEventKind.TRANSFERRED, transferTarget(event, all));
            case STREAM_BEGIN -> {
                // Music for a phone in a conversation means that the other side has put it on hold.
                if (talking && !held && event.extra().containsKey(MUSIC_CLASS)) {
                    held = true;
                    mark(event, LegEventKind.HELD, "");
                }
            }
            case STREAM_END -> resume(event.at());
            case HANGUP -> {
                hungUpAt = event.at();
                hangupCause = cause(event.extra().get("hangupcause"));
                dialStatus = event.extra().getOrDefault("dialstatus", "");
                mark(event, LegEventKind.HUNG_UP, "");
            }
            case CHAN_END -> endedAt = event.at();
            case APP_START, APP_END, PICKUP, FORWARD, LOCAL_OPTIMIZE, BRIDGE_ENTER, BRIDGE_EXIT, USER_DEFINED, LINKEDID_END, OTHER -> {
                // Bridges are Conversations' work; the rest says nothing about a leg.
            }
        }
    }

    private static String transferTarget(ChannelEvent event, Map<String, LegBuilder> all) {
        LegBuilder target = all.get(event.extra().getOrDefault("transfer_target_channel_uniqueid", ""));
        return target == null ? "" : target.label();
    }

    private static Integer cause(String value) {
        return value == null || !value.matches("\\d{1,4}") ? null : Integer.valueOf(value);
    }

    /**
     * Notes that the leg talks to another.
     *
     * @param at   since when
     * @param with the other
     */
    void joined(Instant at, LegBuilder with) {
        if (answeredAt == null) {
            // Came here from another call by a transfer: its answer is in that call's record.
            answeredAt = at;
            startedAt = at.isBefore(startedAt) ? at : startedAt;
        }
        talking = true;
        talked = true;
        timeline.add(new LegEvent(at, LegEventKind.TALKING, with.label()));
    }

    /**
     * Notes that the leg talks to nobody any more.
     *
     * @param at since when
     */
    void left(Instant at) {
        resume(at);
        talking = false;
        timeline.add(new LegEvent(at, LegEventKind.ALONE, ""));
    }

    private void resume(Instant at) {
        if (held) {
            held = false;
            timeline.add(new LegEvent(at, LegEventKind.RESUMED, ""));
        }
    }

    private void mark(ChannelEvent event, LegEventKind kind, String detail) {
        timeline.add(new LegEvent(event.at(), kind, detail));
    }

    /**
     * Makes the leg.
     *
     * @param all         all legs of the call
     * @param disposition how the call ended for the caller
     * @param callEnd     when the call ended, for a leg that left it alive
     * @return the leg
     */
    CallLeg build(List<LegBuilder> all, Disposition disposition, Instant callEnd) {
        return new CallLeg(channel, caller ? LegRole.CALLER : LegRole.CALLEE, number(), name(), sipUsername(), startedAt, answeredAt,
                lastSeen(callEnd), outcome(all, disposition, callEnd), hangupCause, shortTimeline());
    }

    private Instant lastSeen(Instant callEnd) {
        if (endedAt != null) {
            return endedAt;
        }
        return hungUpAt != null ? hungUpAt : callEnd;
    }

    private LegOutcome outcome(List<LegBuilder> all, Disposition disposition, Instant callEnd) {
        if (caller) {
            return callerOutcome(disposition);
        }
        if (talked) {
            return LegOutcome.ANSWERED;
        }
        Instant end = lastSeen(callEnd);
        boolean takenElsewhere = all.stream()
                .filter(other -> !other.caller && other.talked)
                .anyMatch(other -> !other.answeredAt.isBefore(startedAt) && !other.answeredAt.isAfter(end));
        if (takenElsewhere) {
            return LegOutcome.ANSWERED_ELSEWHERE;
        }
        // Taken off hook without a talk: it did not confirm that it takes the call, or the caller was gone that moment.
        LegOutcome byCause = answeredAt != null ? LegOutcome.NO_ANSWER : HangupCause.outcome(hangupCause);
        return byCause == LegOutcome.NO_ANSWER && disposition == Disposition.CANCELLED ? LegOutcome.CANCELLED : byCause;
    }

    private static LegOutcome callerOutcome(Disposition disposition) {
        return switch (disposition) {
            case ANSWERED, VOICEMAIL -> LegOutcome.ANSWERED;
            case BUSY -> LegOutcome.BUSY;
            case NO_ANSWER -> LegOutcome.NO_ANSWER;
            case CANCELLED -> LegOutcome.CANCELLED;
            case NOT_REGISTERED -> LegOutcome.NOT_REGISTERED;
            case UNKNOWN_NUMBER, FORBIDDEN, FAILED -> LegOutcome.FAILED;
        };
    }

    /** Being alone for the instant before the hang-up is no news. */
    private List<LegEvent> shortTimeline() {
        List<LegEvent> kept = new ArrayList<>();
        for (int i = 0; i < timeline.size(); i++) {
            boolean beforeHangup = i + 1 < timeline.size() && timeline.get(i + 1).kind() == LegEventKind.HUNG_UP;
            if (timeline.get(i).kind() != LegEventKind.ALONE || !beforeHangup) {
                kept.add(timeline.get(i));
            }
        }
        return kept;
    }

    /** {@code PJSIP/<SIP user name>-<number in hexadecimal>}. */
    private String sipUsername() {
        int slash = channelName.indexOf('/');
        int dash = channelName.lastIndexOf('-');
        return dash > slash ? channelName.substring(slash + 1, dash) : channelName.substring(slash + 1);
    }

    private String label() {
        return (number() + " " + name()).strip();
    }

    boolean isOrigin() {
        return origin;
    }

    boolean isCaller() {
        return caller;
    }

    boolean isTalking() {
        return talking;
    }

    String context() {
        return context;
    }

    /** Where in the dialplan it was last seen. */
    String lastContext() {
        return lastContext;
    }

    /** Whether it ever talked to another leg. */
    boolean hasTalked() {
        return talked;
    }

    /** Whether this is a trunk's channel and not a device's. */
    boolean isTrunk() {
        return TrunkRef.isTrunk(sipUsername());
    }

    String dialled() {
        return dialled;
    }

    String channelName() {
        return channelName;
    }

    /** The caller is who it was at the begin; a called phone's number may be known only after Dial has set it. */
    String number() {
        return caller ? firstNumber : lastNumber;
    }

    String name() {
        return caller ? firstName : lastName;
    }

    String dialStatus() {
        return dialStatus;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Integer hangupCause() {
        return hangupCause;
    }
}

package org.switchboard.telephony.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/**
 * In which state one agent is. What happens in the same moment is put in order here, so that the order in which it comes does not
 * matter: first talks begin, then they end, then comes what an agent does after one.
 */
final class AgentClock {

    private static final List<QueueEventKind> ORDER = List.of(QueueEventKind.ANSWERED, QueueEventKind.TALK_ENDED, QueueEventKind.WRAP_UP_ENDED,
            QueueEventKind.SIGNED_OUT, QueueEventKind.SIGNED_IN, QueueEventKind.RESUMED, QueueEventKind.PAUSED);
    private static final Comparator<QueueEvent> IN_ORDER = Comparator.<QueueEvent>comparingInt(event -> ORDER.indexOf(event.kind()))
            .thenComparing(QueueEvent::id);

    private final Set<String> talks = new HashSet<>();
    private final List<QueueEvent> now = new ArrayList<>();
    private Instant since = Instant.MIN;
    private boolean signedIn;
    private boolean wrapUp;
    private String pause;

    /** The states that time is counted in. */
    enum State { SIGNED_OUT, FREE, TALKING, WRAP_UP, PAUSED }

    /** Takes time that was spent in a state. */
    @FunctionalInterface
    interface Spent {

        /**
         * Time passed.
         *
         * @param state  in which state
         * @param reason of the pause; null for other states
         * @param from   from when
         * @param to     until when, later than that
         */
        void in(State state, String reason, Instant from, Instant to);
    }

    AgentClock() {
    }

    private AgentClock(AgentClock other) {
        talks.addAll(other.talks);
        now.addAll(other.now);
        since = other.since;
        signedIn = other.signedIn;
        wrapUp = other.wrapUp;
        pause = other.pause;
    }

    /**
     * Whether an event changes an agent's state.
     *
     * @param kind of which kind
     * @return true when it does
     */
    static boolean isMovedBy(QueueEventKind kind) {
        return ORDER.contains(kind);
    }

    /**
     * Takes an event; one from before the last is taken as of its moment.
     *
     * @param event what happened
     * @param spent gets the time since the last one
     */
    void add(QueueEvent event, Spent spent) {
        if (event.at().isAfter(since)) {
            pass(event.at(), spent);
        }
        now.add(event);
    }

    /**
     * Tells the time up to a moment without going there.
     *
     * @param moment the moment
     * @param spent  gets the time since the last event
     */
    void look(Instant moment, Spent spent) {
        if (moment.isAfter(since)) {
            new AgentClock(this).pass(moment, spent);
        }
    }

    private void pass(Instant moment, Spent spent) {
        now.sort(IN_ORDER);
        now.forEach(this::apply);
        now.clear();
        State state = state();
        if (state != State.SIGNED_OUT) {
            spent.in(state, state == State.PAUSED ? pause : null, since, moment);
        }
        since = moment;
    }

    /** A talk is finished, and wrapped up, even when the agent has signed out or paused in it. */
    private State state() {
        if (!talks.isEmpty()) {
            return State.TALKING;
        }
        if (!signedIn) {
            return State.SIGNED_OUT;
        }
        if (wrapUp) {
            return State.WRAP_UP;
        }
        return pause == null ? State.FREE : State.PAUSED;
    }

    private void apply(QueueEvent event) {
        switch (event.kind()) {
            case ANSWERED -> {
                talks.add(String.valueOf(event.visit()));
                wrapUp = false;
            }
            case TALK_ENDED -> {
                talks.remove(String.valueOf(event.visit()));
                wrapUp = true;
            }
            case WRAP_UP_ENDED -> wrapUp = false;
            case SIGNED_IN -> signedIn = true;
            case SIGNED_OUT -> {
                signedIn = false;
                pause = null;
                wrapUp = false;
            }
            case PAUSED -> pause = event.detail().getOrDefault("reason", "");
            case RESUMED -> pause = null;
            case ENTERED, OFFERED, OFFER_ENDED, ABANDONED, LEFT, CALLBACK_ASKED, CALLBACK_ENDED, REORDERED, SET_ASIDE -> {
                // Not among ORDER.
            }
        }
    }
}

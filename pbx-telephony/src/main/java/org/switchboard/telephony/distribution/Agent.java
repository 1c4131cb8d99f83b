package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An agent: what he does, and what he is known for. Times are milliseconds of the epoch; 0 for none. */
final class Agent implements Sleeper {

    private final Alarm alarm = new Alarm(this);
    final UUID id;
    /** The place in the settings; decides between equals. */
    int index;
    List<Seat> seats = List.of();
    /** No longer in the settings. */
    boolean removed;

    boolean signedIn;
    long signedInAt;
    boolean paused;
    boolean talking;
    /** Whose caller he talks with; null for unknown. */
    UUID talkingQueue;
    OpenOffer offer;
    long wrapUpUntil;
    long setAsideUntil;
    boolean otherCall;
    /** Said to be out of reach until it is said otherwise. */
    boolean lost;
    /** Found out of reach, for a while. */
    long unreachableUntil;
    int missesInRow;
    long lastTalkEnded;
    int talksToday;

    /** What was told last. */
    AgentStatus shown = AgentStatus.SIGNED_OUT;
    long shownSince;
    long shownUntil;
    /** How he is counted in his queues. */
    boolean countedSignedIn;
    boolean countedAvailable;

    Agent(UUID id, long now) {
        this.id = id;
        shownSince = now;
    }

    AgentStatus status() {
        if (talking) {
            return AgentStatus.TALKING;
        } else if (offer != null) {
            return AgentStatus.RINGING;
        } else if (!signedIn) {
            return AgentStatus.SIGNED_OUT;
        } else if (wrapUpUntil != 0) {
            return AgentStatus.WRAP_UP;
        } else if (paused) {
            return AgentStatus.PAUSED;
        } else if (setAsideUntil != 0) {
            return AgentStatus.SET_ASIDE;
        } else if (otherCall) {
            return AgentStatus.OTHER_CALL;
        } else if (lost || unreachableUntil != 0) {
            return AgentStatus.UNREACHABLE;
        }
        return AgentStatus.FREE;
    }

    /** When a status ends by itself; 0 for never. */
    long until(AgentStatus status) {
        return switch (status) {
            case WRAP_UP -> wrapUpUntil;
            case SET_ASIDE -> setAsideUntil;
            case UNREACHABLE -> lost ? 0 : unreachableUntil;
            case TALKING, RINGING, SIGNED_OUT, PAUSED, OTHER_CALL, FREE -> 0;
        };
    }

    /** Whose last talk, or else signing in, is longest ago is idle longest; signing in anew does not make it longer. */
    long idleSince() {
        return Math.max(signedInAt, lastTalkEnded);
    }

    /** The first of what ends by itself. */
    long nextDue() {
        return Math.min(Math.min(orNever(wrapUpUntil), orNever(setAsideUntil)), orNever(unreachableUntil));
    }

    /** Ends what is over. */
    void pass(long now) {
        wrapUpUntil = wrapUpUntil <= now ? 0 : wrapUpUntil;
        setAsideUntil = setAsideUntil <= now ? 0 : setAsideUntil;
        unreachableUntil = unreachableUntil <= now ? 0 : unreachableUntil;
    }

    AgentView view() {
        return new AgentView(id, shown, Instant.ofEpochMilli(shownSince), instant(shownUntil), signedIn, paused, instant(setAsideUntil),
                instant(lastTalkEnded), talksToday, offer == null ? null : offer.id);
    }

    static Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private static long orNever(long millis) {
        return millis == 0 ? Timers.NEVER : millis;
    }

    @Override
    public Alarm alarm() {
        return alarm;
    }
}

package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** What agents do, and what is found out about their phones. */
final class AgentDesk {

    private final Room room;
    private final Offers offers;

    AgentDesk(Room room, Offers offers) {
        this.room = room;
        this.offers = offers;
    }

    void signedIn(UUID id) {
        change(id, agent -> {
            if (!agent.signedIn) {
                agent.signedIn = true;
                agent.signedInAt = room.now;
            }
        });
    }

    void signedOut(UUID id) {
        change(id, agent -> {
            agent.signedIn = false;
            agent.paused = false;
            agent.wrapUpUntil = 0;
            agent.setAsideUntil = 0;
            agent.missesInRow = 0;
            stopRinging(agent);
        });
    }

    void paused(UUID id) {
        change(id, agent -> {
            if (agent.signedIn) {
                agent.paused = true;
                stopRinging(agent);
            }
        });
    }

    void resumed(UUID id) {
        change(id, agent -> {
            agent.paused = false;
            agent.setAsideUntil = 0;
            agent.missesInRow = 0;
        });
    }

    void talkEnded(UUID id) {
        change(id, agent -> {
            if (agent.talking) {
                Line line = room.lines.get(agent.talkingQueue);
                agent.talking = false;
                agent.talkingQueue = null;
                agent.lastTalkEnded = room.now;
                if (line != null && agent.signedIn && line.rules.wrapUpSeconds() > 0) {
                    agent.wrapUpUntil = room.now + line.rules.wrapUpSeconds() * 1000L;
                }
            }
        });
    }

    void wrapUpEnded(UUID id) {
        change(id, agent -> agent.wrapUpUntil = 0);
    }

    void otherCall(UUID id, boolean busy) {
        change(id, agent -> agent.otherCall = busy);
    }

    void reachable(UUID id, boolean reachable) {
        change(id, agent -> {
            agent.lost = !reachable;
            if (reachable) {
                agent.unreachableUntil = 0;
            } else if (agent.offer != null && agent.offer.agents.stream().allMatch(asked -> asked.lost)) {
                stopRinging(agent);
            }
        });
    }

    void restored(UUID id, AgentMemory memory) {
        change(id, agent -> {
            agent.signedIn = memory.signedInSince() != null;
            agent.signedInAt = millis(memory.signedInSince());
            agent.paused = agent.signedIn && memory.pausedSince() != null;
            agent.talking = memory.talkingSince() != null;
            agent.talkingQueue = memory.talkingQueueId();
            agent.wrapUpUntil = agent.signedIn ? millis(memory.wrapUpUntil()) : 0;
            agent.setAsideUntil = agent.signedIn ? millis(memory.setAsideUntil()) : 0;
            agent.lastTalkEnded = millis(memory.lastTalkEnded());
            agent.talksToday = memory.talksToday();
            agent.pass(room.now);
            if (agent.talking || agent.paused || !agent.signedIn) {
                stopRinging(agent);
            }
            room.changed(agent, since(agent, memory));
        });
    }

    /** What began before the restart did not begin with it. */
    private long since(Agent agent, AgentMemory memory) {
        Instant since = switch (agent.status()) {
            case TALKING -> memory.talkingSince();
            case WRAP_UP -> memory.wrapUpSince();
            case PAUSED -> memory.pausedSince();
            case FREE -> Agent.instant(agent.idleSince());
            case RINGING, SIGNED_OUT, SET_ASIDE, OTHER_CALL, UNREACHABLE -> null;
        };
        return since == null ? room.now : Math.min(room.now, since.toEpochMilli());
    }

    void dayBegan() {
        room.agents.values().forEach(agent -> agent.talksToday = 0);
    }

    /** What ended by itself is over. */
    void woken(Agent agent) {
        agent.pass(room.now);
        room.changed(agent);
    }

    private void stopRinging(Agent agent) {
        if (agent.offer != null) {
            offers.withdraw(agent.offer);
        }
    }

    private void change(UUID id, Consumer<Agent> what) {
        Agent agent = room.agents.get(id);
        if (agent != null) {
            what.accept(agent);
            room.changed(agent);
        }
    }

    private static long millis(Instant instant) {
        return instant == null ? 0 : instant.toEpochMilli();
    }
}

package org.switchboard.telephony.queue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a queue to be. A name is enough.
 *
 * @param name         1 to 60 characters on one line; unique among the company's queues
 * @param number       2 to 6 digits that extensions dial for it; null when it cannot be dialled
 * @param priority     1 to 10, the higher, the earlier: of callers whom no rule gives another; null means {@value #DEFAULT_PRIORITY}
 * @param agingSeconds 30 to 86400: waiting for so long counts as one step of priority; 0 for never; null means {@value #DEFAULT_AGING_SECONDS}
 * @param offers       how callers are offered to agents; null means all defaults, here and in the other groups
 * @param limits       who may wait, and how long
 * @param sounds       what callers hear
 * @param callback     whether and how they can be called back
 * @param serviceLevel how well it means to serve
 * @param alerts       when it calls for attention
 * @param recording    whether talks are recorded
 * @param agents       who serves it, at most {@value #MAX_AGENTS} and nobody twice; null means nobody
 * @param tiers        when the tiers from 2 on open; null means at once
 * @param skills       what is asked of agents, at most {@value #MAX_SKILLS}; null means nothing
 * @param full         where callers go when as many wait as may; null ends the call, here and in the next two
 * @param maxWait      where they go after having waited as long as they may
 * @param noAgents     where they go when there are not the agents that there must be
 * @param keys         where callers can go by a key while they wait: {@code 0} to {@code 9}, {@code *}, {@code #}; null means nowhere
 */
public record QueueDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.flow.number}") String number,
        @Min(value = 1, message = "{invalid.queue.priority}") @Max(value = 10, message = "{invalid.queue.priority}") Integer priority,
        @Min(value = 0, message = "{invalid.queue.agingSeconds}") @Max(value = 86_400, message = "{invalid.queue.agingSeconds}") Integer agingSeconds,
        @Valid QueueOffers offers,
        @Valid QueueLimits limits,
        @Valid QueueSounds sounds,
        @Valid QueueCallback callback,
        @Valid ServiceGoal serviceLevel,
        @Valid QueueAlerts alerts,
        @Valid QueueRecording recording,
        @Size(max = QueueDraft.MAX_AGENTS, message = "{invalid.queue.agents}")
        List<@NotNull(message = "{invalid.queue.agent}") @Valid QueueAgentDraft> agents,
        List<@NotNull(message = "{invalid.queue.laterTier}") @Valid QueueTier> tiers,
        @Size(max = QueueDraft.MAX_SKILLS, message = "{invalid.queue.skills}")
        List<@NotNull(message = "{invalid.queue.skill}") @Valid QueueSkill> skills,
        DestinationDraft full,
        DestinationDraft maxWait,
        DestinationDraft noAgents,
        Map<String, DestinationDraft> keys) {

    /** A caller's priority when nobody says otherwise: in the middle. */
    public static final int DEFAULT_PRIORITY = 5;

    /** How long somebody waits for one step of priority when nobody says otherwise, in seconds. */
    public static final int DEFAULT_AGING_SECONDS = 300;

    /** Most agents of a queue. */
    public static final int MAX_AGENTS = 1000;

    /** Most skills that a queue asks for. */
    public static final int MAX_SKILLS = 20;

    /** Takes blanks off both ends and fills in the defaults. */
    public QueueDraft {
        name = Text.stripped(name);
        number = Text.stripped(number);
        priority = priority == null ? DEFAULT_PRIORITY : priority;
        agingSeconds = agingSeconds == null ? DEFAULT_AGING_SECONDS : agingSeconds;
        offers = offers == null ? new QueueOffers() : offers;
        limits = limits == null ? new QueueLimits() : limits;
        sounds = sounds == null ? new QueueSounds() : sounds;
        callback = callback == null ? new QueueCallback() : callback;
        serviceLevel = serviceLevel == null ? new ServiceGoal() : serviceLevel;
        alerts = alerts == null ? new QueueAlerts() : alerts;
        recording = recording == null ? new QueueRecording() : recording;
        // These may have nulls in them, which are refused by the field's name.
        agents = agents == null ? List.of() : Collections.unmodifiableList(agents);
        tiers = tiers == null ? List.of() : Collections.unmodifiableList(tiers);
        skills = skills == null ? List.of() : Collections.unmodifiableList(skills);
        keys = keys == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * A queue with everything as usual.
     *
     * @param name   its name
     * @param number what extensions dial for it; null when it cannot be dialled
     * @param agents numbers of the agents who serve it, in its own order
     * @return a draft
     */
    public static QueueDraft of(String name, String number, List<String> agents) {
        return new QueueDraft(name, number, null, null, null, null, null, null, null, null, null,
                IntStream.range(0, agents.size()).mapToObj(at -> new QueueAgentDraft(agents.get(at), null, at + 1)).toList(), null, null, null, null, null, null);
    }

    /**
     * The same with another name and number.
     *
     * @param newName what people call it
     * @param newNumber what is dialled
     * @return a draft
     */
    public QueueDraft withIdentity(String newName, String newNumber) {
        return new QueueDraft(newName, newNumber, priority, agingSeconds, offers, limits, sounds, callback, serviceLevel, alerts, recording, agents,
                tiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with another way of offering callers.
     *
     * @param newOffers how
     * @param newPriority of callers whom no rule gives another
     * @param newAgingSeconds what waiting counts
     * @return a draft
     */
    public QueueDraft withOffers(QueueOffers newOffers, Integer newPriority, Integer newAgingSeconds) {
        return new QueueDraft(name, number, newPriority, newAgingSeconds, newOffers, limits, sounds, callback, serviceLevel, alerts, recording,
                agents, tiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with other agents.
     *
     * @param newAgents who serves it
     * @param newTiers when the later tiers open
     * @return a draft
     */
    public QueueDraft withAgents(List<QueueAgentDraft> newAgents, List<QueueTier> newTiers) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, sounds, callback, serviceLevel, alerts, recording, newAgents,
                newTiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with other sounds.
     *
     * @param newSounds what callers hear
     * @return a draft
     */
    public QueueDraft withSounds(QueueSounds newSounds) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, newSounds, callback, serviceLevel, alerts, recording, agents,
                tiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with other limits, and where those go who meet them.
     *
     * @param newLimits who may wait
     * @param newFull way out
     * @param newMaxWait way out
     * @param newNoAgents way out
     * @return a draft
     */
    public QueueDraft withLimits(QueueLimits newLimits, DestinationDraft newFull, DestinationDraft newMaxWait, DestinationDraft newNoAgents) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, newLimits, sounds, callback, serviceLevel, alerts, recording, agents,
                tiers, skills, newFull, newMaxWait, newNoAgents, keys);
    }

    /**
     * The same with other keys.
     *
     * @param newKeys where callers go by a key
     * @return a draft
     */
    public QueueDraft withKeys(Map<String, DestinationDraft> newKeys) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, sounds, callback, serviceLevel, alerts, recording, agents, tiers,
                skills, full, maxWait, noAgents, newKeys);
    }

    /**
     * The same with other callbacks.
     *
     * @param newCallback whether and how
     * @return a draft
     */
    public QueueDraft withCallback(QueueCallback newCallback) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, sounds, newCallback, serviceLevel, alerts, recording, agents,
                tiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with other aims and alerts.
     *
     * @param newServiceLevel how well it means to serve
     * @param newAlerts when it calls for attention
     * @return a draft
     */
    public QueueDraft withGoals(ServiceGoal newServiceLevel, QueueAlerts newAlerts) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, sounds, callback, newServiceLevel, newAlerts, recording, agents,
                tiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with another rule about recordings.
     *
     * @param newRecording whether
     * @return a draft
     */
    public QueueDraft withRecording(QueueRecording newRecording) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, sounds, callback, serviceLevel, alerts, newRecording, agents,
                tiers, skills, full, maxWait, noAgents, keys);
    }

    /**
     * The same with other demands.
     *
     * @param newSkills what is asked of agents
     * @return a draft
     */
    public QueueDraft withSkills(List<QueueSkill> newSkills) {
        return new QueueDraft(name, number, priority, agingSeconds, offers, limits, sounds, callback, serviceLevel, alerts, recording, agents, tiers,
                newSkills, full, maxWait, noAgents, keys);
    }

    /** What is stored in the queue's own row. */
    QueueSettings settings() {
        return new QueueSettings(name, number, priority, agingSeconds, offers, limits, sounds, callback, serviceLevel, alerts, recording);
    }
}

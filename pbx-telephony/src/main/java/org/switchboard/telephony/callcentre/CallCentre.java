package org.switchboard.telephony.callcentre;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.switchboard.telephony.live.Subscription;

/**
 * The call centres of all companies, for pages, the API and star codes: what is on, and what can be done about it.
 *
 * <p>Commands take effect before they return. They throw {@link org.switchboard.telephony.input.NotFound} for an agent or a caller that the company
 * does not have, and {@link org.switchboard.telephony.input.InvalidInput} with a code that begins with {@code taken.} where the present state is in
 * the way. Who gives a command is recorded with the event.
 */
public interface CallCentre {

    /**
     * A company's call centre now.
     *
     * @param tenantId the company
     * @return without queues and agents for a company that has none
     */
    FloorView view(UUID tenantId);

    /**
     * Subscribes to a company's call centre, and to no other.
     *
     * @param tenantId   the company
     * @param subscriber gets the news, first of all of it, on a thread of this subscription; it may be slow, then news are put together. When it
     *                   throws, the subscription ends
     * @return the subscription
     */
    Subscription subscribe(UUID tenantId, Consumer<FloorChange> subscriber);

    /**
     * An agent's talk with a caller of a queue.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @return empty when he talks with none
     */
    Optional<AgentTalk> talkOf(UUID tenantId, UUID agentId);

    /**
     * Signs an agent in, or moves one who is signed in elsewhere. Who is signed in at that extension is signed out.
     *
     * @param tenantId    the company
     * @param agentId     the agent
     * @param extensionId where; null for the agent's own
     * @param by          who does it: the agent's own name, a user's, or {@code extension 101}
     */
    void signIn(UUID tenantId, UUID agentId, UUID extensionId, String by);

    /**
     * Signs an agent out. A talk goes on; a wrap-up ends. Does nothing for one who is signed out.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param by       who does it
     */
    void signOut(UUID tenantId, UUID agentId, String by);

    /**
     * Pauses an agent, or gives the pause another reason.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param reasonId why; null for no reason
     * @param by       who does it
     */
    void pause(UUID tenantId, UUID agentId, UUID reasonId, String by);

    /**
     * Ends a pause, and a time in which the agent is not asked. Does nothing for one who is neither.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param by       who does it
     */
    void resume(UUID tenantId, UUID agentId, String by);

    /**
     * Ends a wrap-up before its time. Does nothing for one who is in none.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param by       who does it
     */
    void endWrapUp(UUID tenantId, UUID agentId, String by);

    /**
     * Pulls a caller to the front of the queue, behind those who were pulled before.
     *
     * @param tenantId the company
     * @param visit    the caller
     * @param by       who does it
     */
    void toFront(UUID tenantId, String visit, String by);

    /**
     * Gives a caller another priority.
     *
     * @param tenantId the company
     * @param visit    the caller
     * @param priority 1 to 10; the higher, the earlier
     * @param by       who does it
     */
    void priority(UUID tenantId, String visit, int priority, String by);

    /**
     * Sends a caller out of the queue: on the way for {@code no_agents}. A callback is to be cancelled where callbacks are kept.
     *
     * @param tenantId the company
     * @param visit    the caller
     * @param by       who does it
     */
    void remove(UUID tenantId, String visit, String by);

    /**
     * A supervisor is about to take an agent's caller over: the end of the talk is recorded as such. Does nothing for an agent who talks with none.
     *
     * @param tenantId the company
     * @param agentId  the agent
     * @param by       who does it
     */
    void takingOver(UUID tenantId, UUID agentId, String by);

    /**
     * A caller who waits, or talks with an agent, as it must be known for a callback or a take-over.
     *
     * @param tenantId the company
     * @param visit    the caller
     * @return empty when there is none
     */
    Optional<CallerStay> stay(UUID tenantId, String visit);
}

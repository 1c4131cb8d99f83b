package org.switchboard.telephony.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Makes, changes and finds the queues of the tenant in whose scope it runs. A queue, who serves it and its ways out are stored
 * together or not at all.
 */
@Service
public final class QueueService {

    private static final String PROMPT = "invalid.queue.prompt";

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "queue_name_key", new FieldProblem("name", "taken.queue.name"),
            "flow_node_number_key", new FieldProblem("number", "taken.number"),
            "flow_exit_target_fkey", new FieldProblem("id", "taken.usedBySomething"),
            "queue_greeting_fkey", new FieldProblem("sounds.greetingPromptId", PROMPT),
            "queue_music_fkey", new FieldProblem("sounds.musicPromptId", PROMPT),
            "queue_periodic_fkey", new FieldProblem("sounds.periodicPromptId", PROMPT),
            "queue_consent_fkey", new FieldProblem("recording.consentPromptId", PROMPT),
            "queue_callback_schedule_fkey", new FieldProblem("callback.scheduleId", "invalid.queue.callbackSchedule"));

    private final QueueRepository queues;
    private final QueuePartRepository parts;
    private final FlowExits exits;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param queues      SQL of the queues
     * @param parts       SQL of who serves them, and of what they ask
     * @param exits       where their ways out lead
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public QueueService(QueueRepository queues, QueuePartRepository parts, FlowExits exits, InputChecker checker, TransactionTemplate transaction) {
        this.queues = queues;
        this.parts = parts;
        this.exits = exits;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a queue; calls can be led to it at once.
     *
     * @param draft what it shall be
     * @return the queue
     * @throws InvalidInput when a field is wrong, an agent, a skill or a destination does not exist, or the name or number is taken
     */
    public Queue create(QueueDraft draft) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            Queue made = queues.insert(tenantId, checked(draft).settings());
            return stored(made, made.draft(), draft);
        }));
    }

    /**
     * Changes a queue. It holds for those who wait in it too.
     *
     * @param id     the queue
     * @param change makes the wanted settings from today's
     * @return the queue as it is now
     * @throws NotFound     when there is no such queue
     * @throws InvalidInput when a field is wrong, an agent, a skill or a destination does not exist, or the name or number is taken
     */
    public Queue update(UUID id, UnaryOperator<QueueDraft> change) {
        return storing(() -> transaction.execute(status -> {
            QueueDraft today = whole(queues.findForUpdate(id).orElseThrow(() -> notFound(id.toString()))).draft();
            QueueDraft wanted = checked(change.apply(today));
            // Left alone where nothing changes, so that the record of changes tells only what did.
            return stored((wanted.settings().equals(today.settings()) ? queues.find(id) : queues.update(id, wanted.settings()))
                    .orElseThrow(() -> notFound(id.toString())), today, wanted);
        }));
    }

    /**
     * Deletes a queue. Who waits in it is sent away as though it had no agents.
     *
     * @param id the queue
     * @throws NotFound     when there is no such queue
     * @throws InvalidInput when something still leads to it, or somebody supervises no other queue and would so come to supervise all
     */
    public void delete(UUID id) {
        storing(() -> transaction.execute(status -> {
            Queue gone = queues.findForUpdate(id).orElseThrow(() -> notFound(id.toString()));
            exits.refuseIfUsed(id);
            List<String> unbound = queues.supervisorsOfNoOther(id);
            if (!unbound.isEmpty()) {
                throw new InvalidInput(List.of(new FieldProblem("id", "taken.queue.supervisors", List.of(String.join(", ", unbound)))));
            }
            queues.delete(id);
            return gone;
        }));
    }

    /**
     * Finds a queue.
     *
     * @param id the queue
     * @return the queue with all that belongs to it
     * @throws NotFound when there is no such queue
     */
    public Queue find(UUID id) {
        return transaction.execute(status -> whole(queues.find(id).orElseThrow(() -> notFound(id.toString()))));
    }

    /**
     * Finds a queue by its id, by its name in any case, or by what extensions dial for it.
     *
     * @param which any of them
     * @return the queue with all that belongs to it
     * @throws NotFound when there is no such queue
     */
    public Queue named(String which) {
        return transaction.execute(status -> whole(queues.find(which).or(() -> id(which).flatMap(queues::find)).orElseThrow(() -> notFound(which))));
    }

    /**
     * Lists queues by their names.
     *
     * @param search part of a name or begin of a number; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page of queues with all that belongs to them
     */
    public Page<Queue> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        return transaction.execute(status -> Page.of(queues.list(wanted, cursor == null ? "" : cursor, limit + 1), limit, Queue::name)
                .map(this::whole));
    }

    /**
     * How many queues the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> queues.count());
    }

    /**
     * What a queue's demands mean for its callers.
     *
     * @param queue the queue
     * @return what its agents lack, and when somebody will do
     */
    public SkillOutlook outlook(Queue queue) {
        Map<UUID, Map<String, Integer>> known = new HashMap<>();
        queue.agents().forEach(agent -> known.put(agent.agentId(), new HashMap<>()));
        transaction.execute(status -> parts.known(queue.id()))
                .forEach(one -> known.computeIfAbsent(one.agentId(), agent -> new HashMap<>()).put(one.skill(), one.level()));
        return SkillOutlook.of(queue.skills(), known);
    }

    private Queue whole(Queue queue) {
        return queue.with(parts.agents(queue.id()), parts.tiers(queue.id()), parts.skills(queue.id()), exits.of(queue.id()));
    }

    private Queue stored(Queue queue, QueueDraft today, QueueDraft wanted) {
        if (!wanted.agents().equals(today.agents())) {
            storeAgents(queue, wanted);
        }
        if (!wanted.tiers().equals(today.tiers())) {
            parts.setTiers(queue.tenantId(), queue.id(), wanted.tiers());
        }
        if (!wanted.skills().equals(today.skills())) {
            storeSkills(queue, wanted);
        }
        Map<String, DestinationDraft> ways = new HashMap<>();
        QueueExit.KEYS.forEach(key -> ways.put(QueueExit.ofKey(key), wanted.keys().get(key)));
        ways.put(QueueExit.FULL, wanted.full());
        ways.put(QueueExit.MAX_WAIT, wanted.maxWait());
        ways.put(QueueExit.NO_AGENTS, wanted.noAgents());
        exits.set(queue.id(), ways, QueueExit::field);
        return whole(queue);
    }

    private void storeAgents(Queue queue, QueueDraft wanted) {
        parts.keepAgents(queue.id(), wanted.agents().stream().map(QueueAgentDraft::agent).toList());
        for (int row = 0; row < wanted.agents().size(); row++) {
            if (!parts.putAgent(queue.tenantId(), queue.id(), wanted.agents().get(row))) {
                throw new InvalidInput("agents[" + row + "]", "invalid.queue.agent");
            }
        }
    }

    private void storeSkills(Queue queue, QueueDraft wanted) {
        parts.keepSkills(queue.id(), wanted.skills().stream().map(QueueSkill::skill).toList());
        for (int row = 0; row < wanted.skills().size(); row++) {
            if (!parts.putSkill(queue.tenantId(), queue.id(), wanted.skills().get(row))) {
                throw new InvalidInput("skills[" + row + "]", "invalid.queue.skill");
            }
        }
    }

    private QueueDraft checked(QueueDraft draft) {
        checker.check(draft);
        List<FieldProblem> problems = QueueRules.problems(draft);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return draft;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static NotFound notFound(String which) {
        return new NotFound("queue", which);
    }

    private static Queue storing(Supplier<Queue> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}

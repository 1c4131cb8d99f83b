package org.switchboard.telephony.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.voicemail.PinRule;

/** Makes, changes and finds the agents of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class AgentService {

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "agent_number_key", new FieldProblem("number", "taken.agent.number"),
            "agent_user_key", new FieldProblem("userId", "taken.agent.user"),
            "agent_extension_key", new FieldProblem("extension", "taken.agent.extension"),
            "agent_tenant_id_user_id_fkey", new FieldProblem("userId", "invalid.extension.userId"));

    private final AgentRepository agents;
    private final AgentPartRepository parts;
    private final InputChecker checker;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param agents      SQL of the agents
     * @param parts       SQL of what they know and serve
     * @param checker     checks drafts
     * @param encoder     makes PINs' digests
     * @param transaction the portal's transactions
     */
    public AgentService(AgentRepository agents, AgentPartRepository parts, InputChecker checker, PasswordEncoder encoder,
                        TransactionTemplate transaction) {
        this.agents = agents;
        this.parts = parts;
        this.checker = checker;
        this.encoder = encoder;
        this.transaction = transaction;
    }

    /**
     * Makes somebody an agent; he can sign in at once.
     *
     * @param draft what he shall be
     * @return the agent
     * @throws InvalidInput when a field is wrong, a phone, a skill or a queue does not exist, or number, user or phone are another agent's
     */
    public Agent create(AgentDraft draft) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            AgentDraft wanted = checked(draft);
            UUID id = agents.insert(tenantId, wanted, phone(wanted).map(AgentRepository.Phone::id).orElse(null));
            return stored(agents.find(id).orElseThrow(() -> notFound(id.toString())), wanted);
        }));
    }

    /**
     * Changes an agent. It holds at once, also while he is signed in.
     *
     * @param id     the agent
     * @param change makes the wanted settings from today's
     * @return the agent as he is now
     * @throws NotFound     when there is no such agent
     * @throws InvalidInput when a field is wrong, a phone, a skill or a queue does not exist, or number, user or phone are another agent's
     */
    public Agent update(UUID id, UnaryOperator<AgentDraft> change) {
        return storing(() -> transaction.execute(status -> {
            AgentDraft today = whole(agents.findForUpdate(id).orElseThrow(() -> notFound(id.toString()))).draft();
            AgentDraft wanted = checked(change.apply(today));
            // Left alone where nothing changes, so that the record of changes tells only what did.
            if (!own(wanted).equals(own(today))) {
                agents.update(id, wanted, phone(wanted).map(AgentRepository.Phone::id).orElse(null));
            }
            return stored(agents.find(id).orElseThrow(() -> notFound(id.toString())), wanted);
        }));
    }

    /**
     * Sets the PIN with which an agent signs in at another's phone.
     *
     * @param id  the agent
     * @param pin 4 to 10 digits that are hard to guess ({@link PinRule}); null or empty takes it away
     * @throws NotFound     when there is no such agent
     * @throws InvalidInput when the PIN is not accepted
     */
    public void setPin(UUID id, String pin) {
        Agent agent = find(id);
        boolean none = pin == null || pin.isEmpty();
        if (!none) {
            PinRule.problem(pin, agent.number()).ifPresent(code -> {
                throw new InvalidInput("pin", code);
            });
        }
        String digest = none ? null : encoder.encode(pin);
        transaction.executeWithoutResult(status -> agents.updatePin(id, digest));
    }

    /**
     * Lets somebody be an agent no longer. A talk that is on goes on.
     *
     * @param id the agent
     * @throws NotFound when there is no such agent
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!agents.delete(id)) {
                throw notFound(id.toString());
            }
        });
    }

    /**
     * Finds an agent.
     *
     * @param id the agent
     * @return the agent with skills and queues
     * @throws NotFound when there is no such agent
     */
    public Agent find(UUID id) {
        return transaction.execute(status -> whole(agents.find(id).orElseThrow(() -> notFound(id.toString()))));
    }

    /**
     * Finds an agent by number.
     *
     * @param number the number
     * @return the agent with skills and queues
     * @throws NotFound when there is no such agent
     */
    public Agent find(String number) {
        return transaction.execute(status -> whole(agents.find(number).orElseThrow(() -> notFound(number))));
    }

    /**
     * The agent whom a user is.
     *
     * @param userId the user
     * @return the agent with skills and queues; empty for a user who is none
     */
    public Optional<Agent> ofUser(UUID userId) {
        return transaction.execute(status -> agents.ofUser(userId).map(this::whole));
    }

    /**
     * Lists agents, shorter numbers first, then in numeric order.
     *
     * @param search part of a name or begin of a number; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page of agents with skills and queues
     */
    public Page<Agent> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        return transaction.execute(status -> Page.of(agents.list(wanted, cursor == null ? "" : cursor, limit + 1), limit, Agent::number)
                .map(this::whole));
    }

    /**
     * Who all the agents are, to choose from.
     *
     * @return shorter numbers first, then in numeric order
     */
    public List<AgentName> names() {
        return transaction.execute(status -> agents.names());
    }

    /**
     * How many agents the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> agents.count());
    }

    private Agent whole(Agent agent) {
        return agent.with(parts.skills(agent.id()), parts.queues(agent.id()));
    }

    private static AgentDraft own(AgentDraft draft) {
        return new AgentDraft(draft.name(), draft.number(), draft.userId(), draft.extension(), null, null);
    }

    private Agent stored(Agent agent, AgentDraft wanted) {
        parts.keepSkills(agent.id(), wanted.skills().stream().map(AgentSkill::skill).toList());
        for (int row = 0; row < wanted.skills().size(); row++) {
            if (!parts.putSkill(agent.tenantId(), agent.id(), wanted.skills().get(row))) {
                throw new InvalidInput("skills[" + row + "]", "invalid.agent.skill");
            }
        }
        parts.keepQueues(agent.id(), wanted.queues().stream().map(AgentQueueDraft::queue).toList());
        for (int row = 0; row < wanted.queues().size(); row++) {
            if (!parts.putQueue(agent.tenantId(), agent.id(), wanted.queues().get(row))) {
                throw new InvalidInput("queues[" + row + "]", "invalid.agent.queue");
            }
        }
        return whole(agent);
    }

    private Optional<AgentRepository.Phone> phone(AgentDraft draft) {
        return Optional.ofNullable(draft.extension()).flatMap(agents::phone);
    }

    /** Name and number are the extension's where nothing is said. */
    private AgentDraft checked(AgentDraft draft) {
        checker.check(draft);
        Optional<AgentRepository.Phone> phone = phone(draft);
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.extension() != null && phone.isEmpty()) {
            problems.add(new FieldProblem("extension", "invalid.agent.extension"));
        }
        String name = draft.name() != null ? draft.name() : phone.map(AgentRepository.Phone::name).orElse(null);
        String number = draft.number() != null ? draft.number() : phone.map(AgentRepository.Phone::number).orElse(null);
        if (name == null) {
            problems.add(new FieldProblem("name", "invalid.flow.name"));
        }
        if (number == null) {
            problems.add(new FieldProblem("number", "invalid.agent.number"));
        }
        twice("skills", "invalid.queue.skill.twice", draft.skills(), AgentSkill::skill, problems);
        twice("queues", "invalid.agent.queue.twice", draft.queues(), AgentQueueDraft::queue, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new AgentDraft(name, number, draft.userId(), draft.extension(), draft.skills(), draft.queues());
    }

    private static <T> void twice(String field, String code, List<T> rows, Function<T, Object> what, List<FieldProblem> problems) {
        Set<Object> seen = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!seen.add(what.apply(rows.get(row)))) {
                problems.add(new FieldProblem(field + "[" + row + "]", code));
            }
        }
    }

    private static NotFound notFound(String which) {
        return new NotFound("agent", which);
    }

    private static Agent storing(Supplier<Agent> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}

package org.switchboard.web.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.agent.Agent;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.callcentre.AgentTalk;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.device.DeviceService;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.supervision.SpiedTalk;
import org.switchboard.telephony.supervision.SpyMode;
import org.switchboard.telephony.supervision.Supervision;
import org.switchboard.telephony.supervision.SupervisionSession;
import org.switchboard.telephony.supervision.Supervisor;
import org.switchboard.telephony.tenant.TenantService;

/** Supervises from the browser and for scripts: rings the supervisor's phone, or lets one who is at a talk already do something else. */
@Component
public final class SupervisionDesk {

    private final CallCentre centre;
    private final Supervision supervision;
    private final SupervisionRights rights;
    private final AgentService agents;
    private final QueueService queues;
    private final ExtensionService extensions;
    private final DeviceService devices;
    private final DeviceStates states;
    private final TenantService tenants;
    private final MessageSource messages;

    SupervisionDesk(CallCentre centre, Supervision supervision, SupervisionRights rights, AgentService agents, QueueService queues,
                    ExtensionService extensions, DeviceService devices, DeviceStates states, TenantService tenants, MessageSource messages) {
        this.centre = centre;
        this.supervision = supervision;
        this.rights = rights;
        this.agents = agents;
        this.queues = queues;
        this.extensions = extensions;
        this.devices = devices;
        this.states = states;
        this.tenants = tenants;
        this.messages = messages;
    }

    /**
     * What somebody may do now at an agent's talk.
     *
     * @param who     who asks
     * @param agentId the agent
     * @return nothing when the agent talks with no caller of a queue
     */
    public Set<SpyMode> allowed(Asker who, UUID agentId) {
        return centre.talkOf(who.tenantId(), agentId).map(talk -> rights.modes(who.role(), who.userId(), talk.queueId())).orElse(Set.of());
    }

    /**
     * The session that somebody has at an agent's talk.
     *
     * @param who     who asks
     * @param agentId the agent
     * @return empty when he has none
     */
    public Optional<SupervisionSession> mine(Asker who, UUID agentId) {
        return mine(who).filter(session -> agentId.equals(session.talk().agentId()));
    }

    private Optional<SupervisionSession> mine(Asker who) {
        return supervision.sessions(who.tenantId()).stream().filter(session -> session.who().by().equals(who.by())).reduce((_, last) -> last);
    }

    /**
     * The sessions of a company that are on.
     *
     * @param who who asks
     * @return those at queues that he may supervise, oldest first
     */
    public List<SupervisionSession> sessions(Asker who) {
        return supervision.sessions(who.tenantId()).stream()
                .filter(session -> !rights.modes(who.role(), who.userId(), session.talk().queueId()).isEmpty()).toList();
    }

    /**
     * Lets somebody supervise an agent's talk. One who is at that talk changes what he does; one who is at another leaves it.
     *
     * @param who       who
     * @param agentId   whose talk
     * @param mode      what he wants to do
     * @param extension whose phone is rung; null or empty for the user's own
     * @return the session
     * @throws NotFound     when there is no such agent
     * @throws InvalidInput when he may not, the agent talks with nobody, there is no phone, or it cannot be done now
     */
    public SupervisionSession supervise(Asker who, UUID agentId, SpyMode mode, String extension) {
        Agent agent = agents.find(agentId);
        AgentTalk talk = centre.talkOf(who.tenantId(), agentId).orElseThrow(() -> new InvalidInput("agent", "taken.supervision.over"));
        Set<SpyMode> may = rights.modes(who.role(), who.userId(), talk.queueId());
        if (!may.contains(mode)) {
            throw new InvalidInput("mode", "invalid.supervision.notAllowed");
        }
        Optional<SupervisionSession> mine = mine(who);
        if (mine.filter(session -> agentId.equals(session.talk().agentId()) && talk.linkedId().equals(session.talk().linkedId())).isPresent()) {
            supervision.change(who.tenantId(), mine.get().id(), mode, may);
            return mine.get();
        }
        Extension phone = phone(who, extension);
        DeviceRef device = device(phone);
        mine.ifPresent(session -> supervision.end(who.tenantId(), session.id()));
        return supervision.ring(SpiedTalk.of(who.tenantId(), talk, agent.name(), agent.number(), queues.find(talk.queueId()).name()),
                new Supervisor(who.by(), phone.number(), may), device, mode, shown(mode, agent));
    }

    /**
     * Lets somebody who is at a talk do something else there.
     *
     * @param who       who asks: the supervisor himself, or an admin
     * @param sessionId the session
     * @param mode      what
     * @throws NotFound     when there is no such session that he may see
     * @throws InvalidInput when he may not, or it cannot be done now
     */
    public void change(Asker who, UUID sessionId, SpyMode mode) {
        SupervisionSession session = find(who, sessionId);
        supervision.change(who.tenantId(), sessionId, mode, rights.modes(who.role(), who.userId(), session.talk().queueId()));
    }

    /**
     * Ends a session.
     *
     * @param who       who asks
     * @param sessionId the session
     * @throws NotFound     when there is no such session that he may see
     * @throws InvalidInput when it cannot be done now
     */
    public void end(Asker who, UUID sessionId) {
        supervision.end(who.tenantId(), find(who, sessionId).id());
    }

    /**
     * Finds a session that is on.
     *
     * @param who who asks
     * @param id  the session
     * @return the session
     * @throws NotFound when there is none that he may see
     */
    public SupervisionSession find(Asker who, UUID id) {
        return sessions(who).stream().filter(session -> session.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("supervision", id.toString()));
    }

    private Extension phone(Asker who, String wanted) {
        List<Extension> own = who.userId() == null ? List.of() : extensions.ofUser(who.userId());
        if (wanted == null || wanted.isBlank()) {
            return own.stream().filter(extension -> deviceOf(extension).isPresent()).findFirst().or(() -> own.stream().findFirst())
                    .orElseThrow(() -> new InvalidInput("extension", who.userId() == null ? "invalid.supervision.extension"
                            : "invalid.supervision.noExtension"));
        }
        if (who.userId() != null) {
            return own.stream().filter(extension -> extension.number().equals(wanted)).findFirst()
                    .orElseThrow(() -> new InvalidInput("extension", "invalid.supervision.noExtension"));
        }
        try {
            return extensions.find(wanted);
        } catch (NotFound unknown) {
            throw new InvalidInput("extension", "invalid.supervision.extension");
        }
    }

    private DeviceRef device(Extension extension) {
        return deviceOf(extension).orElseThrow(() -> new InvalidInput("extension", "invalid.supervision.noPhone"));
    }

    private Optional<DeviceRef> deviceOf(Extension extension) {
        return devices.ofExtensions(List.of(extension.id())).stream().filter(device -> states.of(device.sipUsername()).registered())
                .map(device -> new DeviceRef(device.sipUsername())).findFirst();
    }

    private String shown(SpyMode mode, Agent agent) {
        return messages.getMessage("supervision.shows." + mode.key(), new Object[] {agent.name()}, Locale.of(tenants.current().language()));
    }
}

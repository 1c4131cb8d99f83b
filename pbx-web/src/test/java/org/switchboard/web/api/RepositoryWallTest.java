package org.switchboard.web.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.agent.AgentDraft;
import org.switchboard.telephony.agent.AgentPartRepository;
import org.switchboard.telephony.agent.AgentQueueDraft;
import org.switchboard.telephony.agent.AgentRepository;
import org.switchboard.telephony.agent.AgentSkill;
import org.switchboard.telephony.agent.PauseReasonDraft;
import org.switchboard.telephony.agent.PauseReasonRepository;
import org.switchboard.telephony.agent.SkillDraft;
import org.switchboard.telephony.agent.SkillRepository;
import org.switchboard.telephony.agentphone.AgentLampRepository;
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementRepository;
import org.switchboard.telephony.board.BoardRepository;
import org.switchboard.telephony.callback.CallbackRepository;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.alert.QueueAlertRepository;
import org.switchboard.telephony.assertion.AssertionRepository;
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.assertion.RoutePoint;
import org.switchboard.telephony.assertion.RoutingAssertion;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExitRepository;
import org.switchboard.telephony.device.DeviceDraft;
import org.switchboard.telephony.device.DeviceRepository;
import org.switchboard.telephony.device.SipAccount;
import org.switchboard.telephony.extension.ExtensionDraft;
import org.switchboard.telephony.extension.ExtensionRepository;
import org.switchboard.telephony.menu.MenuDraft;
import org.switchboard.telephony.menu.MenuRepository;
import org.switchboard.telephony.note.CallNoteDraft;
import org.switchboard.telephony.note.CallNoteRepository;
import org.switchboard.telephony.note.NoteSubject;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.CallerRuleDraft;
import org.switchboard.telephony.number.CallerRuleRepository;
import org.switchboard.telephony.number.PhoneNumberRepository;
import org.switchboard.telephony.outbound.OutboundRouteDraft;
import org.switchboard.telephony.outbound.OutboundRouteRepository;
import org.switchboard.telephony.prompt.PromptContent;
import org.switchboard.telephony.prompt.PromptOrigin;
import org.switchboard.telephony.prompt.PromptRepository;
import org.switchboard.telephony.prompt.PromptSound;
import org.switchboard.telephony.queue.CallerPriority;
import org.switchboard.telephony.queue.CallerPriorityDraft;
import org.switchboard.telephony.queue.CallerPriorityRepository;
import org.switchboard.telephony.queue.DispositionCodeRepository;
import org.switchboard.telephony.queue.QueueAgentDraft;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueuePartRepository;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueRepository;
import org.switchboard.telephony.queue.QueueSettings;
import org.switchboard.telephony.queue.QueueSkill;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.QueueSupervisorDraft;
import org.switchboard.telephony.queue.QueueSupervisorRepository;
import org.switchboard.telephony.queue.QueueTier;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.queuelog.QueueEventRepository;
import org.switchboard.telephony.report.Every;
import org.switchboard.telephony.report.ReportScheduleDraft;
import org.switchboard.telephony.report.ReportScheduleRepository;
import org.switchboard.telephony.ringgroup.RingGroupDraft;
import org.switchboard.telephony.ringgroup.RingGroupMemberDraft;
import org.switchboard.telephony.ringgroup.RingGroupRepository;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleDraft;
import org.switchboard.telephony.schedule.ScheduleRepository;
import org.switchboard.telephony.schedule.ScheduleRowRepository;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.schedule.SwitchPosition;
import org.switchboard.telephony.supervision.SupervisionRepository;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantRepository;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.trunk.TrunkDraft;
import org.switchboard.telephony.trunk.TrunkKind;
import org.switchboard.telephony.trunk.TrunkRepository;
import org.switchboard.telephony.voicemail.VoicemailBoxDraft;
import org.switchboard.telephony.voicemail.VoicemailBoxRepository;
import org.switchboard.telephony.voicemail.VoicemailMessageRepository;
import org.switchboard.web.change.ChangeRepository;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserRepository;

/**
 * The wall between companies at every repository: each public method is called in another company's scope, and in nobody's,
 * with ids of a company that has one of everything. A method that is not in this list fails the test.
 */
@ApiTest
final class RepositoryWallTest {

    private static final ExtensionDraft EXTENSION = new ExtensionDraft("7655", "Taken over", null, null, null);
    private static final DeviceDraft DEVICE = new DeviceDraft("Taken over", null, null);
    private static final UserDraft USER = new UserDraft("taken@over.example", "Taken over", Role.USER, false);
    private static final MenuDraft MENU = new MenuDraft("Taken over", null, UUID.randomUUID(), null, null, null, null, null, null, null, null, null, null);
    private static final AnnouncementDraft ANNOUNCEMENT = new AnnouncementDraft("Taken over", UUID.randomUUID(), null);
    private static final RingGroupDraft GROUP = new RingGroupDraft("Taken over", null, null, null, null, null, null, null);
    private static final RingGroupMemberDraft MEMBER = new RingGroupMemberDraft("7654", null, null);
    private static final Destination HANGUP = new Destination(DestinationKind.HANGUP, null, null, "busy", "busy");
    private static final PromptContent PROMPT = new PromptContent("Taken over", PromptOrigin.UPLOAD, null, null, Duration.ofSeconds(1), Instant.EPOCH);
    private static final VoicemailBoxDraft BOX = VoicemailBoxDraft.shared("7656", "Taken over");
    private static final ScheduleDraft SCHEDULE = ScheduleDraft.of("Taken over", null, null);
    private static final TrunkDraft TRUNK = new TrunkDraft("Taken over", null, TrunkKind.IP, "127.0.0.9", null, null, null, null, null, null, null, null);
    private static final CallerRuleDraft RULE = new CallerRuleDraft(null, CallerRule.Matches.PREFIX, "+8271", "Taken over");
    private static final QueueSettings QUEUE = new QueueSettings("Taken over", null, 5, 300, new QueueOffers(), new QueueLimits(), new QueueSounds(),
            new QueueCallback(), new ServiceGoal(), new QueueAlerts(), new QueueRecording());
    private static final AgentDraft AGENT = new AgentDraft("Taken over", "7659", null, null, null, null);
    private static final CallerPriorityDraft PRIORITY = new CallerPriorityDraft(CallerPriority.Matches.CALLER_PREFIX, "+8271", 1, "Taken over");
    private static final ReportScheduleDraft REPORT = new ReportScheduleDraft("Taken over", Every.DAY, null, null, List.of("taken@over.example"), "en", null);
    private static final SipAccount ACCOUNT = new SipAccount("abcdefghijkmnpqr", "password");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    @Autowired
    private TransactionTemplate transaction;

    private Schedule schedule;
    private RoutingAssertion assertion;
    private Lines lines;
    private UUID callbackId;
    private Centre centre;
    private UUID report;

    /** How that company serves callers. */
    private record Centre(UUID queueId, UUID agentId, UUID skillId, UUID reasonId, UUID codeId, UUID priorityId, UUID supervisorId) {

        Stream<String> marks() {
            return Stream.of(queueId, agentId, skillId, reasonId, codeId, priorityId, supervisorId).map(UUID::toString);
        }
    }

    /** How that company speaks with the world. */
    private record Lines(UUID numberId, String number, UUID trunkId, UUID routeId, UUID ruleId) {

        OutboundRouteDraft route() {
            return new OutboundRouteDraft("Taken over", List.of("+"), List.of(trunkId), null);
        }

        Stream<String> marks() {
            return Stream.of(number, numberId.toString(), trunkId.toString(), routeId.toString(), ruleId.toString());
        }
    }

    /** A company that has one of everything. */
    private record Theirs(UUID tenantId, String slug, UUID extensionId, UUID deviceId, UUID userId, UUID tokenId, UUID callId, UUID promptId, UUID groupId,
                          UUID menuId, UUID announcementId, UUID boxId, UUID messageId) {

        Stream<String> marks() {
            return Stream.concat(Stream.of("Secret", slug, "7654"),
                    Stream.of(tenantId, extensionId, deviceId, userId, tokenId, callId, promptId, groupId, menuId, announcementId, boxId, messageId).map(UUID::toString));
        }
    }

    /** Calls one method with what belongs to the other company. */
    private interface Probe {

        Object call(Theirs theirs);
    }

    private Map<String, Probe> probes() {
        var tenants = context.getBean(TenantRepository.class);
        var extensions = context.getBean(ExtensionRepository.class);
        var devices = context.getBean(DeviceRepository.class);
        var users = context.getBean(UserRepository.class);
        var schedules = context.getBean(ScheduleRepository.class);
        var scheduleRows = context.getBean(ScheduleRowRepository.class);
        var tokens = context.getBean(ApiTokenRepository.class);
        var replies = context.getBean(IdempotentReplyRepository.class);
        var changes = context.getBean(ChangeRepository.class);
        var prompts = context.getBean(PromptRepository.class);
        var exits = context.getBean(FlowExitRepository.class);
        var groups = context.getBean(RingGroupRepository.class);
        var menus = context.getBean(MenuRepository.class);
        var assertions = context.getBean(AssertionRepository.class);
        var announcements = context.getBean(AnnouncementRepository.class);
        var boxes = context.getBean(VoicemailBoxRepository.class);
        var messages = context.getBean(VoicemailMessageRepository.class);
        var numbers = context.getBean(PhoneNumberRepository.class);
        var trunks = context.getBean(TrunkRepository.class);
        var routes = context.getBean(OutboundRouteRepository.class);
        var rules = context.getBean(CallerRuleRepository.class);
        var queues = context.getBean(QueueRepository.class);
        var queueParts = context.getBean(QueuePartRepository.class);
        var supervisors = context.getBean(QueueSupervisorRepository.class);
        var codes = context.getBean(DispositionCodeRepository.class);
        var priorities = context.getBean(CallerPriorityRepository.class);
        var agents = context.getBean(AgentRepository.class);
        var agentParts = context.getBean(AgentPartRepository.class);
        var skills = context.getBean(SkillRepository.class);
        var reasons = context.getBean(PauseReasonRepository.class);
        var board = context.getBean(BoardRepository.class);
        var events = context.getBean(QueueEventRepository.class);
        var reports = context.getBean(ReportScheduleRepository.class);
        var alerts = context.getBean(QueueAlertRepository.class);
        var notes = context.getBean(CallNoteRepository.class);
        return Map.ofEntries(
                entry("QueueEventRepository.between", theirs -> all(events.between(theirs.tenantId(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))),
                entry("QueueEventRepository.lastBefore", theirs -> events.lastBefore(theirs.tenantId(), Instant.now().plusSeconds(60))),
                entry("QueueEventRepository.ofVisit", theirs -> events.ofVisit(theirs.tenantId(), "Secret.1")),
                entry("ReportScheduleRepository.insert", theirs -> reports.insert(theirs.tenantId(), REPORT, OffsetDateTime.now(ZoneOffset.UTC))),
                entry("ReportScheduleRepository.update", theirs -> reports.update(report, REPORT, OffsetDateTime.now(ZoneOffset.UTC))),
                entry("ReportScheduleRepository.putQueues", theirs -> reports.putQueues(theirs.tenantId(), report, List.of(centre.queueId()))),
                entry("ReportScheduleRepository.delete", theirs -> reports.delete(report)),
                entry("ReportScheduleRepository.find", theirs -> reports.find(report)),
                entry("ReportScheduleRepository.all", theirs -> reports.all()),
                entry("BoardRepository.queues", theirs -> board.queues()),
                entry("BoardRepository.agents", theirs -> board.agents()),
                entry("BoardRepository.supervised", theirs -> board.supervised(centre.supervisorId())),
                entry("BoardRepository.isAgent", theirs -> board.isAgent(theirs.userId())),
                entry("BoardRepository.extensionNumber", theirs -> board.extensionNumber(theirs.extensionId())),
                entry("QueueAlertRepository.recent", theirs -> alerts.recent(Instant.EPOCH, 200)),
                entry("CallNoteRepository.save", theirs -> notes.save(theirs.tenantId(), new NoteSubject("Secret.1", null, centre.queueId(), centre.agentId(),
                        "Taken over", ""), new CallNoteDraft("Taken over", null))),
                entry("CallNoteRepository.find", theirs -> notes.find("Secret.1", centre.agentId())),
                entry("CallNoteRepository.ofNumber", theirs -> notes.ofNumber("+12125550100", 200)),
                entry("CallNoteRepository.ofCall", theirs -> notes.ofCall(theirs.callId())),
                entry("CallNoteRepository.answered", theirs -> notes.answered(centre.agentId(), null, 200)),
                entry("CallNoteRepository.dispositions", theirs -> notes.dispositions(centre.queueId())),
                entry("QueueRepository.insert", theirs -> queues.insert(theirs.tenantId(), QUEUE)),
                entry("QueueRepository.update", theirs -> queues.update(centre.queueId(), QUEUE)),
                entry("QueueRepository.supervisorsOfNoOther", theirs -> queues.supervisorsOfNoOther(centre.queueId())),
                entry("QueueRepository.delete", theirs -> queues.delete(centre.queueId())),
                entry("QueueRepository.find", theirs -> List.of(queues.find(centre.queueId()), queues.find("Secret queue"))),
                entry("QueueRepository.findForUpdate", theirs -> queues.findForUpdate(centre.queueId())),
                entry("QueueRepository.list", theirs -> queues.list("", "", 200)),
                entry("QueueRepository.count", theirs -> queues.count()),
                entry("QueuePartRepository.agents", theirs -> queueParts.agents(centre.queueId())),
                entry("QueuePartRepository.putAgent", theirs -> queueParts.putAgent(theirs.tenantId(), centre.queueId(), new QueueAgentDraft("7654", 2, null))),
                entry("QueuePartRepository.keepAgents", theirs -> nothing(() -> queueParts.keepAgents(centre.queueId(), List.of()))),
                entry("QueuePartRepository.tiers", theirs -> queueParts.tiers(centre.queueId())),
                entry("QueuePartRepository.setTiers", theirs -> nothing(() -> queueParts.setTiers(theirs.tenantId(), centre.queueId(), List.of(new QueueTier(3, 9))))),
                entry("QueuePartRepository.skills", theirs -> queueParts.skills(centre.queueId())),
                entry("QueuePartRepository.putSkill", theirs -> queueParts.putSkill(theirs.tenantId(), centre.queueId(), new QueueSkill("Secret skill", 9, null))),
                entry("QueuePartRepository.keepSkills", theirs -> nothing(() -> queueParts.keepSkills(centre.queueId(), List.of()))),
                entry("QueuePartRepository.known", theirs -> queueParts.known(centre.queueId())),
                entry("QueueSupervisorRepository.ofQueue", theirs -> supervisors.ofQueue(centre.queueId())),
                entry("QueueSupervisorRepository.ofUser", theirs -> supervisors.ofUser(centre.supervisorId())),
                entry("QueueSupervisorRepository.put", theirs -> supervisors.put(theirs.tenantId(), centre.queueId(),
                        new QueueSupervisorDraft(centre.supervisorId(), false, null, null, null))),
                entry("QueueSupervisorRepository.keep", theirs -> nothing(() -> supervisors.keep(centre.queueId(), List.of()))),
                entry("DispositionCodeRepository.insert", theirs -> codes.insert(theirs.tenantId(), "Taken over", null)),
                entry("DispositionCodeRepository.update", theirs -> codes.update(centre.codeId(), "Taken over", null)),
                entry("DispositionCodeRepository.delete", theirs -> codes.delete(centre.codeId())),
                entry("DispositionCodeRepository.find", theirs -> codes.find(centre.codeId())),
                entry("DispositionCodeRepository.all", theirs -> codes.all()),
                entry("CallerPriorityRepository.insert", theirs -> priorities.insert(theirs.tenantId(), PRIORITY, "+8271")),
                entry("CallerPriorityRepository.update", theirs -> priorities.update(centre.priorityId(), PRIORITY, "+8271")),
                entry("CallerPriorityRepository.delete", theirs -> priorities.delete(centre.priorityId())),
                entry("CallerPriorityRepository.find", theirs -> priorities.find(centre.priorityId())),
                entry("CallerPriorityRepository.all", theirs -> priorities.all()),
                entry("AgentRepository.phone", theirs -> agents.phone("7654")),
                entry("AgentRepository.insert", theirs -> agents.insert(theirs.tenantId(), AGENT, null)),
                entry("AgentRepository.update", theirs -> agents.update(centre.agentId(), AGENT, null)),
                entry("AgentRepository.updatePin", theirs -> nothing(() -> agents.updatePin(centre.agentId(), "taken over"))),
                entry("AgentRepository.delete", theirs -> agents.delete(centre.agentId())),
                entry("AgentRepository.find", theirs -> List.of(agents.find(centre.agentId()), agents.find("7654"))),
                entry("AgentRepository.findForUpdate", theirs -> agents.findForUpdate(centre.agentId())),
                entry("AgentRepository.ofUser", theirs -> agents.ofUser(theirs.userId())),
                entry("AgentRepository.list", theirs -> agents.list("", "", 200)),
                entry("AgentRepository.names", theirs -> agents.names()),
                entry("AgentRepository.count", theirs -> agents.count()),
                entry("AgentPartRepository.skills", theirs -> agentParts.skills(centre.agentId())),
                entry("AgentPartRepository.putSkill", theirs -> agentParts.putSkill(theirs.tenantId(), centre.agentId(), new AgentSkill("Secret skill", 9))),
                entry("AgentPartRepository.keepSkills", theirs -> nothing(() -> agentParts.keepSkills(centre.agentId(), List.of()))),
                entry("AgentPartRepository.queues", theirs -> agentParts.queues(centre.agentId())),
                entry("AgentPartRepository.putQueue", theirs -> agentParts.putQueue(theirs.tenantId(), centre.agentId(), new AgentQueueDraft("Secret queue", 2, null))),
                entry("AgentPartRepository.keepQueues", theirs -> nothing(() -> agentParts.keepQueues(centre.agentId(), List.of()))),
                entry("SkillRepository.insert", theirs -> skills.insert(theirs.tenantId(), new SkillDraft("Taken over"))),
                entry("SkillRepository.update", theirs -> skills.update(centre.skillId(), new SkillDraft("Taken over"))),
                entry("SkillRepository.delete", theirs -> skills.delete(centre.skillId())),
                entry("SkillRepository.find", theirs -> skills.find(centre.skillId())),
                entry("SkillRepository.all", theirs -> skills.all()),
                entry("PauseReasonRepository.insert", theirs -> reasons.insert(theirs.tenantId(), new PauseReasonDraft("Taken over", "9"))),
                entry("PauseReasonRepository.update", theirs -> reasons.update(centre.reasonId(), new PauseReasonDraft("Taken over", "9"))),
                entry("PauseReasonRepository.delete", theirs -> reasons.delete(centre.reasonId())),
                entry("PauseReasonRepository.find", theirs -> reasons.find(centre.reasonId())),
                entry("PauseReasonRepository.all", theirs -> reasons.all()),
                entry("PhoneNumberRepository.insert", theirs -> numbers.insert(theirs.tenantId(), "+12125550000", "Taken over")),
                entry("PhoneNumberRepository.rename", theirs -> numbers.rename(lines.numberId(), "Taken over")),
                entry("PhoneNumberRepository.delete", theirs -> numbers.delete(lines.numberId())),
                entry("PhoneNumberRepository.find", theirs -> numbers.find(lines.number())),
                entry("PhoneNumberRepository.list", theirs -> numbers.list("", "", "", 200)),
                entry("PhoneNumberRepository.count", theirs -> numbers.count()),
                entry("PhoneNumberRepository.shownBy", theirs -> numbers.shownBy(lines.numberId(), lines.number())),
                entry("TrunkRepository.insert", theirs -> trunks.insert(theirs.tenantId(), "trunkabcdefghjkmnpqr", TRUNK)),
                entry("TrunkRepository.update", theirs -> trunks.update(lines.trunkId(), TRUNK)),
                entry("TrunkRepository.delete", theirs -> trunks.delete(lines.trunkId())),
                entry("TrunkRepository.find", theirs -> trunks.find(lines.trunkId())),
                entry("TrunkRepository.all", theirs -> trunks.all()),
                entry("TrunkRepository.usedBy", theirs -> trunks.usedBy(lines.trunkId())),
                entry("OutboundRouteRepository.insert", theirs -> routes.insert(theirs.tenantId(), lines.route())),
                entry("OutboundRouteRepository.update", theirs -> routes.update(theirs.tenantId(), lines.routeId(), lines.route())),
                entry("OutboundRouteRepository.delete", theirs -> routes.delete(lines.routeId())),
                entry("OutboundRouteRepository.order", theirs -> nothing(() -> routes.order(List.of(UUID.randomUUID(), lines.routeId())))),
                entry("OutboundRouteRepository.find", theirs -> routes.find(lines.routeId())),
                entry("OutboundRouteRepository.all", theirs -> routes.all()),
                entry("CallerRuleRepository.insert", theirs -> rules.insert(theirs.tenantId(), RULE, "+8271")),
                entry("CallerRuleRepository.delete", theirs -> rules.delete(lines.ruleId())),
                entry("CallerRuleRepository.find", theirs -> rules.find(lines.ruleId())),
                entry("CallerRuleRepository.all", theirs -> rules.all()),
                entry("FlowExitRepository.of", theirs -> exits.of(theirs.groupId())),
                entry("FlowExitRepository.all", theirs -> exits.all()),
                entry("FlowExitRepository.put", theirs -> nothing(() -> exits.put(theirs.tenantId(), theirs.groupId(), "no_answer", HANGUP))),
                entry("FlowExitRepository.remove", theirs -> exits.remove(theirs.groupId(), "no_answer")),
                entry("FlowExitRepository.thing", theirs -> List.of(exits.thing(DestinationKind.EXTENSION, theirs.extensionId()),
                        exits.thing(DestinationKind.EXTENSION, "7654"))),
                entry("FlowExitRepository.search", theirs -> exits.search(DestinationKind.EXTENSION, "", 200)),
                entry("FlowExitRepository.usedBy", theirs -> exits.usedBy(theirs.extensionId())),
                entry("AssertionRepository.mustBeAsked", theirs -> assertions.mustBeAsked()),
                entry("AssertionRepository.insert", theirs -> assertions.insert(assertion(theirs))),
                entry("AssertionRepository.update", theirs -> assertions.update(assertion(theirs))),
                entry("AssertionRepository.store", theirs -> nothing(() -> assertions.store(assertion.id(), false, null, Instant.EPOCH))),
                entry("AssertionRepository.delete", theirs -> assertions.delete(assertion.id())),
                entry("AssertionRepository.find", theirs -> assertions.find(assertion.id())),
                entry("AssertionRepository.all", theirs -> assertions.all()),
                entry("AssertionRepository.broken", theirs -> assertions.broken()),
                entry("MenuRepository.insert", theirs -> menus.insert(theirs.tenantId(), MENU)),
                entry("MenuRepository.update", theirs -> menus.update(theirs.menuId(), MENU)),
                entry("MenuRepository.delete", theirs -> menus.delete(theirs.menuId())),
                entry("MenuRepository.find", theirs -> menus.find(theirs.menuId())),
                entry("MenuRepository.findForUpdate", theirs -> menus.findForUpdate(theirs.menuId())),
                entry("MenuRepository.list", theirs -> menus.list("", "", 200)),
                entry("MenuRepository.count", theirs -> menus.count()),
                entry("MenuRepository.clashes", theirs -> menus.clashes(List.of("7"), List.of())),
                entry("AnnouncementRepository.insert", theirs -> announcements.insert(theirs.tenantId(), ANNOUNCEMENT)),
                entry("AnnouncementRepository.update", theirs -> announcements.update(theirs.announcementId(), ANNOUNCEMENT)),
                entry("AnnouncementRepository.delete", theirs -> announcements.delete(theirs.announcementId())),
                entry("AnnouncementRepository.find", theirs -> announcements.find(theirs.announcementId())),
                entry("AnnouncementRepository.findForUpdate", theirs -> announcements.findForUpdate(theirs.announcementId())),
                entry("AnnouncementRepository.list", theirs -> announcements.list("", "", 200)),
                entry("AnnouncementRepository.count", theirs -> announcements.count()),
                entry("SupervisionRepository.list", theirs -> context.getBean(SupervisionRepository.class).list(List.of(), null, 200)),
                entry("CallbackRepository.ofQueue", theirs -> context.getBean(CallbackRepository.class).ofQueue(centre.queueId(), 200)),
                entry("CallbackRepository.find", theirs -> context.getBean(CallbackRepository.class).find(callbackId)),
                entry("AgentLampRepository.key", theirs -> context.getBean(AgentLampRepository.class).key(centre.agentId())),
                entry("RingGroupRepository.insert", theirs -> groups.insert(theirs.tenantId(), GROUP)),
                entry("RingGroupRepository.update", theirs -> groups.update(theirs.groupId(), GROUP)),
                entry("RingGroupRepository.delete", theirs -> groups.delete(theirs.groupId())),
                entry("RingGroupRepository.find", theirs -> groups.find(theirs.groupId())),
                entry("RingGroupRepository.findForUpdate", theirs -> groups.findForUpdate(theirs.groupId())),
                entry("RingGroupRepository.list", theirs -> groups.list("", "", 200)),
                entry("RingGroupRepository.count", theirs -> groups.count()),
                entry("RingGroupRepository.members", theirs -> groups.members(theirs.groupId())),
                entry("RingGroupRepository.removeMembers", theirs -> nothing(() -> groups.removeMembers(theirs.groupId()))),
                entry("RingGroupRepository.addMember", theirs -> groups.addMember(theirs.tenantId(), theirs.groupId(), 9, MEMBER)),
                entry("TenantRepository.insert", theirs -> tenants.insert(new TenantDraft("taken-over", "Taken over", null, null))),
                entry("TenantRepository.update", theirs -> tenants.update(theirs.tenantId(), new TenantDraft("taken-over", "Taken over", null, null))),
                entry("TenantRepository.find", theirs -> tenants.find(theirs.tenantId())),
                entry("TenantRepository.findBySlug", theirs -> tenants.findBySlug(theirs.slug())),
                entry("TenantRepository.list", theirs -> tenants.list(null, 200)),
                entry("ExtensionRepository.insert", theirs -> extensions.insert(theirs.tenantId(), EXTENSION)),
                entry("ExtensionRepository.update", theirs -> extensions.update(theirs.extensionId(), EXTENSION)),
                entry("ExtensionRepository.delete", theirs -> extensions.delete(theirs.extensionId())),
                entry("ExtensionRepository.find", theirs -> extensions.find("7654")),
                entry("ExtensionRepository.findForUpdate", theirs -> extensions.findForUpdate("7654")),
                entry("ExtensionRepository.ofUser", theirs -> extensions.ofUser(theirs.userId())),
                entry("ExtensionRepository.list", theirs -> extensions.list("", "", 200)),
                entry("ExtensionRepository.count", theirs -> extensions.count()),
                entry("ExtensionRepository.nextFreeNumber", theirs -> extensions.nextFreeNumber()),
                entry("DeviceRepository.insert", theirs -> devices.insert(theirs.tenantId(), theirs.extensionId(), DEVICE, ACCOUNT)),
                entry("DeviceRepository.update", theirs -> devices.update(theirs.deviceId(), DEVICE)),
                entry("DeviceRepository.updatePassword", theirs -> nothing(() -> devices.updatePassword(theirs.deviceId(), ACCOUNT))),
                entry("DeviceRepository.delete", theirs -> devices.delete(theirs.deviceId())),
                entry("DeviceRepository.find", theirs -> devices.find(theirs.deviceId())),
                entry("DeviceRepository.ofExtensions", theirs -> devices.ofExtensions(List.of(theirs.extensionId()))),
                entry("PromptRepository.insert", theirs -> prompts.insert(theirs.tenantId(), PROMPT)),
                entry("PromptRepository.update", theirs -> prompts.update(theirs.promptId(), PROMPT)),
                entry("PromptRepository.rename", theirs -> prompts.rename(theirs.promptId(), "Taken over")),
                entry("PromptRepository.storeSound", theirs -> nothing(() -> prompts.storeSound(theirs.tenantId(), theirs.promptId(), new PromptSound(new byte[44])))),
                entry("PromptRepository.sound", theirs -> prompts.sound(theirs.promptId())),
                entry("PromptRepository.delete", theirs -> prompts.delete(theirs.promptId())),
                entry("PromptRepository.find", theirs -> prompts.find(theirs.promptId())),
                entry("PromptRepository.findByName", theirs -> prompts.findByName("Secret prompt")),
                entry("PromptRepository.list", theirs -> prompts.list("", "", 200)),
                entry("PromptRepository.count", theirs -> prompts.count()),
                entry("PromptRepository.usedBy", theirs -> prompts.usedBy(theirs.promptId())),
                entry("VoicemailBoxRepository.insert", theirs -> boxes.insert(theirs.tenantId(), theirs.extensionId(), BOX)),
                entry("VoicemailBoxRepository.update", theirs -> boxes.update(theirs.boxId(), null, BOX)),
                entry("VoicemailBoxRepository.setWatchers", theirs -> nothing(() -> boxes.setWatchers(theirs.boxId(), List.of()))),
                entry("VoicemailBoxRepository.updatePin", theirs -> nothing(() -> boxes.updatePin(theirs.boxId(), "x"))),
                entry("VoicemailBoxRepository.unlock", theirs -> nothing(() -> boxes.unlock(theirs.boxId()))),
                entry("VoicemailBoxRepository.delete", theirs -> boxes.delete(theirs.boxId())),
                entry("VoicemailBoxRepository.find", theirs -> boxes.find("7655")),
                entry("VoicemailBoxRepository.findForUpdate", theirs -> boxes.findForUpdate("7655")),
                entry("VoicemailBoxRepository.ofExtension", theirs -> boxes.ofExtension("7654")),
                entry("VoicemailBoxRepository.ofUser", theirs -> boxes.ofUser(theirs.userId())),
                entry("VoicemailBoxRepository.list", theirs -> boxes.list("", "", 200)),
                entry("VoicemailBoxRepository.count", theirs -> boxes.count()),
                entry("VoicemailBoxRepository.nextFreeNumber", theirs -> boxes.nextFreeNumber()),
                entry("VoicemailMessageRepository.list", theirs -> messages.list(theirs.boxId(), null, 200)),
                entry("VoicemailMessageRepository.find", theirs -> messages.find(theirs.boxId(), theirs.messageId())),
                entry("VoicemailMessageRepository.audio", theirs -> messages.audio(theirs.boxId(), theirs.messageId())),
                entry("VoicemailMessageRepository.move", theirs -> nothing(() -> messages.move(theirs.boxId(), theirs.messageId(), true))),
                entry("VoicemailMessageRepository.delete", theirs -> messages.delete(theirs.boxId(), theirs.messageId())),
                entry("VoicemailMessageRepository.use", theirs -> messages.use(List.of(theirs.boxId())).keySet()),
                entry("VoicemailMessageRepository.greeting", theirs -> messages.greeting(theirs.boxId())),
                entry("VoicemailMessageRepository.putGreeting", theirs -> nothing(() -> messages.putGreeting(theirs.boxId(), "/spool/", new byte[4]))),
                entry("VoicemailMessageRepository.deleteGreeting", theirs -> messages.deleteGreeting(theirs.boxId())),
                entry("ScheduleRepository.insert", theirs -> schedules.insert(theirs.tenantId(), SCHEDULE)),
                entry("ScheduleRepository.update", theirs -> schedules.update(schedule.id(), SCHEDULE)),
                entry("ScheduleRepository.updateSwitch", theirs -> schedules.updateSwitch(schedule.id(), SwitchPosition.CLOSED, null)),
                entry("ScheduleRepository.updateFeed", theirs -> schedules.updateFeed(schedule.id(), "https://secret.example/f.ics", null, "taken")),
                entry("ScheduleRepository.delete", theirs -> schedules.delete(schedule.id())),
                entry("ScheduleRepository.find", theirs -> schedules.find(schedule.id())),
                entry("ScheduleRepository.findForUpdate", theirs -> schedules.findForUpdate(schedule.id())),
                entry("ScheduleRepository.list", theirs -> schedules.list("", "", 200)),
                entry("ScheduleRepository.count", theirs -> schedules.count()),
                entry("ScheduleRowRepository.complete", theirs -> scheduleRows.complete(List.of(schedule)).stream()
                        .flatMap(found -> Stream.concat(found.hours().stream(), found.days().stream())).toList()),
                entry("ScheduleRowRepository.replaceHours", theirs -> nothing(() -> scheduleRows.replaceHours(schedule, List.of()))),
                entry("ScheduleRowRepository.replaceDays", theirs -> nothing(() -> scheduleRows.replaceDays(schedule, false, List.of()))),
                entry("ScheduleRowRepository.deleteDay", theirs -> scheduleRows.deleteDay(schedule.id(), schedule.days().getFirst().id())),
                entry("UserRepository.insert", theirs -> users.insert(theirs.tenantId(), USER, "x")),
                entry("UserRepository.update", theirs -> users.update(theirs.userId(), USER)),
                entry("UserRepository.updatePassword", theirs -> users.updatePassword(theirs.userId(), "x")),
                entry("UserRepository.updateLanguage", theirs -> nothing(() -> users.updateLanguage(theirs.userId(), "ko"))),
                entry("UserRepository.passwordHash", theirs -> users.passwordHash(theirs.userId())),
                entry("UserRepository.delete", theirs -> users.delete(theirs.userId())),
                entry("UserRepository.find", theirs -> users.find(theirs.userId())),
                entry("UserRepository.list", theirs -> users.list("", "", 200)),
                entry("ApiTokenRepository.insert", theirs -> tokens.insert(theirs.tenantId(), "Taken over", Role.ADMIN, new byte[32])),
                entry("ApiTokenRepository.list", theirs -> tokens.list(null, 200)),
                entry("ApiTokenRepository.find", theirs -> tokens.find(theirs.tokenId())),
                entry("ApiTokenRepository.delete", theirs -> tokens.delete(theirs.tokenId())),
                // Answers for every company, to whoever has the token itself: that is how one comes in. Nobody else gets anything.
                entry("ApiTokenRepository.findCaller", theirs -> tokens.findCaller(new byte[32])),
                entry("IdempotentReplyRepository.deleteOlder", theirs -> nothing(() -> replies.deleteOlder(Instant.parse("9999-01-01T00:00:00Z")))),
                entry("IdempotentReplyRepository.claim", theirs -> replies.claim(
                        new ApiCaller(theirs.tokenId(), theirs.tenantId(), theirs.slug(), "Secret token", Role.ADMIN), "taken", new byte[32], Instant.now())),
                entry("ChangeRepository.list", theirs -> changes.list(null, 200)),
                entry("ChangeRepository.of", theirs -> changes.of(List.of(theirs.extensionId(), theirs.deviceId(), theirs.userId()), 200)));
    }

    @Test
    void given_the_repositories_when_compared_then_each_public_method_has_its_line_here() {
        Set<String> methods = new TreeSet<>();
        context.getBeansWithAnnotation(Repository.class).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(type -> type.getPackageName().startsWith("org.switchboard"))
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .forEach(name -> methods.add(type.getSimpleName() + "." + name)));

        assertThat(methods).containsExactlyElementsOf(new TreeSet<>(probes().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> given_another_company_or_nobody_when_calling_a_method_then_it_gets_nothing_and_changes_nothing() {
        Theirs theirs = theirs();
        UUID other = companies.open("Other").id();
        String before = database.everythingOf(theirs.tenantId());
        assertThat(before).contains("Secret extension", "Secret device", "Secret user", "Secret token", "Secret prompt", "Secret caller",
                "Secret number", "Secret trunk", "Secret route", "Secret rule", "Secret queue", "Secret skill", "Secret reason", "Secret code");
        return probes().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(probe -> DynamicTest.dynamicTest(probe.getKey(), () -> {
            for (TenantScope scope : List.of(TenantScope.tenant(other, "intruder"), TenantScope.nobody())) {
                scope.run(() -> check(probe.getValue(), theirs));
                assertThat(database.everythingOf(theirs.tenantId())).isEqualTo(before);
            }
        }));
    }

    // The history's repository shows itself to its service only.
    @Test
    void given_another_company_or_nobody_when_reading_the_history_then_no_call() {
        CallHistory history = context.getBean(CallHistory.class);
        Theirs theirs = theirs();
        UUID other = companies.open("Other").id();
        for (TenantScope scope : List.of(TenantScope.tenant(other, "intruder"), TenantScope.nobody())) {
            scope.run(() -> {
                List<Object> exported = new ArrayList<>();
                history.export(CallFilter.all(), exported::add);
                assertThat(exported).isEmpty();
                assertThat(history.list(CallFilter.all(), null, 200).items()).isEmpty();
                assertThat(history.find(theirs.callId())).isEmpty();
                assertThat(history.count(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).values()).containsOnly(0L);
            });
        }
        TenantScope.tenant(theirs.tenantId(), "owner").run(() -> assertThat(history.find(theirs.callId())).isPresent());
    }

    private void check(Probe probe, Theirs theirs) {
        try {
            Object result = transaction.execute(status -> probe.call(theirs));
            switch (result) {
                case Boolean done -> assertThat(done).isFalse();
                case Integer count -> assertThat(count).isZero();
                case Optional<?> found -> assertThat(found).isEmpty();
                case Collection<?> rows -> assertThat(marks(theirs)).noneMatch(mark -> rows.toString().contains(mark));
                default -> assertThat(marks(theirs)).noneMatch(mark -> result.toString().contains(mark));
            }
        } catch (DataAccessException refused) {
            assertThat(refused).rootCause().hasMessageContaining("row-level security");
        }
    }

    private Stream<String> marks(Theirs theirs) {
        return Stream.of(theirs.marks(), lines.marks(), centre.marks()).flatMap(marks -> marks);
    }

    private RoutingAssertion assertion(Theirs theirs) {
        return new RoutingAssertion(assertion.id(), theirs.tenantId(), "Taken over", "7654", "", null, "", IfRung.BUSY, new RoutePoint("refuse", "busy"),
                List.of(), null, null);
    }

    private Theirs theirs() {
        Companies.Company company = companies.open("Theirs");
        Api admin = company.admin();
        UUID extension = id(admin.post("/extensions", "{\"number\":\"7654\",\"name\":\"Secret extension\"}"));
        UUID device = id(admin.post("/extensions/7654/devices", "{\"name\":\"Secret device\"}"));
        UUID user = id(admin.post("/users", "{\"email\":\"secret@%s.example\",\"name\":\"Secret user\"}".formatted(company.slug())));
        UUID token = id(admin.with("Idempotency-Key", "kept").post("/tokens", "{\"name\":\"Secret token\",\"role\":\"admin\"}"));
        UUID hours = id(admin.post("/schedules", """
                {"name":"Secret hours","feedUrl":"https://secret.example/f.ics","hours":[{"day":"monday","opens":"09:00","closes":"18:00"}],
                 "days":[{"name":"Secret day","firstDay":"2026-12-25"}]}"""));
        schedule = TenantScope.tenant(company.id(), "owner").call(() -> context.getBean(ScheduleService.class).find(hours));
        UUID call = database.call(company.id(), Instant.parse("2026-11-23T09:30:00Z"), "Secret caller");
        UUID relied = id(admin.post("/route/assertions", """
                {"name":"Secret assertion","number":"7654","caller":"7654","expect":{"kind":"extension","name":"7654"}}"""));
        assertion = TenantScope.tenant(company.id(), "owner").call(() -> context.getBean(AssertionService.class).find(relied));
        lines = lines(admin);
        centre = centre(admin, company.slug());
        callbackId = database.supervisionAndCallback(company.id(), centre.queueId(), centre.agentId());
        report = database.reportSchedule(company.id(), centre.queueId());
        database.noteAndAlert(company.id(), centre.queueId(), centre.agentId(), call);
        UUID group = id(admin.post("/ring-groups", """
                {"name":"Secret group","members":[{"extension":"7654"}],"noAnswer":{"kind":"extension","number":"7654"}}"""));
        UUID prompt = id(admin.post("/prompts", "{\"name\":\"Secret prompt\",\"text\":\"Secret words\"}"));
        UUID menu = id(admin.post("/menus", "{\"name\":\"Secret menu\",\"promptId\":\"%s\"}".formatted(prompt)));
        UUID announcement = id(admin.post("/announcements", "{\"name\":\"Secret announcement\",\"promptId\":\"%s\"}".formatted(prompt)));
        UUID box = id(admin.post("/voicemail-boxes", "{\"number\":\"7655\",\"name\":\"Secret box\",\"watchers\":[\"7654\"]}"));
        UUID message = database.message(company.id(), "7655", "Secret caller");
        database.greeting(company.id(), "7655");
        return new Theirs(company.id(), company.slug(), extension, device, user, token, call, prompt, group, menu, announcement, box, message);
    }

    private static Centre centre(Api admin, String slug) {
        UUID skill = id(admin.post("/skills", "{\"name\":\"Secret skill\"}"));
        UUID agent = id(admin.post("/agents", "{\"extension\":\"7654\",\"skills\":[{\"skill\":\"Secret skill\"}]}"));
        UUID queue = id(admin.post("/queues", """
                {"name":"Secret queue","agents":[{"agent":"7654"}],"tiers":[{"tier":2,"opensAfterSeconds":30}],"skills":[{"skill":"Secret skill"}]}"""));
        UUID supervisor = id(admin.post("/users", "{\"email\":\"lead@%s.example\",\"name\":\"Secret lead\",\"role\":\"supervisor\"}".formatted(slug)));
        admin.send("PUT", "/queues/" + queue + "/supervisors", "{\"supervisors\":[{\"userId\":\"%s\"}]}".formatted(supervisor));
        return new Centre(queue, agent, skill, id(admin.post("/pause-reasons", "{\"name\":\"Secret reason\"}")),
                id(admin.post("/disposition-codes", "{\"name\":\"Secret code\",\"queue\":\"Secret queue\"}")),
                id(admin.post("/caller-priorities", "{\"matches\":\"caller_prefix\",\"number\":\"+8270\",\"priority\":9,\"note\":\"Secret note\"}")), supervisor);
    }

    private static Lines lines(Api admin) {
        String number = "+1212555%04d".formatted(ThreadLocalRandom.current().nextInt(1, 10_000));
        UUID numberId = id(admin.post("/numbers", "{\"number\":\"%s\",\"name\":\"Secret number\"}".formatted(number)));
        UUID trunk = id(admin.post("/trunks", "{\"name\":\"Secret trunk\",\"host\":\"127.0.0.1\",\"username\":\"secret\",\"password\":\"secret\"}"));
        UUID route = id(admin.post("/outbound-routes", "{\"name\":\"Secret route\",\"patterns\":[\"+\"],\"trunks\":[\"%s\"]}".formatted(trunk)));
        UUID rule = id(admin.post("/caller-rules", "{\"matches\":\"prefix\",\"number\":\"+8270\",\"note\":\"Secret rule\"}"));
        return new Lines(numberId, number, trunk, route, rule);
    }

    private static UUID id(Api.Reply made) {
        return UUID.fromString(made.text("id"));
    }

    private static List<?> all(Stream<?> rows) {
        try (rows) {
            return rows.toList();
        }
    }

    private static String nothing(Runnable call) {
        call.run();
        return "";
    }
}

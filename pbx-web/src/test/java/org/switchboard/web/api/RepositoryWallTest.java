package org.switchboard.web.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
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
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementRepository;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
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
        return Map.ofEntries(
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
                "Secret number", "Secret trunk", "Secret route", "Secret rule");
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
        return Stream.concat(theirs.marks(), lines.marks());
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

    private static String nothing(Runnable call) {
        call.run();
        return "";
    }
}

package org.switchboard.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.UnsupportedEncodingException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.SwitchboardApplication;
import org.switchboard.web.browser.TestPortal.OwnersHands;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.security.UserDirectory;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;

/** Every mapped page as nobody, as each role, and as another company's admin. A new page without an entry here fails. */
@SpringBootTest(classes = SwitchboardApplication.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPortal.class)
class PageRoutesTest {

    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> COMPANY = EnumSet.of(Role.ADMIN, Role.SUPERVISOR, Role.USER);
    private static final Set<Role> WATCHERS = EnumSet.of(Role.ADMIN, Role.SUPERVISOR);
    private static final Set<Role> ADMIN = EnumSet.of(Role.ADMIN);
    private static final Set<Role> OPERATOR = EnumSet.of(Role.OPERATOR);

    /** Who may open what. The error page and the sign-in are everybody's, and not listed. */
    private static final Map<String, Set<Role>> RULES = Map.ofEntries(
            Map.entry("GET /", ANYBODY), Map.entry("GET /jump", ANYBODY), Map.entry("GET /me", ANYBODY),
            Map.entry("POST /me/language", ANYBODY), Map.entry("POST /me/password", ANYBODY),
            Map.entry("GET /calls", COMPANY), Map.entry("GET /calls/live", COMPANY), Map.entry("GET /calls/live/events", COMPANY),
            Map.entry("GET /calls/export", COMPANY), Map.entry("GET /calls/{id}", COMPANY), Map.entry("GET /my-extension", COMPANY),
            Map.entry("GET /supervision", WATCHERS), Map.entry("GET /wallboard/agents/{id}/supervision", WATCHERS),
            Map.entry("POST /wallboard/agents/{id}/listen", WATCHERS), Map.entry("POST /wallboard/agents/{id}/whisper", WATCHERS),
            Map.entry("POST /wallboard/agents/{id}/barge", WATCHERS), Map.entry("POST /wallboard/agents/{id}/take-over", WATCHERS),
            Map.entry("POST /wallboard/agents/{id}/stop", WATCHERS), Map.entry("GET /queues/{id}/callbacks", WATCHERS),
            Map.entry("POST /queues/{id}/callbacks/{callbackId}/cancel", WATCHERS),
            Map.entry("GET /extensions", WATCHERS), Map.entry("GET /extensions/{number}", WATCHERS),
            Map.entry("GET /extensions/new", ADMIN), Map.entry("POST /extensions", ADMIN),
            Map.entry("POST /extensions/{number}/identity", ADMIN), Map.entry("POST /extensions/{number}/owner", ADMIN),
            Map.entry("POST /extensions/{number}/calls", ADMIN), Map.entry("POST /extensions/{number}/delete", ADMIN),
            Map.entry("POST /extensions/{number}/devices", ADMIN), Map.entry("POST /extensions/{number}/devices/{id}", ADMIN),
            Map.entry("POST /extensions/{number}/devices/{id}/password", ADMIN),
            Map.entry("POST /extensions/{number}/devices/{id}/delete", ADMIN),
            Map.entry("GET /prompts", WATCHERS), Map.entry("GET /prompts/{id}", WATCHERS), Map.entry("GET /prompts/{id}/audio", WATCHERS),
            Map.entry("GET /prompts/new", ADMIN), Map.entry("POST /prompts/speech", ADMIN), Map.entry("POST /prompts/upload", ADMIN),
            Map.entry("POST /prompts/preview", ADMIN), Map.entry("GET /prompts/preview/{id}", ADMIN),
            Map.entry("POST /prompts/{id}/name", ADMIN), Map.entry("POST /prompts/{id}/speech", ADMIN),
            Map.entry("POST /prompts/{id}/upload", ADMIN), Map.entry("POST /prompts/{id}/delete", ADMIN),
            Map.entry("GET /voicemail", COMPANY), Map.entry("GET /voicemail/{number}", COMPANY),
            Map.entry("GET /voicemail/{number}/messages/{id}/audio", COMPANY), Map.entry("POST /voicemail/{number}/messages/{id}/heard", COMPANY),
            Map.entry("POST /voicemail/{number}/messages/{id}/delete", COMPANY),
            Map.entry("GET /extensions/{number}/voicemail", ADMIN), Map.entry("POST /extensions/{number}/voicemail", ADMIN),
            Map.entry("GET /voicemail-boxes", ADMIN), Map.entry("GET /voicemail-boxes/new", ADMIN), Map.entry("POST /voicemail-boxes", ADMIN),
            Map.entry("GET /voicemail-boxes/{number}", ADMIN), Map.entry("POST /voicemail-boxes/{number}/identity", ADMIN),
            Map.entry("POST /voicemail-boxes/{number}/mail", ADMIN), Map.entry("POST /voicemail-boxes/{number}/limits", ADMIN),
            Map.entry("POST /voicemail-boxes/{number}/watchers", ADMIN), Map.entry("POST /voicemail-boxes/{number}/pin", ADMIN),
            Map.entry("POST /voicemail-boxes/{number}/unlock", ADMIN), Map.entry("POST /voicemail-boxes/{number}/greeting", ADMIN),
            Map.entry("GET /voicemail-boxes/{number}/greeting", ADMIN), Map.entry("POST /voicemail-boxes/{number}/greeting/delete", ADMIN),
            Map.entry("POST /voicemail-boxes/{number}/delete", ADMIN),
            Map.entry("GET /users", ADMIN), Map.entry("GET /users/new", ADMIN), Map.entry("POST /users", ADMIN),
            Map.entry("GET /users/{id}", ADMIN), Map.entry("POST /users/{id}", ADMIN), Map.entry("POST /users/{id}/password", ADMIN),
            Map.entry("POST /users/{id}/access", ADMIN), Map.entry("POST /users/{id}/delete", ADMIN),
            Map.entry("GET /settings/company", ADMIN), Map.entry("POST /settings/company", ADMIN),
            Map.entry("GET /settings/tokens", ADMIN), Map.entry("POST /settings/tokens", ADMIN),
            Map.entry("POST /settings/tokens/{id}/delete", ADMIN), Map.entry("GET /settings/changes", ADMIN),
            Map.entry("GET /recordings/{id}/audio", COMPANY), Map.entry("POST /recordings/{id}/delete", ADMIN),
            Map.entry("GET /calls/live/{id}/recording", COMPANY), Map.entry("POST /calls/live/{id}/recording", COMPANY),
            Map.entry("GET /extensions/{number}/recording", WATCHERS), Map.entry("POST /extensions/{number}/recording", ADMIN),
            Map.entry("GET /settings/recordings", ADMIN), Map.entry("POST /settings/recordings", ADMIN),
            Map.entry("GET /destinations/search", COMPANY), Map.entry("GET /destinations/new", ADMIN), Map.entry("POST /destinations/new", ADMIN),
            Map.entry("POST /extensions/{number}/forwarding", ADMIN), Map.entry("POST /extensions/{number}/do-not-disturb", ADMIN),
            Map.entry("POST /my-extension/{number}/forwarding", COMPANY), Map.entry("POST /my-extension/{number}/do-not-disturb", COMPANY),
            Map.entry("GET /queues/{id}/what-if", WATCHERS),
            Map.entry("GET /menus", WATCHERS), Map.entry("GET /menus/{id}", WATCHERS), Map.entry("GET /menus/new", ADMIN), Map.entry("POST /menus", ADMIN),
            Map.entry("POST /menus/{id}/identity", ADMIN), Map.entry("POST /menus/{id}/hears", ADMIN), Map.entry("POST /menus/{id}/keys", ADMIN),
            Map.entry("POST /menus/{id}/otherwise", ADMIN), Map.entry("POST /menus/{id}/direct", ADMIN), Map.entry("POST /menus/{id}/delete", ADMIN),
            Map.entry("GET /ring-groups", WATCHERS), Map.entry("GET /ring-groups/{id}", WATCHERS), Map.entry("GET /ring-groups/new", ADMIN),
            Map.entry("POST /ring-groups", ADMIN), Map.entry("POST /ring-groups/{id}/identity", ADMIN), Map.entry("POST /ring-groups/{id}/rings", ADMIN),
            Map.entry("POST /ring-groups/{id}/no-answer", ADMIN), Map.entry("POST /ring-groups/{id}/delete", ADMIN),
            Map.entry("GET /queues", WATCHERS), Map.entry("GET /queues/{id}", WATCHERS), Map.entry("GET /queues/new", ADMIN), Map.entry("POST /queues", ADMIN),
            Map.entry("POST /queues/{id}/settings/{group}", ADMIN), Map.entry("POST /queues/{id}/settings/supervisors", ADMIN), Map.entry("POST /queues/{id}/delete", ADMIN),
            Map.entry("GET /agents", WATCHERS), Map.entry("GET /agents/{id}", WATCHERS), Map.entry("GET /agents/new", ADMIN), Map.entry("POST /agents", ADMIN),
            Map.entry("POST /agents/{id}/settings/{group}", ADMIN), Map.entry("POST /agents/{id}/delete", ADMIN),
            Map.entry("GET /queues/settings", WATCHERS), Map.entry("POST /queues/settings/skills", ADMIN), Map.entry("POST /queues/settings/skills/{id}/delete", ADMIN),
            Map.entry("POST /queues/settings/pause-reasons", ADMIN), Map.entry("POST /queues/settings/pause-reasons/{id}/delete", ADMIN),
            Map.entry("POST /queues/settings/disposition-codes", ADMIN), Map.entry("POST /queues/settings/disposition-codes/{id}/delete", ADMIN),
            Map.entry("POST /queues/settings/caller-priorities", ADMIN), Map.entry("POST /queues/settings/caller-priorities/{id}/delete", ADMIN),
            Map.entry("GET /announcements", WATCHERS), Map.entry("GET /announcements/{id}", WATCHERS), Map.entry("GET /announcements/new", ADMIN),
            Map.entry("POST /announcements", ADMIN), Map.entry("POST /announcements/{id}", ADMIN), Map.entry("POST /announcements/{id}/delete", ADMIN),
            Map.entry("GET /schedules", WATCHERS), Map.entry("GET /schedules/{id}", WATCHERS), Map.entry("GET /schedules/new", ADMIN),
            Map.entry("POST /schedules", ADMIN), Map.entry("POST /schedules/{id}/identity", ADMIN), Map.entry("POST /schedules/{id}/hours", ADMIN),
            Map.entry("POST /schedules/{id}/exits", ADMIN), Map.entry("POST /schedules/{id}/switch", ADMIN), Map.entry("POST /schedules/{id}/early", ADMIN),
            Map.entry("POST /schedules/{id}/days", ADMIN), Map.entry("POST /schedules/{id}/days/{dayId}/delete", ADMIN),
            Map.entry("POST /schedules/{id}/feed", ADMIN), Map.entry("POST /schedules/{id}/feed/read", ADMIN),
            Map.entry("POST /schedules/{id}/import", ADMIN), Map.entry("POST /schedules/{id}/delete", ADMIN),
            Map.entry("GET /numbers", WATCHERS), Map.entry("GET /numbers/{number}", WATCHERS), Map.entry("GET /numbers/new", ADMIN),
            Map.entry("GET /numbers/many", ADMIN), Map.entry("POST /numbers", ADMIN), Map.entry("POST /numbers/many", ADMIN),
            Map.entry("POST /numbers/{number}/way", ADMIN), Map.entry("POST /numbers/{number}/name", ADMIN), Map.entry("POST /numbers/{number}/delete", ADMIN),
            Map.entry("POST /numbers/{number}/test-call", ADMIN),
            Map.entry("GET /trunks", WATCHERS), Map.entry("GET /trunks/{id}", WATCHERS), Map.entry("GET /trunks/new", ADMIN), Map.entry("POST /trunks", ADMIN),
            Map.entry("POST /trunks/{id}/connection", ADMIN), Map.entry("POST /trunks/{id}/calls", ADMIN), Map.entry("POST /trunks/{id}/delete", ADMIN),
            Map.entry("GET /outbound-routes", WATCHERS), Map.entry("GET /outbound-routes/{id}", WATCHERS), Map.entry("GET /outbound-routes/new", ADMIN),
            Map.entry("POST /outbound-routes", ADMIN), Map.entry("POST /outbound-routes/{id}", ADMIN), Map.entry("POST /outbound-routes/{id}/move", ADMIN),
            Map.entry("POST /outbound-routes/{id}/delete", ADMIN),
            Map.entry("GET /blocked-callers", WATCHERS), Map.entry("POST /blocked-callers", ADMIN), Map.entry("POST /blocked-callers/{id}/delete", ADMIN),
            Map.entry("POST /operator/tenants/{slug}/limit", OPERATOR),
            Map.entry("GET /wallboard", WATCHERS), Map.entry("GET /wallboard/events", WATCHERS), Map.entry("GET /alerts/news", WATCHERS),
            Map.entry("GET /wallboard/agents/{id}", WATCHERS), Map.entry("POST /wallboard/agents/{id}/pause", WATCHERS),
            Map.entry("POST /wallboard/agents/{id}/resume", WATCHERS), Map.entry("POST /wallboard/agents/{id}/end-wrap-up", WATCHERS),
            Map.entry("POST /wallboard/agents/{id}/sign-out", WATCHERS), Map.entry("POST /wallboard/agents/{id}/queues", WATCHERS),
            Map.entry("GET /wallboard/queues/{id}", WATCHERS), Map.entry("POST /wallboard/queues/{id}/front", WATCHERS),
            Map.entry("POST /wallboard/queues/{id}/priority", WATCHERS), Map.entry("POST /wallboard/queues/{id}/remove", WATCHERS),
            Map.entry("GET /desk", COMPANY), Map.entry("GET /desk/now", COMPANY), Map.entry("GET /desk/events", COMPANY),
            Map.entry("POST /desk/sign-in", COMPANY), Map.entry("POST /desk/sign-out", COMPANY), Map.entry("POST /desk/pause", COMPANY),
            Map.entry("POST /desk/resume", COMPANY), Map.entry("POST /desk/end-wrap-up", COMPANY), Map.entry("POST /desk/notes", COMPANY),
            Map.entry("GET /what-if", WATCHERS), Map.entry("GET /pictures/{id}", WATCHERS), Map.entry("GET /numbers/{number}/picture", WATCHERS),
            Map.entry("GET /assertions", ADMIN), Map.entry("POST /assertions", ADMIN), Map.entry("POST /assertions/run", ADMIN),
            Map.entry("GET /assertions/new", ADMIN), Map.entry("GET /assertions/{id}", ADMIN), Map.entry("POST /assertions/{id}", ADMIN),
            Map.entry("POST /assertions/{id}/delete", ADMIN),
            Map.entry("GET /reports", WATCHERS), Map.entry("GET /reports/export", WATCHERS), Map.entry("GET /reports/schedules", ADMIN),
            Map.entry("GET /reports/schedules/new", ADMIN), Map.entry("POST /reports/schedules", ADMIN), Map.entry("GET /reports/schedules/{id}", ADMIN),
            Map.entry("POST /reports/schedules/{id}", ADMIN), Map.entry("POST /reports/schedules/{id}/delete", ADMIN),
            Map.entry("GET /operator/tenants", OPERATOR), Map.entry("GET /operator/tenants/new", OPERATOR),
            Map.entry("POST /operator/tenants", OPERATOR), Map.entry("GET /operator/tenants/{slug}", OPERATOR),
            Map.entry("POST /operator/tenants/{slug}/admins", OPERATOR), Map.entry("GET /operator/health", OPERATOR));

    @Autowired
    MockMvc browser;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;
    @Autowired
    UserDirectory directory;
    @Autowired
    OwnersHands owner;
    @Autowired
    TenantService tenants;
    @Autowired
    UserService users;
    @Autowired
    ExtensionService extensions;

    @Test
    void givenAllMappedPages_thenEachHasARuleHere() {
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }

    @Test
    void givenNobody_whenAnyPageIsAskedFor_thenTheyAreSentToSignIn() {
        for (String page : RULES.keySet()) {
            MockHttpServletResponse answer = ask(page, null);
            assertThat(answer.getStatus()).as(page).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).as(page).endsWith("/sign-in");
        }
    }

    @Test
    void givenEachRole_whenAPageOfOthersIsAskedFor_thenItIsRefused() {
        Map<Role, SignedInUser> people = Map.of(
                Role.ADMIN, directory.loadUserByUsername("admin@demo.example"),
                Role.SUPERVISOR, directory.loadUserByUsername("supervisor@demo.example"),
                Role.USER, directory.loadUserByUsername("user@demo.example"),
                Role.OPERATOR, directory.loadUserByUsername("operator@switchboard.example"));
        RULES.forEach((page, allowed) -> people.forEach((role, person) -> {
            if (!allowed.contains(role)) {
                assertThat(ask(page, person).getStatus()).as(page + " as " + role).isEqualTo(403);
            }
        }));
    }

    @Test
    void givenAnotherCompanysAdmin_whenThingsOfTheDemoCompanyAreAskedFor_thenTheyAreNotThere() {
        SignedInUser stranger = strangersAdmin();
        long changesBefore = changes();
        int extensionsOfTheirs = stranger.scope().call(() -> extensions.count());
        for (String page : RULES.keySet()) {
            if (page.contains("{") && RULES.get(page).contains(Role.ADMIN)) {
                assertThat(ask(page, stranger).getStatus()).as(page).isEqualTo(404);
            }
        }
        assertThat(changes()).as("changes in the demo company").isEqualTo(changesBefore);
        assertThat(extensionsOfTheirs).isZero();
        assertThat(bodyOf("GET /extensions", stranger)).doesNotContain("Mina Park");
        assertThat(bodyOf("GET /users", stranger)).doesNotContain("demo.example");
        assertThat(bodyOf("GET /settings/tokens", stranger)).doesNotContain("Demo scripts");
        assertThat(bodyOf("GET /settings/changes", stranger)).doesNotContain("demo.example");
        assertThat(bodyOf("GET /jump", stranger)).doesNotContain("Mina Park");
        assertThat(bodyOf("GET /wallboard", stranger)).contains("data-whole").doesNotContain("Mina Park");
    }

    @Test
    void givenAFormWithoutItsToken_whenItIsSent_thenItIsRefused() throws Exception {
        SignedInUser admin = directory.loadUserByUsername("admin@demo.example");
        int status = browser.perform(request(HttpMethod.POST, "/extensions").with(user(admin)).param("number", "177").param("name", "X"))
                .andReturn().getResponse().getStatus();
        assertThat(status).isEqualTo(403);
    }

    @Test
    void givenAPage_thenItsHeadersAllowNothingInlineAndNoFrame() {
        MockHttpServletResponse answer = ask("GET /", directory.loadUserByUsername("admin@demo.example"));
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        routes.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().isAnnotationPresent(PageController.class)) {
                mapping.getPathPatternsCondition().getPatternValues().forEach(path -> mapping.getMethodsCondition().getMethods()
                        .forEach(method -> pages.add(method + " " + path)));
            }
        });
        pages.remove("GET /sign-in");
        return pages;
    }

    private SignedInUser strangersAdmin() {
        String email = "stranger-" + UUID.randomUUID() + "@other.example";
        UUID tenant = TenantScope.operator("test").call(() -> tenants.create(
                new TenantDraft("o" + UUID.randomUUID().toString().substring(0, 8), "Other", null, null))).id();
        TenantScope.tenant(tenant, "test").run(() -> users.create(new UserDraft(email, "Stranger", Role.ADMIN, false)));
        return directory.loadUserByUsername(email);
    }

    private long changes() {
        return owner.jdbc().sql("select count(*) from config_change c join tenant t on t.id = c.tenant_id where t.slug = 'demo'")
                .query(Long.class).single();
    }

    private String bodyOf(String page, SignedInUser person) {
        try {
            return ask(page, person).getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private MockHttpServletResponse ask(String page, SignedInUser person) {
        String[] parts = page.split(" ");
        UUID thing = owner.jdbc().sql("select " + (parts[1].startsWith("/users") ? "id from app_user where email = 'admin@demo.example'"
                : parts[1].startsWith("/settings/tokens") ? "id from api_token where tenant_id is not null limit 1" : "id from device limit 1"))
                .query(UUID.class).single();
        String path = parts[1].replace("{number}", "101").replace("{id}", thing.toString()).replace("{slug}", "demo").replace("{group}", "identity").replace("{dayId}", thing.toString()).replace("{callbackId}", thing.toString());
        MockHttpServletRequestBuilder question = request(HttpMethod.valueOf(parts[0]), path).with(csrf());
        new TreeMap<>(Map.of("name", "Changed", "number", "999", "email", "changed@demo.example", "role", "admin", "language", "en",
                "ringSeconds", "30", "mayCall", "internal", "encryption", "off", "disabled", "true", "visit", "none")).forEach(question::param);
        new TreeMap<>(Map.of("timeZone", "UTC", "override", "closed", "dayName", "Changed", "today", "x", "password", "y", "heard", "true",
                "extension", "101", "maxMessages", "9", "maxSeconds", "90", "maxMinutes", "90")).forEach(question::param);
        question.param("priority", "5");
        try {
            return browser.perform(person == null ? question : question.with(user(person))).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError(page, failed);
        }
    }
}

package org.switchboard.web.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The wall between companies, and between roles, at every route of the API. A route that is not in this list fails the test:
 * whoever adds one says here who may use it.
 */
@ApiTest
final class RouteWallTest {

    private static final String ADMIN = "admin";
    private static final String ADMIN_AND_SUPERVISOR = "admin supervisor";
    private static final String OPERATOR = "operator";
    private static final String ADMIN_AND_OPERATOR = "admin operator";
    private static final String ANY_TOKEN = "admin operator supervisor user";
    private static final String NONE = "";
    private static final String EVERYBODY = "everybody";

    private static final Map<String, String> ROUTES = Map.ofEntries(
            entry("GET /api/v1/openapi.json", EVERYBODY),
            entry("GET /api/v1/openapi.json.yaml", NONE),
            entry("GET /api/v1/me", ANY_TOKEN),
            entry("POST /api/v1/tenants", OPERATOR),
            entry("GET /api/v1/tenants", OPERATOR),
            entry("GET /api/v1/tenants/{slug}", OPERATOR),
            entry("GET /api/v1/tenant", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/tenant", ADMIN),
            entry("POST /api/v1/extensions", ADMIN),
            entry("GET /api/v1/extensions", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/extensions/{number}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/extensions/{number}", ADMIN),
            entry("DELETE /api/v1/extensions/{number}", ADMIN),
            entry("POST /api/v1/extensions/{number}/devices", ADMIN),
            entry("GET /api/v1/extensions/{number}/devices", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/extensions/{number}/devices/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/extensions/{number}/devices/{id}", ADMIN),
            entry("POST /api/v1/extensions/{number}/devices/{id}/password", ADMIN),
            entry("DELETE /api/v1/extensions/{number}/devices/{id}", ADMIN),
            entry("POST /api/v1/prompts", ADMIN),
            entry("GET /api/v1/prompts", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/prompts/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/prompts/{id}", ADMIN),
            entry("DELETE /api/v1/prompts/{id}", ADMIN),
            entry("GET /api/v1/prompts/{id}/audio", ADMIN_AND_SUPERVISOR),
            entry("PUT /api/v1/prompts/{id}/audio", ADMIN),
            entry("GET /api/v1/extensions/{number}/forwarding", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/extensions/{number}/forwarding", ADMIN),
            entry("POST /api/v1/menus", ADMIN),
            entry("GET /api/v1/menus", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/menus/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/menus/{id}", ADMIN),
            entry("DELETE /api/v1/menus/{id}", ADMIN),
            entry("POST /api/v1/ring-groups", ADMIN),
            entry("GET /api/v1/ring-groups", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/ring-groups/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/ring-groups/{id}", ADMIN),
            entry("DELETE /api/v1/ring-groups/{id}", ADMIN),
            entry("POST /api/v1/queues", ADMIN),
            entry("GET /api/v1/queues", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/queues/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/queues/{id}", ADMIN),
            entry("DELETE /api/v1/queues/{id}", ADMIN),
            entry("GET /api/v1/queues/{queue}/live", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/queues/simulate", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/queues/{queue}/waiting/{visit}/front", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/queues/{queue}/waiting/{visit}/priority", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/queues/{queue}/waiting/{visit}/remove", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/agents/{number}/state", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents/{number}/sign-in", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents/{number}/sign-out", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents/{number}/pause", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents/{number}/resume", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents/{number}/end-wrap-up", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/supervision", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents/{id}/supervision", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/supervision/{id}/mode", ADMIN_AND_SUPERVISOR),
            entry("DELETE /api/v1/supervision/{id}", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/queues/{id}/callbacks", ADMIN_AND_SUPERVISOR),
            entry("DELETE /api/v1/callbacks/{id}", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/agents", ADMIN),
            entry("GET /api/v1/agents", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/agents/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/agents/{id}", ADMIN),
            entry("DELETE /api/v1/agents/{id}", ADMIN),
            entry("POST /api/v1/skills", ADMIN),
            entry("GET /api/v1/skills", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/skills/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/skills/{id}", ADMIN),
            entry("DELETE /api/v1/skills/{id}", ADMIN),
            entry("POST /api/v1/pause-reasons", ADMIN),
            entry("GET /api/v1/pause-reasons", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/pause-reasons/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/pause-reasons/{id}", ADMIN),
            entry("DELETE /api/v1/pause-reasons/{id}", ADMIN),
            entry("POST /api/v1/disposition-codes", ADMIN),
            entry("GET /api/v1/disposition-codes", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/disposition-codes/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/disposition-codes/{id}", ADMIN),
            entry("DELETE /api/v1/disposition-codes/{id}", ADMIN),
            entry("POST /api/v1/caller-priorities", ADMIN),
            entry("GET /api/v1/caller-priorities", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/caller-priorities/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/caller-priorities/{id}", ADMIN),
            entry("DELETE /api/v1/caller-priorities/{id}", ADMIN),
            entry("GET /api/v1/queues/{id}/supervisors", ADMIN_AND_SUPERVISOR),
            entry("PUT /api/v1/queues/{id}/supervisors", ADMIN),
            entry("PUT /api/v1/agents/{id}/pin", ADMIN),
            entry("DELETE /api/v1/agents/{id}/pin", ADMIN),
            entry("POST /api/v1/announcements", ADMIN),
            entry("GET /api/v1/announcements", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/announcements/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/announcements/{id}", ADMIN),
            entry("DELETE /api/v1/announcements/{id}", ADMIN),
            entry("POST /api/v1/voicemail-boxes", ADMIN),
            entry("GET /api/v1/voicemail-boxes", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/voicemail-boxes/{number}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/voicemail-boxes/{number}", ADMIN),
            entry("DELETE /api/v1/voicemail-boxes/{number}", ADMIN),
            entry("PUT /api/v1/voicemail-boxes/{number}/pin", ADMIN),
            entry("DELETE /api/v1/voicemail-boxes/{number}/lock", ADMIN),
            entry("GET /api/v1/voicemail-boxes/{number}/greeting", ADMIN_AND_SUPERVISOR),
            entry("PUT /api/v1/voicemail-boxes/{number}/greeting", ADMIN),
            entry("DELETE /api/v1/voicemail-boxes/{number}/greeting", ADMIN),
            entry("GET /api/v1/voicemail-boxes/{number}/messages", ADMIN),
            entry("GET /api/v1/voicemail-boxes/{number}/messages/{id}", ADMIN),
            entry("PATCH /api/v1/voicemail-boxes/{number}/messages/{id}", ADMIN),
            entry("DELETE /api/v1/voicemail-boxes/{number}/messages/{id}", ADMIN),
            entry("GET /api/v1/voicemail-boxes/{number}/messages/{id}/audio", ADMIN),
            entry("GET /api/v1/reports/queues", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/reports/agents", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/reports/schedules", ADMIN),
            entry("GET /api/v1/reports/schedules", ADMIN),
            entry("GET /api/v1/reports/schedules/{id}", ADMIN),
            entry("PATCH /api/v1/reports/schedules/{id}", ADMIN),
            entry("DELETE /api/v1/reports/schedules/{id}", ADMIN),
            entry("POST /api/v1/schedules", ADMIN),
            entry("GET /api/v1/schedules", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/schedules/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/schedules/{id}", ADMIN),
            entry("DELETE /api/v1/schedules/{id}", ADMIN),
            entry("POST /api/v1/schedules/{id}/override", ADMIN),
            entry("POST /api/v1/schedules/{id}/feed/read", ADMIN),
            entry("GET /api/v1/schedules/{id}/state", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/tenants/{slug}", OPERATOR),
            entry("POST /api/v1/numbers", ADMIN),
            entry("POST /api/v1/numbers/many", ADMIN),
            entry("GET /api/v1/numbers", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/numbers/{number}", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/numbers/{number}/test-call", ADMIN),
            entry("PATCH /api/v1/numbers/{number}", ADMIN),
            entry("DELETE /api/v1/numbers/{number}", ADMIN),
            entry("POST /api/v1/trunks", ADMIN),
            entry("GET /api/v1/trunks", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/trunks/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/trunks/{id}", ADMIN),
            entry("DELETE /api/v1/trunks/{id}", ADMIN),
            entry("POST /api/v1/outbound-routes", ADMIN),
            entry("GET /api/v1/outbound-routes", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/outbound-routes/match", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/outbound-routes/order", ADMIN),
            entry("GET /api/v1/outbound-routes/{id}", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/outbound-routes/{id}", ADMIN),
            entry("DELETE /api/v1/outbound-routes/{id}", ADMIN),
            entry("POST /api/v1/caller-rules", ADMIN),
            entry("GET /api/v1/caller-rules", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/caller-rules/{id}", ADMIN_AND_SUPERVISOR),
            entry("DELETE /api/v1/caller-rules/{id}", ADMIN),
            entry("POST /api/v1/users", ADMIN),
            entry("GET /api/v1/users", ADMIN),
            entry("GET /api/v1/users/{id}", ADMIN),
            entry("PATCH /api/v1/users/{id}", ADMIN),
            entry("POST /api/v1/users/{id}/password", ADMIN),
            entry("DELETE /api/v1/users/{id}", ADMIN),
            entry("POST /api/v1/tokens", ADMIN_AND_OPERATOR),
            entry("GET /api/v1/tokens", ADMIN_AND_OPERATOR),
            entry("GET /api/v1/tokens/{id}", ADMIN_AND_OPERATOR),
            entry("DELETE /api/v1/tokens/{id}", ADMIN_AND_OPERATOR),
            entry("GET /api/v1/changes", ADMIN),
            entry("POST /api/v1/route/evaluate", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/route/assertions", ADMIN),
            entry("GET /api/v1/route/assertions", ADMIN),
            entry("POST /api/v1/route/assertions/run", ADMIN),
            entry("GET /api/v1/route/assertions/{id}", ADMIN),
            entry("PATCH /api/v1/route/assertions/{id}", ADMIN),
            entry("DELETE /api/v1/route/assertions/{id}", ADMIN),
            entry("GET /api/v1/calls", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/calls/{id}", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/calls.csv", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/calls/{id}/recordings", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/recordings/{id}/audio", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/recordings/{id}/plays", ADMIN_AND_SUPERVISOR),
            entry("DELETE /api/v1/recordings/{id}", ADMIN),
            entry("GET /api/v1/live/calls/{id}/recording", ADMIN_AND_SUPERVISOR),
            entry("POST /api/v1/live/calls/{id}/recording", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/extensions/{number}/recording", ADMIN_AND_SUPERVISOR),
            entry("PATCH /api/v1/extensions/{number}/recording", ADMIN),
            entry("GET /api/v1/recording-settings", ADMIN),
            entry("PATCH /api/v1/recording-settings", ADMIN),
            entry("GET /api/v1/live/calls", ADMIN_AND_SUPERVISOR),
            entry("GET /api/v1/live/calls/stream", ADMIN_AND_SUPERVISOR));

    // Never ends for those who may; LiveStreamTest opens it.
    private static final String STREAM = "GET /api/v1/live/calls/stream";

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapped;

    @Test
    void given_the_mapped_routes_when_compared_then_each_has_its_line_here_and_no_line_is_left_over() {
        Set<String> routes = new TreeSet<>();
        mapped.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/"))
                .forEach(pattern -> info.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + pattern))));

        assertThat(routes).containsExactlyElementsOf(new TreeSet<>(ROUTES.keySet()));
    }

    @Test
    void given_nobody_when_walking_all_routes_then_401() {
        ROUTES.forEach((route, allowed) -> assertThat(send(companies.nobody(), route, Map.of()).status()).as(route)
                .isEqualTo(allowed.equals(EVERYBODY) ? 200 : 401));
    }

    @Test
    void given_each_role_when_walking_all_routes_then_403_where_it_may_not_and_never_where_it_may() {
        Companies.Company company = companies.open("Roles");
        Map<String, Api> roles = Map.of("admin", company.admin(), "supervisor", company.supervisor(), "user", company.user(),
                "operator", companies.operator());

        roles.forEach((role, api) -> ROUTES.forEach((route, allowed) -> {
            boolean may = allowed.equals(EVERYBODY) || List.of(allowed.split(" ")).contains(role);
            if (!may) {
                assertThat(send(api, route, Map.of()).status()).as(role + " " + route).isEqualTo(403);
            } else if (!route.equals(STREAM)) {
                assertThat(send(api, route, Map.of()).status()).as(role + " " + route).isNotIn(401, 403).isLessThan(500);
            }
        }));
    }

    @Test
    void given_another_company_s_admin_when_walking_all_routes_then_404_or_nothing_and_nothing_changes() {
        Companies.Company theirs = companies.open("Theirs");
        Map<String, List<Map<String, String>>> things = things(theirs);
        Api other = companies.open("Other").admin();
        String before = database.everythingOf(theirs.id());

        List<String> walked = new ArrayList<>();
        ROUTES.forEach((route, allowed) -> {
            if (!allowed.contains("admin") || route.equals(STREAM)) {
                return;
            }
            String kind = route.split("/")[3];
            for (Map<String, String> variables : things.getOrDefault(kind, List.of(Map.of()))) {
                Api.Reply reply = send(other, route, variables);
                if (route.contains("{")) {
                    assertThat(reply.status()).as(route + " -> " + reply.http().body()).isEqualTo(404);
                } else {
                    // The value that was asked for is in the other's own refusals; what belongs to the first company is not.
                    assertThat(reply.http().body()).as(route).doesNotContain("Secret").doesNotContain(theirs.slug());
                }
                walked.add(route);
            }
        });

        assertThat(walked).hasSizeGreaterThan(25);
        assertThat(database.everythingOf(theirs.id())).isEqualTo(before);
    }

    @Test
    void given_two_companies_when_both_have_101_then_each_sees_its_own() {
        Companies.Company one = companies.open("One");
        Companies.Company two = companies.open("Two");
        one.admin().post("/extensions", "{\"number\":\"101\",\"name\":\"First\"}");
        two.admin().post("/extensions", "{\"number\":\"101\",\"name\":\"Second\"}");

        two.admin().patch("/extensions/101", "{\"name\":\"Changed\"}");
        two.admin().delete("/extensions/101");

        assertThat(one.admin().get("/extensions/101").text("name")).isEqualTo("First");
        assertThat(two.admin().get("/extensions/101").status()).isEqualTo(404);
    }

    /** What the company has, as the variables of paths by the first part of the path. */
    private Map<String, List<Map<String, String>>> things(Companies.Company company) {
        Api admin = company.admin();
        admin.post("/extensions", "{\"number\":\"7654\",\"name\":\"Secret extension\"}");
        String device = admin.post("/extensions/7654/devices", "{\"name\":\"Secret device\"}").text("id");
        String user = admin.post("/users", "{\"email\":\"secret@%s.example\",\"name\":\"Secret user\"}".formatted(company.slug())).text("id");
        String token = admin.post("/tokens", "{\"name\":\"Secret token\",\"role\":\"admin\"}").text("id");
        String call = database.call(company.id(), Instant.parse("2026-11-23T09:30:00Z"), "Secret caller").toString();
        String prompt = admin.post("/prompts", "{\"name\":\"Secret prompt\",\"text\":\"Secret words\"}").text("id");
        String menu = admin.post("/menus", "{\"name\":\"Secret menu\",\"promptId\":\"%s\",\"keys\":{\"1\":{\"kind\":\"extension\",\"number\":\"7654\"}}}"
                .formatted(prompt)).text("id");
        String group = admin.post("/ring-groups", "{\"name\":\"Secret group\",\"members\":[{\"extension\":\"7654\"}]}").text("id");
        String announcement = admin.post("/announcements", "{\"name\":\"Secret announcement\",\"promptId\":\"%s\"}".formatted(prompt)).text("id");
        admin.post("/voicemail-boxes", "{\"number\":\"7655\",\"name\":\"Secret box\",\"watchers\":[\"7654\"]}");
        String message = database.message(company.id(), "7655", "Secret caller").toString();
        String number = admin.post("/numbers", "{\"number\":\"+1212555%04d\",\"name\":\"Secret number\"}"
                .formatted(ThreadLocalRandom.current().nextInt(10_000))).text("number");
        String trunk = admin.post("/trunks", "{\"name\":\"Secret trunk\",\"host\":\"127.0.0.1\",\"username\":\"secret\",\"password\":\"secret\"}").text("id");
        String route = admin.post("/outbound-routes", "{\"name\":\"Secret route\",\"patterns\":[\"+\"],\"trunks\":[\"%s\"]}".formatted(trunk)).text("id");
        String rule = admin.post("/caller-rules", "{\"matches\":\"prefix\",\"number\":\"+8270\",\"note\":\"Secret note\"}").text("id");
        String assertion = admin.post("/route/assertions", """
                {"name":"Secret assertion","number":"7654","caller":"7654","expect":{"kind":"extension","name":"7654"}}""").text("id");
        String skill = admin.post("/skills", "{\"name\":\"Secret skill\"}").text("id");
        String agent = admin.post("/agents", "{\"extension\":\"7654\",\"skills\":[{\"skill\":\"Secret skill\"}]}").text("id");
        String queue = admin.post("/queues", "{\"name\":\"Secret queue\",\"agents\":[{\"agent\":\"7654\"}]}").text("id");
        String reason = admin.post("/pause-reasons", "{\"name\":\"Secret reason\"}").text("id");
        String disposition = admin.post("/disposition-codes", "{\"name\":\"Secret code\"}").text("id");
        String priority = admin.post("/caller-priorities", "{\"matches\":\"caller_prefix\",\"number\":\"+8270\",\"priority\":9,\"note\":\"Secret note\"}").text("id");
        return Map.ofEntries(
                entry("queues", List.of(Map.of("id", queue, "queue", "Secret%20queue", "visit", "none.1"))),
                entry("agents", List.of(Map.of("id", agent, "number", "7654"))),
                entry("skills", List.of(Map.of("id", skill))),
                entry("pause-reasons", List.of(Map.of("id", reason))),
                entry("disposition-codes", List.of(Map.of("id", disposition))),
                entry("caller-priorities", List.of(Map.of("id", priority))),
                entry("route", List.of(Map.of("id", assertion))),
                entry("numbers", List.of(Map.of("number", number))),
                entry("trunks", List.of(Map.of("id", trunk))),
                entry("outbound-routes", List.of(Map.of("id", route))),
                entry("caller-rules", List.of(Map.of("id", rule))),
                entry("voicemail-boxes", List.of(Map.of("number", "7655", "id", message))),
                entry("menus", List.of(Map.of("id", menu))),
                entry("ring-groups", List.of(Map.of("id", group))),
                entry("announcements", List.of(Map.of("id", announcement))),
                entry("extensions", List.of(Map.of("number", "7654", "id", device))),
                entry("schedules", List.of(Map.of("id", admin.post("/schedules", "{\"name\":\"Secret hours\"}").text("id")))),
                entry("users", List.of(Map.of("id", user))),
                entry("prompts", List.of(Map.of("id", prompt))),
                entry("tokens", List.of(Map.of("id", token))),
                entry("calls", List.of(Map.of("id", call))));
    }

    private static Api.Reply send(Api api, String route, Map<String, String> variables) {
        String[] parts = route.split(" ");
        String path = parts[1].substring("/api/v1".length());
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        path = path.replace("{number}", "999").replace("{id}", "0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f").replace("{slug}", "nowhere")
                .replace("{queue}", "nowhere").replace("{visit}", "none.1");
        boolean hasBody = parts[0].equals("PATCH") || parts[0].equals("POST") && !path.endsWith("/password") || parts[0].equals("PUT") && (path.endsWith("/pin") || path.endsWith("/supervisors"));
        // Good enough to be a change of an extension, a device or a user; where something is to be made, it lacks something.
        return api.send(parts[0], path, hasBody ? parts[0].equals("PATCH") ? change(path) : body(path) : null);
    }

    private static String change(String path) {
        return path.contains("/messages/") ? "{\"heard\":true}" : path.endsWith("/forwarding") ? "{\"busy\":{\"kind\":\"hangup\",\"value\":\"busy\"}}" : "{\"name\":\"Taken over\"}";
    }

    private static String body(String path) {
        return path.endsWith("/override") ? "{\"override\":\"closed\"}" : path.endsWith("/devices") ? "{\"name\":\"Taken over\"}" : path.endsWith("/priority") ? "{\"priority\":5}" : path.endsWith("/pin") ? "{\"pin\":\"847136\"}" : path.endsWith("/supervisors") ? "{\"supervisors\":[]}" : "{}";
    }
}

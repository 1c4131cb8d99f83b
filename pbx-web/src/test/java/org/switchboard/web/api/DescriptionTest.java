package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.switchboard.web.api.Description.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published description is true: what it allows is accepted and answered as it says, what it does not is refused. */
@ApiTest
final class DescriptionTest {

    /** It never ends; {@link LiveStreamTest} reads it. */
    private static final String STREAM = "streamLiveCalls";

    /** A number of the company, in the plan of its country. */
    private static final String US_NUMBER = "+12125550123";

    private static final Set<String> OF_THE_OPERATOR = Set.of("createTenant", "listTenants", "getTenant", "changeTenant");

    /** They are accepted where a phone is connected or people talk, for which there has to be Asterisk; the stories with phones ask for them. */
    private static final Set<String> ONLY_WITH_PHONES = Set.of("tryNumber", "supervise", "changeSupervision", "endSupervision", "cancelCallback",
            "signAgentIn", "signAgentOut", "pauseAgent", "resumeAgent", "endWrapUp", "pullCaller", "changeCallerPriority", "sendCallerOn", "getLiveRecording", "steerLiveRecording",
            "getRecordingAudio");

    /** Numbers and addresses are one company's in the whole installation. */
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Description description;
    private Generated generated;

    @BeforeEach
    void read() {
        Api.Reply published = companies.nobody().get("/openapi.json");
        assertThat(published.status()).isEqualTo(200);
        description = new Description(published.body());
        generated = new Generated(description);
    }

    /** A company that has one of everything, and what stands for each variable of a path there. */
    private record World(Api api, Map<String, String> variables) {

        String path(Operation operation) {
            String path = operation.path();
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                path = path.replace("{" + variable.getKey() + "}", variable.getValue());
            }
            return path;
        }

        Api.Reply send(Operation operation, String query, String body) {
            return api.send(operation.method(), path(operation) + query, body);
        }
    }

    private World world(Operation operation) {
        Companies.Company company = companies.open("Described");
        Api admin = company.admin();
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        String prompt = database.prompt(company.id(), "Welcome").toString();
        String id = switch (operation.path().split("/")[1]) {
            case "extensions" -> admin.post("/extensions/101/devices", "{\"name\":\"Desk\"}").text("id");
            case "menus" -> admin.post("/menus", "{\"name\":\"M\",\"promptId\":\"%s\"}".formatted(prompt)).text("id");
            case "ring-groups" -> admin.post("/ring-groups", "{\"name\":\"G\"}").text("id");
            case "announcements" -> admin.post("/announcements", "{\"name\":\"A\",\"promptId\":\"%s\"}".formatted(prompt)).text("id");
            case "voicemail-boxes" -> operation.path().contains("{number}") ? box(company) : "";
            case "schedules" -> admin.post("/schedules", "{\"name\":\"S\",\"feedUrl\":\"https://127.0.0.1/h.ics\"}").text("id");
            case "route" -> route(company);
            case "trunks" -> trunk(admin);
            case "outbound-routes" -> admin.post("/outbound-routes", "{\"name\":\"R\",\"patterns\":[\"+\"],\"trunks\":[\"%s\"]}".formatted(trunk(admin))).text("id");
            case "caller-rules" -> admin.post("/caller-rules", "{\"matches\":\"anonymous\"}").text("id");
            case "queues" -> callCentre(admin, true).text("id");
            case "agents" -> agent(admin, operation);
            case "disposition-codes" -> code(admin);
            case "skills" -> admin.post("/skills", "{\"name\":\"S\"}").text("id");
            case "pause-reasons" -> admin.post("/pause-reasons", "{\"name\":\"P\"}").text("id");
            case "caller-priorities" -> admin.post("/caller-priorities", "{\"matches\":\"dialled\",\"number\":\"+12125550123\",\"priority\":9}").text("id");
            case "users" -> admin.post("/users", "{\"email\":\"a@%s.example\",\"name\":\"A\"}".formatted(company.slug())).text("id");
            case "tokens" -> admin.post("/tokens", "{\"name\":\"T\",\"role\":\"user\"}").text("id");
            case "prompts" -> admin.post("/prompts", "{\"name\":\"Spoken\",\"text\":\"Hello\"}").text("id");
            case "reports" -> report(admin);
            case "recordings" -> database.recording(company.id()).toString();
            case "supervision", "callbacks", "live" -> "0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f";
            case "calls" -> database.call(company.id(), Instant.parse("2026-11-23T09:30:00Z"), "Mina").toString();
            default -> "";
        };
        Api api = OF_THE_OPERATOR.contains(operation.id()) ? companies.operator() : admin;
        String number = operation.path().startsWith("/numbers") ? US_NUMBER : "101";
        database.number(company.id(), US_NUMBER);
        return new World(api, Map.of("number", number, "id", id, "slug", company.slug(), "promptId", prompt, "queue", "Support",
                "visit", "none.1"));
    }

    /** A queue called Support, and a skill that it can ask for; with or without an agent who serves it. */
    private static Api.Reply callCentre(Api admin, boolean served) {
        admin.post("/skills", "{\"name\":\"Korean\"}");
        if (served) {
            admin.post("/agents", "{\"extension\":\"101\"}");
        }
        return admin.post("/queues", "{\"name\":\"Support\"}");
    }

    /** Where an agent is to be made there must be none yet at the extension. */
    private static String agent(Api admin, Operation operation) {
        boolean make = operation.method().equals("POST") && !operation.path().contains("{");
        callCentre(admin, !make);
        return make ? "" : admin.get("/agents").body().at("/items/0/id").asString();
    }

    /** A mailed report, a queue called Support and agent 101. */
    private static String report(Api admin) {
        callCentre(admin, true);
        return admin.post("/reports/schedules", "{\"name\":\"R\",\"every\":\"day\",\"recipients\":[\"a@b.example\"]}").text("id");
    }

    private static String code(Api admin) {
        callCentre(admin, false);
        return admin.post("/disposition-codes", "{\"name\":\"C\"}").text("id");
    }

    private static String trunk(Api admin) {
        return admin.post("/trunks", "{\"name\":\"T\",\"host\":\"127.0.0.1\",\"username\":\"u\",\"password\":\"p\"}").text("id");
    }

    /** A number to ask about, and an assertion. */
    private String route(Companies.Company company) {
        database.number(company.id(), "+82212345678");
        return company.admin().post("/route/assertions", """
                {"name":"A","number":"+82212345678","expect":{"kind":"refuse","name":"unknown_number"}}""").text("id");
    }

    /** A box with a message and a greeting. */
    private String box(Companies.Company company) {
        company.admin().post("/voicemail-boxes", "{\"number\":\"101\",\"name\":\"Sales\"}");
        database.greeting(company.id(), "101");
        return database.message(company.id(), "101", "Mina").toString();
    }

    @Test
    void given_the_description_when_read_then_it_is_openapi_3_1_and_every_operation_has_a_name() {
        assertThat(companies.nobody().get("/openapi.json").text("openapi")).startsWith("3.1");
        assertThat(description.operations()).hasSizeGreaterThan(25).extracting(Operation::id).doesNotHaveDuplicates().doesNotContain("");
        assertThat(description.operations()).allSatisfy(operation -> assertThat(operation.node().path("summary").asString()).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> given_what_is_described_when_sent_then_accepted_and_answered_as_described() {
        return each(operation -> {
            if (ONLY_WITH_PHONES.contains(operation.id())) {
                return;
            }
            if (!operation.hasBody()) {
                accepted(operation, world(operation), needed(operation), null);
            }
            for (ObjectNode body : operation.hasBody() ? generated.goodBodies(description.bodySchema(operation)) : List.<ObjectNode>of()) {
                if (operation.id().equals("createToken")) {
                    // Which roles there are depends on whose token asks; the description says so in words.
                    body.put("role", "user");
                }
                if (operation.id().equals("changeOwnTenant")) {
                    // The operator's to set; the description says so in words.
                    body.remove("callLimit");
                }
                World world = world(operation);
                accepted(operation, world, "", withWhatExists(operation, body, world, "").toString());
            }
            World world = world(operation);
            for (JsonNode parameter : operation.parameters("query")) {
                if (!parameter.path("name").asString().equals("cursor")) {
                    for (JsonNode value : generated.values(parameter.path("schema"))) {
                        accepted(operation, world, query(parameter, value.asString()), null);
                    }
                }
            }
        });
    }

    // What exists cannot be made up, nor what nobody in the whole installation has yet, nor a time in the next days.
    private static ObjectNode withWhatExists(Operation operation, ObjectNode body, World world, String besides) {
        int fresh = COUNTER.incrementAndGet();
        Map<String, Supplier<JsonNode>> known = new HashMap<>(Map.of(
                "promptId", () -> text(world.variables().get("promptId")),
                "callerId", () -> text(US_NUMBER),
                "host", () -> text("203.0.%d.%d".formatted(fresh / 250, fresh % 250)),
                "addresses", () -> list("203.1.%d.%d".formatted(fresh / 250, fresh % 250)),
                "trunks", () -> list(world.api().get("/trunks").body().at("/items/0/id").asString()),
                "until", () -> text(Instant.now().plus(1, ChronoUnit.DAYS).toString()),
                "queueIds", () -> list(world.api().get("/queues").body().at("/items/0/id").asString()),
                "ids", () -> list(world.variables().get("id"))));
        if (operation.path().equals("/numbers")) {
            known.put("number", () -> text("+1646555%04d".formatted(fresh)));
        }
        if (operation.path().equals("/numbers/many")) {
            known.put("numbers", () -> text("332-555-%04d ~ %04d".formatted(fresh * 2, fresh * 2 + 1)));
        }
        known.forEach((field, value) -> {
            if (!field.equals(besides) && body.hasNonNull(field)) {
                body.set(field, value.get());
            }
        });
        return body;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static JsonNode list(String only) {
        return JsonNodeFactory.instance.arrayNode().add(only);
    }

    private void accepted(Operation operation, World world, String query, String body) {
        Api.Reply reply = world.send(operation, query, body);
        assertThat(reply.status()).as("%s %s%s %s -> %s", operation.method(), world.path(operation), query, body, reply.http().body())
                .isEqualTo(operation.success());
        assertThat(description.complaints(operation, reply)).as("answer to %s: %s", operation.id(), reply.http().body()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> given_what_is_not_described_when_sent_then_refused_by_the_fields_name() {
        return each(operation -> {
            World world = world(operation);
            // What is not there comes before what is wrong with the body, and neither a session nor a talk is on.
            if (operation.hasBody() && !Set.of("changeSupervision", "steerLiveRecording").contains(operation.id())) {
                for (Generated.Bad bad : generated.badBodies(description.bodySchema(operation))) {
                    ObjectNode body = withWhatExists(operation, bad.body(), world, bad.field());
                    refused(operation, world, "", body.toString(), bad.field(), bad.what());
                }
                for (String malformed : List.of("{", "[]", "\"x\"", "", "{}x")) {
                    refused(operation, world, "", malformed, null, malformed);
                }
            }
            for (JsonNode parameter : operation.parameters("query")) {
                String name = parameter.path("name").asString();
                Stream.of("zzz zzz", "-1", "99999999999", "", "a\nb", "\u0000", "x".repeat(300))
                        .filter(value -> !description.complaints(parameter.path("schema"), asSent(parameter, value)).isEmpty())
                        .forEach(value -> refused(operation, world, query(parameter, value), null, name, value));
            }
            refused(operation, world, "?zzz=1", operation.hasBody() ? "{}" : null, "zzz", "unknown parameter");
        });
    }

    private void refused(Operation operation, World world, String query, String body, String field, String what) {
        Api.Reply reply = world.send(operation, query, body);
        String about = "%s %s%s %s (%s)".formatted(operation.method(), operation.path(), query, body, what);
        assertThat(reply.status()).as(about + " -> " + reply.http().body()).isBetween(400, 499);
        assertThat(description.complaints(operation, reply)).as(about).isEmpty();
        if (field != null) {
            // Or of a part of it: {} as "expect" lacks "expect.kind".
            assertThat(reply.wrongFields()).as(about).anyMatch(wrong -> wrong.equals(field) || wrong.startsWith(field + "."));
        }
    }

    @TestFactory
    Stream<DynamicTest> given_nobody_or_nothing_when_asked_then_the_refusal_is_as_described() {
        return each(operation -> {
            World world = world(operation);
            World nobody = new World(companies.nobody(), world.variables());
            World elsewhere = new World(world.api(), Map.of("number", "999", "id", "0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f", "slug", "nowhere", "queue", "nowhere",
                    "visit", "none.1"));
            World nonsense = new World(world.api(), Map.of("number", "101", "id", "nine", "slug", "x", "queue", "Support", "visit", "none.1"));
            String body = operation.hasBody()
                    ? withWhatExists(operation, generated.goodBodies(description.bodySchema(operation)).getFirst(), world, "").toString() : null;

            Api.Reply unknown = nobody.send(operation, "", body);
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(description.complaints(operation, unknown)).isEmpty();
            if (!operation.parameters("path").isEmpty()) {
                Api.Reply missing = elsewhere.send(operation, "", body);
                assertThat(missing.status()).as(missing.http().body()).isEqualTo(404);
                assertThat(description.complaints(operation, missing)).isEmpty();
            }
            if (operation.path().contains("{id}")) {
                Api.Reply wrong = nonsense.send(operation, "", body);
                assertThat(wrong.status()).isEqualTo(400);
                assertThat(wrong.wrongFields()).containsExactly("id");
            }
        });
    }

    private Stream<DynamicTest> each(Consumer<Operation> check) {
        return description.operations().stream()
                .filter(operation -> !operation.id().equals(STREAM) && !operation.takesOnlyAForm())
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check.accept(operation)));
    }

    // The least that has to be asked with. No route has more than one parameter that it needs.
    private String needed(Operation operation) {
        return operation.parameters("query").stream().filter(parameter -> parameter.path("required").asBoolean(false)).findFirst()
                .map(parameter -> query(parameter, generated.values(parameter.path("schema")).getFirst().asString())).orElse("");
    }

    private static String query(JsonNode parameter, String value) {
        return "?" + parameter.path("name").asString() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    // A query is text; where a number is described, what looks like one is one.
    private static JsonNode asSent(JsonNode parameter, String value) {
        boolean isNumber = parameter.at("/schema/type").asString().equals("integer") && value.matches("-?[0-9]{1,18}");
        return isNumber ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                : JsonNodeFactory.instance.stringNode(value);
    }
}

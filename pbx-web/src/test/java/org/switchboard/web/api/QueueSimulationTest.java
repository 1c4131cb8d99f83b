package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a day would have been like, as scripts ask it: the day is in the database as the engine would have written it. */
@ApiTest
final class QueueSimulationTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;
    private UUID queue;
    private UUID agent;
    private Instant morning;

    /** One agent from nine to ten, three callers at once with talks of ten minutes: one answered, one gave up after 100 s, one waited. */
    @BeforeEach
    void record() {
        company = companies.open("Simulated");
        admin = company.admin();
        admin.patch("/tenant", "{\"timeZone\":\"Asia/Seoul\",\"country\":\"KR\"}");
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        agent = UUID.fromString(admin.post("/agents", "{\"extension\":\"101\",\"name\":\"Mina\",\"number\":\"901\"}").text("id"));
        Api.Reply made = admin.post("/queues", "{\"name\":\"Help\",\"number\":\"700\",\"agents\":[{\"agent\":\"901\"}]}");
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        queue = UUID.fromString(made.text("id"));
        morning = LocalDate.now(SEOUL).minusDays(1).atTime(9, 0).atZone(SEOUL).toInstant();
        happened(0, "signed_in", agent, null, "{}");
        happened(60, "entered", null, "a", "{}");
        happened(60, "offered", agent, "a", "{}");
        happened(61, "entered", null, "b", "{}");
        happened(62, "entered", null, "c", "{}");
        happened(65, "answered", agent, "a", "{\"waited\":\"5000\"}");
        happened(161, "abandoned", null, "b", "{\"waited\":\"100000\"}");
        happened(665, "talk_ended", agent, "a", "{\"talked\":\"600000\"}");
        happened(665, "wrap_up_ended", agent, "a", "{\"wrapUp\":\"0\"}");
        happened(665, "offered", agent, "c", "{}");
        happened(670, "answered", agent, "c", "{\"waited\":\"608000\"}");
        happened(700, "talk_ended", agent, "c", "{\"talked\":\"30000\"}");
        happened(3600, "signed_out", agent, null, "{}");
    }

    private void happened(int second, String kind, UUID who, String visit, String detail) {
        database.jdbc().sql("select ensure_queue_event_partition(:at)").param("at", morning.atOffset(ZoneOffset.UTC)).query(_ -> { });
        database.jdbc().sql("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, agent_id, visit, detail)
                values (:tenant, uuidv7(), :at, :kind, :queue, :agent, :visit, :detail::jsonb)""")
                .param("tenant", company.id()).param("at", morning.plusSeconds(second).atOffset(ZoneOffset.UTC)).param("kind", kind)
                .param("queue", visit == null ? null : queue).param("agent", who).param("visit", visit).param("detail", detail).update();
    }

    private Api.Reply ask(String draft) {
        return admin.post("/queues/simulate", draft);
    }

    private JsonNode played(String draft) {
        Api.Reply answer = ask(draft);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void given_yesterday_when_it_is_played_unchanged_then_it_is_what_it_was() {
        JsonNode answer = played("{\"queue\":\"Help\"}");
        assertThat(answer.path("day").asString()).isEqualTo(LocalDate.now(SEOUL).minusDays(1).toString());
        assertThat(answer.at("/queue/id").asString()).isEqualTo(queue.toString());
        for (String day : new String[] {"/asItWas", "/asItWouldBe"}) {
            assertThat(answer.at(day + "/calls/entered").asInt()).as(day).isEqualTo(3);
            assertThat(answer.at(day + "/calls/answered").asInt()).as(day).isEqualTo(2);
            assertThat(answer.at(day + "/calls/abandoned").asInt()).as(day).isEqualTo(1);
            assertThat(answer.at(day + "/calls/serviceLevel").asDouble()).as(day).isCloseTo(1 / 3.0, within(0.001));
            assertThat(answer.at(day + "/agents").asDouble()).as(day).isCloseTo(1 / 24.0, within(0.01));
        }
        assertThat(answer.path("hours").size()).isEqualTo(1);
        assertThat(Instant.parse(answer.at("/hours/0/begin").asString())).isEqualTo(morning);
    }

    @Test
    void given_three_agents_in_place_of_one_then_all_are_answered_in_time() {
        for (String agents : new String[] {"\"agents\":3",
            "\"agentsByHour\":[null,null,null,null,null,null,null,null,null,3,null,null,null,null,null,null,null,null,null,null,null,null,null,null]"}) {
            JsonNode answer = played("{\"queue\":\"700\",%s}".formatted(agents));
            assertThat(answer.at("/asItWas/calls/answered").asInt()).isEqualTo(2);
            assertThat(answer.at("/asItWouldBe/calls/answered").asInt()).isEqualTo(3);
            assertThat(answer.at("/asItWouldBe/calls/serviceLevel").asDouble()).isEqualTo(1);
            assertThat(answer.at("/hours/0/asItWouldBe/agents").asDouble()).isCloseTo(3, within(0.01));
        }
        assertThat(played("{\"queue\":\"700\",\"agents\":0}").at("/asItWouldBe/calls/answered").asInt()).isZero();
    }

    @Test
    void given_a_long_wrap_up_when_it_is_tried_then_who_waited_for_it_waits_longer() {
        JsonNode answer = played("{\"queue\":\"%s\",\"wrapUpSeconds\":300,\"strategy\":\"round_robin\",\"serviceLevelSeconds\":700}".formatted(queue));
        assertThat(answer.at("/asItWas/calls/averageWrapUp").asDouble()).isZero();
        assertThat(answer.at("/asItWouldBe/calls/averageWrapUp").asDouble()).isEqualTo(300);
        assertThat(answer.at("/asItWouldBe/calls/longestWait").asDouble()).isGreaterThan(answer.at("/asItWas/calls/longestWait").asDouble());
        assertThat(answer.path("targetSeconds").asInt()).isEqualTo(700);
    }

    @Test
    void given_made_up_traffic_then_it_is_played_without_a_day() {
        JsonNode answer = played("{\"queue\":\"Help\",\"agents\":2,\"traffic\":{\"callsPerHour\":[10],\"talkSeconds\":120,\"patienceSeconds\":60}}");
        assertThat(answer.path("day").isNull()).isTrue();
        assertThat(answer.path("asItWas").isNull()).isTrue();
        assertThat(answer.at("/asItWouldBe/calls/entered").asInt()).isBetween(180, 300);
        assertThat(answer.path("hours").size()).isEqualTo(24);
        assertThat(answer).isEqualTo(played("{\"queue\":\"Help\",\"agents\":2,\"traffic\":{\"callsPerHour\":[10],\"talkSeconds\":120,\"patienceSeconds\":60}}"));
    }

    @Test
    void given_fields_that_cannot_be_accepted_then_each_is_named() {
        assertThat(ask("{}").wrongFields()).containsExactly("queue");
        assertThat(ask("{\"queue\":\"Nobody's\"}").status()).isEqualTo(404);
        assertThat(ask("{\"queue\":\"Help\",\"day\":\"2999-01-01\"}").wrongFields()).containsExactly("day");
        assertThat(ask("{\"queue\":\"Help\",\"day\":\"yesterday\"}").wrongFields()).containsExactly("day");
        assertThat(ask("{\"queue\":\"Help\",\"agents\":1001}").wrongFields()).containsExactly("agents");
        assertThat(ask("{\"queue\":\"Help\",\"agentsByHour\":[1,-2]}").wrongFields()).containsExactly("agentsByHour");
        assertThat(ask("{\"queue\":\"Help\",\"strategy\":\"luck\"}").wrongFields()).containsExactly("strategy");
        assertThat(ask("{\"queue\":\"Help\",\"wrapUpSeconds\":-1}").wrongFields()).containsExactly("wrapUpSeconds");
        assertThat(ask("{\"queue\":\"Help\",\"serviceLevelSeconds\":0}").wrongFields()).containsExactly("serviceLevelSeconds");
        assertThat(ask("{\"queue\":\"Help\",\"traffic\":{}}").wrongFields()).containsExactly("traffic.callsPerHour");
        assertThat(ask("{\"queue\":\"Help\",\"traffic\":{\"callsPerHour\":[1,2]}}").wrongFields()).containsExactly("traffic.callsPerHour");
        assertThat(ask("{\"queue\":\"Help\",\"traffic\":{\"callsPerHour\":[1e9]}}").wrongFields()).containsExactly("traffic.callsPerHour");
    }

    @Test
    void given_another_company_then_our_queue_and_our_day_are_not_theirs() {
        Companies.Company other = companies.open("Stranger");
        assertThat(other.admin().post("/queues/simulate", "{\"queue\":\"%s\"}".formatted(queue)).status()).isEqualTo(404);
        other.admin().post("/queues", "{\"name\":\"Help\"}");
        assertThat(other.admin().post("/queues/simulate", "{\"queue\":\"Help\"}").body().at("/asItWas/calls/entered").asInt()).isZero();
        assertThat(company.supervisor().post("/queues/simulate", "{\"queue\":\"Help\"}").status()).isEqualTo(200);
        assertThat(company.user().post("/queues/simulate", "{\"queue\":\"Help\"}").status()).isEqualTo(403);
    }
}

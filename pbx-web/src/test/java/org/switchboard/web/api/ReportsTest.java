package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a script learns from reports, and how it has them mailed. */
@ApiTest
final class ReportsTest {

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;
    private UUID queue;
    private UUID agent;
    private LocalDate day;
    private Instant nine;

    @BeforeEach
    void aDayOfACallCentre() {
        company = companies.open("Reports");
        admin = company.admin();
        queue = UUID.fromString(admin.post("/queues", "{\"name\":\"Support\"}").text("id"));
        agent = UUID.fromString(admin.post("/agents", "{\"name\":\"Kim\",\"number\":\"701\"}").text("id"));
        ZoneId zone = ZoneId.of(admin.get("/tenant").text("timeZone"));
        day = LocalDate.ofInstant(Instant.now(), zone).minusDays(1);
        nine = day.atTime(9, 0).atZone(zone).toInstant();
        event(0, "signed_in", null, agent, null, "{}");
        event(10, "entered", queue, null, "v1", "{}");
        event(30, "answered", queue, agent, "v1", "{\"waited\":\"20000\"}");
        event(3630, "talk_ended", queue, agent, "v1", "{\"talked\":\"3600000\"}");
        event(3640, "wrap_up_ended", queue, agent, "v1", "{\"wrapUp\":\"10000\"}");
        event(3700, "entered", queue, null, "v2", "{}");
        event(3760, "abandoned", queue, null, "v2", "{\"waited\":\"60000\"}");
        event(3800, "signed_out", null, agent, null, "{}");
    }

    private void event(long second, String kind, UUID queueId, UUID agentId, String visit, String detail) {
        Instant at = nine.plusSeconds(second);
        database.jdbc().sql("select ensure_queue_event_partition(:at)").param("at", at.atOffset(ZoneOffset.UTC)).query(rows -> { });
        database.jdbc().sql("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, queue_name, agent_id, agent_name, visit, detail)
                values (:tenant, gen_random_uuid(), :at, :kind, :queue::uuid, 'Support', :agent::uuid, 'Kim', :visit, :detail::jsonb)""")
                .param("tenant", company.id()).param("at", at.atOffset(ZoneOffset.UTC)).param("kind", kind)
                .param("queue", queueId == null ? null : queueId.toString()).param("agent", agentId == null ? null : agentId.toString())
                .param("visit", visit).param("detail", detail).update();
    }

    @Test
    void given_a_day_when_queues_are_reported_by_hour_then_each_number_is_where_it_belongs() {
        Api.Reply report = admin.get("/reports/queues?by=hour&from=" + day + "&to=" + day);

        assertThat(report.status()).as(report.http().body()).isEqualTo(200);
        assertThat(report.body().at("/total/entered").asInt()).isEqualTo(2);
        assertThat(report.body().at("/total/serviceLevel").asDouble()).isEqualTo(0.5);
        assertThat(report.body().at("/total/averageHandling").asDouble()).isEqualTo(3610);
        assertThat(report.body().at("/items/0/name").asString()).isEqualTo("Support");
        assertThat(report.body().at("/items/0/calls/answeredInTime").asInt()).isEqualTo(1);
        assertThat(report.body().at("/times").size()).isEqualTo(24);
        assertThat(report.body().at("/times/9/calls/answered").asInt()).isEqualTo(1);
        assertThat(report.body().at("/times/10/calls/abandonedLate").asInt()).isEqualTo(1);
        assertThat(report.body().at("/times/9/begin").asString()).isEqualTo(nine.toString());
    }

    @Test
    void given_a_day_when_agents_are_reported_then_their_times_add_up() {
        Api.Reply report = admin.get("/reports/agents?from=" + day + "&queue=" + queue + "&agent=701");

        assertThat(report.status()).as(report.http().body()).isEqualTo(200);
        assertThat(report.body().at("/items").size()).isEqualTo(1);
        assertThat(report.body().at("/items/0/states/signedIn").asDouble()).isEqualTo(3800);
        assertThat(report.body().at("/items/0/states/talking").asDouble()).isEqualTo(3600);
        assertThat(report.body().at("/items/0/states/wrapUp").asDouble()).isEqualTo(10);
        assertThat(report.body().at("/items/0/states/free").asDouble()).isEqualTo(190);
        assertThat(report.body().at("/items/0/offers/answered").asInt()).isEqualTo(1);
    }

    @Test
    void given_a_queue_and_an_agent_that_are_deleted_when_reported_then_they_keep_their_names() {
        admin.delete("/queues/" + queue);
        admin.delete("/agents/" + agent);

        assertThat(admin.get("/reports/queues?from=" + day).body().at("/items/0/name").asString()).isEqualTo("Support");
        assertThat(admin.get("/reports/queues?from=" + day).body().at("/items/0/deleted").asBoolean()).isTrue();
        assertThat(admin.get("/reports/agents?from=" + day).body().at("/items/0/name").asString()).isEqualTo("Kim");
    }

    @Test
    void given_another_company_when_it_asks_then_nothing_of_this_one_is_told() {
        Api other = companies.open("Others").admin();

        assertThat(other.get("/reports/queues?from=" + day).body().at("/total/entered").asInt()).isZero();
        assertThat(other.get("/reports/agents?from=" + day).body().at("/items").size()).isZero();
        assertThat(other.get("/reports/queues?from=" + day + "&queue=" + queue).status()).isEqualTo(422);
        assertThat(other.get("/reports/agents?from=" + day + "&agent=701").status()).isEqualTo(422);
        assertThat(other.post("/reports/schedules", "{\"name\":\"x\",\"every\":\"day\",\"recipients\":[\"a@b.example\"],\"queueIds\":[\"" + queue + "\"]}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"from=2026-03-02&to=2026-03-01, 422", "from=2024-01-01&to=2026-03-01, 422", "by=hour&from=2026-01-01&to=2026-03-01, 422", "by=week, 400",
        "from=yesterday, 400", "queue=x, 422"})
    void given_a_period_that_is_wrong_when_asked_then_it_is_refused(String query, int status) {
        assertThat(admin.get("/reports/queues?" + query).status()).isEqualTo(status);
    }

    @Test
    void given_a_mailed_report_when_it_is_made_changed_and_deleted_then_it_is_as_said() {
        Api.Reply made = admin.post("/reports/schedules", "{\"name\":\"Morning\",\"every\":\"day\",\"recipients\":[\" mina@demo.example\",\"mina@demo.example\"]}");

        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(made.text("atTime")).isEqualTo("07:00");
        assertThat(made.body().path("recipients").size()).isEqualTo(1);
        assertThat(made.body().path("queueIds").isNull()).isTrue();
        String path = "/reports/schedules/" + made.text("id");
        Api.Reply changed = admin.patch(path, "{\"every\":\"week\",\"queueIds\":[\"" + queue + "\"],\"atTime\":\"06:30\"}");
        assertThat(changed.body().at("/queueIds/0").asString()).isEqualTo(queue.toString());
        assertThat(admin.patch(path, "{\"queueIds\":null}").body().path("queueIds").isNull()).isTrue();
        assertThat(admin.post("/reports/schedules", "{\"name\":\"Morning\",\"every\":\"day\",\"recipients\":[\"a@b.example\"]}").status()).isEqualTo(409);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get("/reports/schedules").body().path("items").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"every\":\"year\"", "\"every\":null", "\"atTime\":\"24:00\"", "\"recipients\":[]", "\"recipients\":[\"nobody\"]",
        "\"recipients\":[\"a@b.example\\r\\nBcc: c@d.example\"]", "\"queueIds\":[]", "\"language\":\"xx\"", "\"name\":\"\""})
    void given_a_field_of_a_mailed_report_that_is_wrong_when_patched_then_nothing_changes(String field) {
        String path = "/reports/schedules/" + admin.post("/reports/schedules", "{\"name\":\"M\",\"every\":\"day\",\"recipients\":[\"a@b.example\"]}").text("id");
        String before = admin.get(path).http().body();

        assertThat(admin.patch(path, "{" + field + "}").status()).isEqualTo(422);
        assertThat(admin.get(path).http().body()).isEqualTo(before);
    }
}

package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.switchboard.telephony.hours.HoursState;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.schedule.ScheduleSwitch;

/** Opening hours over the API: made, changed, asked, switched, refused; and switched by the engine's own role. */
@ApiTest
final class SchedulesTest {

    private static final String OFFICE = """
            {"name":"%s","timeZone":"Asia/Seoul","code":"*28",
             "hours":[{"day":"monday","opens":"09:00","closes":"18:00"},{"day":"friday","opens":"22:00","closes":"24:00"},
                      {"day":"saturday","opens":"00:00","closes":"02:00"}],
             "days":[{"kind":"holiday","name":"성탄절","firstDay":"2026-12-25"},
                     {"kind":"exception","name":"Stocktaking","firstDay":"2026-12-28","opens":"10:00","closes":"12:00"}],
             "closed":{"kind":"hangup","value":"busy"}}""";

    @Autowired
    private Companies companies;
    @Autowired
    private ScheduleSwitch byCode;
    @Autowired
    private Clock clock;

    private Companies.Company company;
    private Api admin;

    @BeforeEach
    void open() {
        company = companies.open("Hours");
        admin = company.admin();
    }

    @Test
    void given_hours_when_asked_then_the_state_the_rule_and_the_next_change() {
        String id = made(OFFICE.formatted("Office"));
        assertState(id, "2026-11-23T03:00:00Z", "open", HoursState.WEEKLY_OPEN, "2026-11-23T09:00:00Z");
        assertState(id, "2026-11-27T16:00:00Z", "open", HoursState.WEEKLY_OPEN, "2026-11-27T17:00:00Z");
        assertState(id, "2026-12-25T03:00:00Z", "holiday", HoursState.HOLIDAY, "2026-12-25T15:00:00Z");
        assertState(id, "2026-12-28T02:00:00Z", "open", HoursState.EXCEPTION_OPEN, "2026-12-28T03:00:00Z");
        assertState(id, "2026-12-28T05:00:00Z", "closed", HoursState.EXCEPTION_CLOSED, "2027-01-01T13:00:00Z");
        assertThat(admin.get("/schedules/" + id + "/state?at=2026-12-25T03:00:00Z").text("reason")).isEqualTo("holiday: 성탄절");
    }

    @Test
    void given_a_schedule_when_parts_are_changed_then_the_rest_stays() {
        String id = made(OFFICE.formatted("Office"));
        Api.Reply changed = admin.patch("/schedules/" + id, "{\"hours\":[{\"day\":\"sunday\",\"opens\":\"10:00\",\"closes\":\"11:00\"}]}");
        assertThat(changed.status()).as(changed.http().body()).isEqualTo(200);
        assertThat(changed.body().path("hours")).hasSize(1);
        assertThat(changed.body().path("days")).hasSize(2);
        assertThat(changed.body().path("closed").path("value").asString()).isEqualTo("busy");
        assertThat(changed.text("code")).isEqualTo("*28");
        assertThat(admin.patch("/schedules/" + id, "{\"closed\":null,\"code\":null}").body().path("closed").isNull()).isTrue();
        assertThat(admin.get("/schedules").body().path("items")).hasSize(1);
    }

    @Test
    void given_rows_that_cannot_be_when_sent_then_each_is_named() {
        assertWrong("{\"name\":\"A\",\"hours\":[{\"day\":\"monday\",\"opens\":\"18:00\",\"closes\":\"09:00\"}]}", "hours[0].closes");
        assertWrong("{\"name\":\"A\",\"hours\":[{\"day\":\"monday\",\"opens\":\"22:00\",\"closes\":\"00:00\"}]}", "hours[0].closes");
        assertWrong("{\"name\":\"A\",\"hours\":[{\"day\":\"monday\",\"opens\":\"09:00\",\"closes\":\"12:00\"},"
                + "{\"day\":\"tuesday\",\"opens\":\"09:00\",\"closes\":\"12:00\"},{\"day\":\"monday\",\"opens\":\"11:59\",\"closes\":\"13:00\"}]}", "hours[2].opens");
        assertWrong("{\"name\":\"A\",\"hours\":[{\"day\":\"monday\",\"opens\":\"24:00\",\"closes\":\"24:00\"}]}", "hours[0].opens");
        assertWrong("{\"name\":\"A\",\"hours\":[{\"day\":\"monday\",\"opens\":\"9 am\",\"closes\":\"12:00\"}]}", "hours[0].opens");
        assertWrong("{\"name\":\"A\",\"hours\":[{\"opens\":\"09:00\",\"closes\":\"12:00\"}]}", "hours[0].day");
        assertWrong("{\"name\":\"A\",\"days\":[{\"name\":\"B\",\"firstDay\":\"2026-12-25\",\"lastDay\":\"2026-12-24\"}]}", "days[0].lastDay");
        assertWrong("{\"name\":\"A\",\"days\":[{\"name\":\"B\",\"firstDay\":\"2026-01-01\",\"lastDay\":\"2027-01-02\"}]}", "days[0].lastDay");
        assertWrong("{\"name\":\"A\",\"days\":[{\"name\":\"\",\"firstDay\":\"2026-01-01\"}]}", "days[0].name");
        assertWrong("{\"name\":\"A\",\"days\":[{\"name\":\"B\",\"firstDay\":\"2026-12-25\",\"opens\":\"09:00\",\"closes\":\"10:00\"}]}", "days[0].opens");
        assertWrong("{\"name\":\"A\",\"days\":[{\"kind\":\"exception\",\"name\":\"B\",\"firstDay\":\"2026-12-25\"},"
                + "{\"kind\":\"exception\",\"name\":\"C\",\"firstDay\":\"2026-12-24\",\"lastDay\":\"2026-12-26\",\"opens\":\"09:00\",\"closes\":\"10:00\"}]}", "days[1].firstDay");
        assertWrong("{\"name\":\"A\",\"timeZone\":\"Mars/Olympus\"}", "timeZone");
        assertWrong("{\"name\":\"A\",\"feedUrl\":\"http://example.com/a.ics\"}", "feedUrl");
        assertWrong("{\"name\":\"A\",\"code\":\"*43\"}", "code");
        assertWrong("{\"name\":\"A\",\"code\":\"*439\"}", "code");
        assertThat(admin.get("/schedules").body().path("items")).isEmpty();
    }

    @Test
    void given_a_name_or_code_that_is_taken_then_it_is_refused_here_and_free_in_another_company() {
        made(OFFICE.formatted("Office"));
        assertWrong(OFFICE.formatted("Office"), "name");
        assertWrong("{\"name\":\"Other\",\"code\":\"*28\"}", "code");
        assertThat(companies.open("Second").admin().post("/schedules", OFFICE.formatted("Office")).status()).isEqualTo(201);
    }

    @Test
    void given_the_switch_when_it_is_set_then_it_holds_until_its_end() {
        String id = made(OFFICE.formatted("Office"));
        assertThat(admin.post("/schedules/" + id + "/override", "{\"override\":\"open\"}").text("override")).isEqualTo("open");
        assertState(id, "2026-12-25T03:00:00Z", "open", HoursState.SWITCHED_OPEN, "");
        Instant end = clock.instant().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        assertThat(admin.post("/schedules/" + id + "/override", "{\"override\":\"closed\",\"until\":\"" + end + "\"}").status()).isEqualTo(200);
        assertThat(admin.get("/schedules/" + id + "/state").text("rule")).isEqualTo(HoursState.SWITCHED_CLOSED_UNTIL);
        assertThat(admin.get("/schedules/" + id + "/state?at=" + end).text("rule")).doesNotContain("switched");
        assertThat(admin.post("/schedules/" + id + "/override", "{\"override\":\"open\",\"untilNextChange\":true}").text("overrideUntil")).isNotEmpty();
        assertThat(admin.post("/schedules/" + id + "/override", "{\"override\":\"none\"}").body().path("overrideUntil").isNull()).isTrue();
        for (String wrong : new String[] {"{\"override\":\"open\",\"until\":\"2020-01-01T00:00:00Z\"}", "{\"override\":\"open\",\"until\":\"2099-01-01T00:00:00Z\"}",
                "{\"override\":\"open\",\"until\":\"" + end + "\",\"untilNextChange\":true}"}) {
            assertThat(admin.post("/schedules/" + id + "/override", wrong).wrongFields()).as(wrong).containsExactly("until");
        }
        assertThat(admin.post("/schedules/" + id + "/override", "{}").wrongFields()).containsExactly("override");
    }

    @Test
    void given_the_star_code_when_it_is_dialled_twice_then_it_is_switched_and_back_and_the_record_names_the_phone() {
        String id = made(OFFICE.formatted("Office"));
        UUID schedule = UUID.fromString(id);
        Instant monday = Instant.parse("2026-11-23T03:00:00Z");
        ScheduleSwitch.Toggled closed = byCode.toggle(company.id(), schedule, "101", monday);
        assertThat(closed.state().open()).isFalse();
        assertThat(closed.switched()).isTrue();
        assertThat(closed.until()).isEqualTo("2026-11-27T13:00:00Z");
        assertThat(admin.get("/schedules/" + id).text("overrideUntil")).isEqualTo("2026-11-23T09:00:00Z");
        ScheduleSwitch.Toggled back = byCode.toggle(company.id(), schedule, "101", monday.plusSeconds(60));
        assertThat(back.state().rule()).isEqualTo(HoursState.WEEKLY_OPEN);
        assertThat(back.switched()).isFalse();
        assertThat(admin.get("/changes").http().body()).contains("\"changedBy\":\"101\"");
        UUID other = companies.open("Second").id();
        assertThatThrownBy(() -> byCode.toggle(other, schedule, "101", monday)).isInstanceOf(NotFound.class);
        assertThat(admin.get("/schedules/" + id).text("override")).isEqualTo("none");
    }

    @Test
    void given_something_that_leads_there_when_deleted_then_it_is_refused_with_its_name() {
        String id = made(OFFICE.formatted("Office"));
        String before = made("{\"name\":\"Before\",\"open\":{\"kind\":\"schedule\",\"id\":\"" + id + "\"}}");
        Api.Reply refused = admin.delete("/schedules/" + id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.http().body()).contains("Before");
        assertThat(admin.delete("/schedules/" + before).status()).isEqualTo(204);
        assertThat(admin.delete("/schedules/" + id).status()).isEqualTo(204);
        assertThat(admin.get("/schedules/" + id).status()).isEqualTo(404);
    }

    @Test
    void given_a_feed_that_cannot_be_read_when_it_is_read_now_then_the_answer_says_why() {
        String id = made("{\"name\":\"Fed\",\"feedUrl\":\"https://127.0.0.1/holidays.ics\"}");
        Api.Reply read = admin.post("/schedules/" + id + "/feed/read", "");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("feedProblem")).contains("private network");
        assertThat(read.body().path("feedReadAt").isNull()).isTrue();
    }

    @Test
    void given_another_company_when_it_asks_then_there_is_nothing() {
        String id = made(OFFICE.formatted("Office"));
        Api stranger = companies.open("Second").admin();
        assertThat(stranger.get("/schedules").body().path("items")).isEmpty();
        assertThat(stranger.get("/schedules/" + id + "/state").status()).isEqualTo(404);
        assertThat(stranger.post("/schedules/" + id + "/override", "{\"override\":\"closed\"}").status()).isEqualTo(404);
        assertThat(stranger.post("/schedules", "{\"name\":\"Theirs\",\"open\":{\"kind\":\"schedule\",\"id\":\"" + id + "\"}}").wrongFields()).containsExactly("open");
        assertThat(admin.get("/schedules/" + id).text("override")).isEqualTo("none");
    }

    private String made(String body) {
        Api.Reply made = admin.post("/schedules", body);
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        return made.text("id");
    }

    private void assertWrong(String body, String field) {
        Api.Reply refused = admin.post("/schedules", body);
        assertThat(refused.status()).as(body + refused.http().body()).isIn(400, 409, 422);
        assertThat(refused.wrongFields()).as(body).contains(field);
    }

    private void assertState(String id, String at, String state, String rule, String nextChange) {
        Api.Reply reply = admin.get("/schedules/" + id + "/state?at=" + at);
        assertThat(reply.text("state")).as(at).isEqualTo(state);
        assertThat(reply.text("rule")).as(at).isEqualTo(rule);
        assertThat(reply.text("nextChange")).as(at).isEqualTo(nextChange);
    }
}

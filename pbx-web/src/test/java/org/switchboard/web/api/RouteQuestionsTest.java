package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens if somebody calls, and the answers that a company relies on, as scripts see them. */
@ApiTest
final class RouteQuestionsTest {

    private static final String NUMBER = "+82212340001";

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;
    private String schedule;
    private String menu;

    /** A number that leads to office hours, a menu while open, and mailbox 200 else. */
    @BeforeEach
    void build() {
        company = companies.open("Asked");
        admin = company.admin();
        admin.patch("/tenant", "{\"timeZone\":\"Asia/Seoul\",\"country\":\"KR\"}");
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        admin.post("/extensions/101/devices", "{\"name\":\"Desk\"}");
        admin.post("/extensions", "{\"number\":\"102\",\"name\":\"Daniel\"}");
        admin.post("/voicemail-boxes", "{\"number\":\"200\",\"name\":\"Office\"}");
        String prompt = database.prompt(company.id(), "Welcome").toString();
        menu = admin.post("/menus", """
                {"name":"Main menu","promptId":"%s","keys":{"1":{"kind":"extension","number":"101"},"9":{"kind":"hangup","value":"busy"}}}"""
                .formatted(prompt)).text("id");
        schedule = admin.post("/schedules", """
                {"name":"Office hours","timeZone":"Asia/Seoul","hours":[{"day":"monday","opens":"09:00","closes":"18:00"}],
                 "days":[{"name":"Christmas","firstDay":"2026-12-25"}],"open":{"kind":"menu","id":"%s"},"closed":{"kind":"voicemail","number":"200"}}"""
                .formatted(menu)).text("id");
        UUID number = database.number(company.id(), NUMBER);
        database.jdbc().sql("insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id) values (:tenant, :node, 'to', 'schedule', :to)")
                .param("tenant", company.id()).param("node", number).param("to", UUID.fromString(schedule)).update();
    }

    private Api.Reply ask(String question) {
        return admin.post("/route/evaluate", question);
    }

    @Test
    void given_a_monday_morning_and_a_key_when_asked_then_the_way_and_its_end_are_told() {
        Api.Reply answer = ask("""
                {"number":"02-1234-0001","caller":"010-1234-5678","at":"2026-11-23T10:00","digits":"1"}""");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.body().at("/end/kind").asString()).isEqualTo("extension");
        assertThat(answer.body().at("/end/name").asString()).isEqualTo("101");
        assertThat(kinds(answer)).containsExactly("number", "schedule", "menu", "menu", "extension");
        assertThat(answer.body().at("/steps/1/reason").asString()).isEqualTo("Office hours: open by the weekly hours, 09:00 to 18:00.");
        assertThat(answer.body().at("/steps/1/alternatives/0/to").asString()).isEqualTo("200 Office");
        assertThat(answer.body().at("/steps/0/reason").asString()).isEqualTo("02-1234-0001 leads to Office hours.");
    }

    @Test
    void given_christmas_when_asked_in_korean_then_the_holiday_decides() {
        Api.Reply answer = admin.with("Accept-Language", "ko").post("/route/evaluate", """
                {"number":"%s","caller":"anonymous","at":"2026-12-25T10:00:00+09:00"}""".formatted(NUMBER));
        assertThat(answer.body().at("/end/kind").asString()).isEqualTo("voicemail");
        assertThat(answer.body().at("/end/name").asString()).isEqualTo("200");
        assertThat(answer.body().at("/steps/1/reason").asString()).isEqualTo("Office hours: 휴일(Christmas)입니다.");
    }

    @Test
    void given_an_extension_as_caller_when_asked_then_it_may_dial_anything() {
        assertThat(ask("{\"number\":\"102\",\"caller\":\"101\"}").body().at("/end/name").asString()).isEqualTo("not_registered");
        assertThat(ask("{\"number\":\"*43\",\"caller\":\"101\"}").body().at("/end/name").asString()).isEqualTo("echo");
        assertThat(ask("{\"number\":\"101\",\"caller\":\"102\",\"ifRung\":\"busy\"}").body().at("/end/name").asString()).isEqualTo("busy");
    }

    @Test
    void given_fields_that_cannot_be_accepted_when_asked_then_each_is_named() {
        assertThat(ask("{\"number\":\"+82299999999\",\"caller\":\"\"}").wrongFields()).containsExactly("number");
        assertThat(ask("{\"number\":\"%s\",\"caller\":\"somebody\"}".formatted(NUMBER)).wrongFields()).containsExactly("caller");
        assertThat(ask("{\"number\":\"%s\",\"at\":\"tomorrow\"}".formatted(NUMBER)).wrongFields()).containsExactly("at");
        assertThat(ask("{\"number\":\"%s\",\"digits\":\"1a\"}".formatted(NUMBER)).wrongFields()).containsExactly("digits");
        assertThat(ask("{\"number\":\"%s\",\"ifRung\":\"gone\"}".formatted(NUMBER)).wrongFields()).containsExactly("ifRung");
        assertThat(ask("{\"number\":\"%s\",\"digits\":\"1a\",\"at\":\"x\"}".formatted(NUMBER)).wrongFields()).containsExactlyInAnyOrder("at", "digits");
        assertThat(ask("{}").wrongFields()).contains("number");
        assertThat(ask("{\"number\":\"%s\",\"at\":\"9999-01-01T00:00:00Z\"}".formatted(NUMBER)).wrongFields()).containsExactly("at");
    }

    @Test
    void given_another_company_when_it_asks_about_our_number_then_it_is_not_theirs() {
        Api other = companies.open("Stranger").admin();
        assertThat(other.post("/route/evaluate", "{\"number\":\"%s\",\"caller\":\"\"}".formatted(NUMBER)).wrongFields()).containsExactly("number");
        relied("Mine", "2026-12-25T10:00", "voicemail", "200");
        assertThat(other.get("/route/assertions").body().path("items").size()).isZero();
        assertThat(other.post("/route/assertions/run", null).body().path("results").size()).isZero();
    }

    private Api.Reply relied(String name, String at, String kind, String end) {
        Api.Reply made = admin.post("/route/assertions", """
                {"name":"%s","number":"02-1234-0001","caller":"","at":"%s","digits":"1","expect":{"kind":"%s","name":"%s"}}""".formatted(name, at, kind, end));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        return made;
    }

    @Test
    void given_an_assertion_when_a_change_would_break_it_then_it_is_stopped_until_confirmed() {
        Api.Reply made = relied("Christmas is closed", "2026-12-25T10:00", "voicemail", "200");
        relied("Mondays reach Mina", "2026-11-23T10:00", "extension", "101");
        assertThat(made.body().path("holds").asBoolean()).isTrue();
        String before = admin.get("/schedules/" + schedule).http().body();

        String change = "{\"days\":[]," + "\"hours\":[{\"day\":\"friday\",\"opens\":\"09:00\",\"closes\":\"18:00\"}]}";
        Api.Reply refused = admin.patch("/schedules/" + schedule, change);
        assertThat(refused.status()).as(refused.http().body()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:switchboard:problem:assertions-broken");
        assertThat(refused.wrongFields()).hasSize(2).contains(made.text("id"));
        assertThat(refused.http().body()).contains("Christmas is closed").contains("expects Voicemail 200; now it would be Extension 101. "
                + "Office hours: open by the weekly hours, 09:00 to 18:00.");
        assertThat(admin.get("/schedules/" + schedule).http().body()).isEqualTo(before);

        assertThat(admin.with("Confirm", "assertions").patch("/schedules/" + schedule, change).status()).isEqualTo(200);
        assertThat(admin.get("/route/assertions/" + made.text("id")).body().path("holds").asBoolean()).isFalse();
        Api.Reply run = admin.post("/route/assertions/run", null);
        assertThat(run.body().path("failed").asInt()).isEqualTo(2);
        assertThat(run.body().at("/results/0/end/name").asString()).isEqualTo("101");
        // What does not hold any more stops nothing.
        assertThat(admin.patch("/menus/" + menu, "{\"name\":\"Other\"}").status()).isEqualTo(200);
    }

    @Test
    void given_an_assertion_when_a_change_does_not_touch_its_way_then_nobody_is_asked() {
        relied("Christmas is closed", "2026-12-25T10:00", "voicemail", "200");
        assertThat(admin.post("/extensions", "{\"number\":\"103\",\"name\":\"Jisoo\"}").status()).isEqualTo(201);
        assertThat(admin.patch("/menus/" + menu, "{\"tries\":2}").status()).isEqualTo(200);
    }

    @Test
    void given_an_idempotent_request_when_it_would_break_an_assertion_then_it_is_refused_and_may_come_again() {
        admin.post("/route/assertions", """
                {"name":"101 is free","number":"105","caller":"101","expect":{"kind":"refuse","name":"unknown_number"}}""");
        Api again = admin.with("Idempotency-Key", "k-" + company.slug());
        assertThat(again.post("/extensions", "{\"number\":\"105\",\"name\":\"New\"}").status()).isEqualTo(409);
        assertThat(admin.get("/extensions/105").status()).isEqualTo(404);
        assertThat(again.with("Confirm", "assertions").post("/extensions", "{\"number\":\"105\",\"name\":\"New\"}").status()).isEqualTo(201);
    }

    @Test
    void given_what_must_be_passed_when_it_is_passed_or_not_then_it_holds_or_not() {
        String body = """
                {"name":"%s","number":"%s","at":"2026-11-23T10:00","digits":"1","expect":{"kind":"extension","name":"101"},
                 "passes":[{"kind":"menu","name":"%s"},{"kind":"schedule","name":"office hours"}]}""";
        assertThat(admin.post("/route/assertions", body.formatted("A", NUMBER, "Main menu")).body().path("holds").asBoolean()).isTrue();
        assertThat(admin.post("/route/assertions", body.formatted("B", NUMBER, "Other menu")).body().path("holds").asBoolean()).isFalse();
        Api.Reply run = admin.post("/route/assertions/run", null);
        assertThat(run.body().path("passed").asInt()).isEqualTo(1);
        assertThat(run.body().at("/results/1/missed/0/name").asString()).isEqualTo("Other menu");
        assertThat(admin.post("/route/assertions", body.formatted("A", NUMBER, "Main menu")).status()).isEqualTo(409);
    }

    @Test
    void given_a_caller_who_goes_when_asked_then_the_question_is_gone_and_its_deletion_is_stopped() {
        admin.post("/route/assertions", """
                {"name":"Daniel reaches Mina","number":"101","caller":"102","expect":{"kind":"extension","name":"101"}}""");
        Api.Reply refused = admin.delete("/extensions/102");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.http().body()).contains("the question can no longer be asked");
        assertThat(admin.with("Confirm", "assertions").delete("/extensions/102").status()).isEqualTo(204);
        assertThat(admin.post("/route/assertions/run", null).body().at("/results/0/end/kind").asString()).isEqualTo("gone");
    }

    private static List<String> kinds(Api.Reply answer) {
        return answer.body().path("steps").valueStream().map(step -> step.path("kind").asString()).toList();
    }
}

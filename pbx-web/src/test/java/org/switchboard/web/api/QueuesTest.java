package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a script does with queues, agents and what they share, and what it may not. */
@ApiTest
final class QueuesTest {

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;

    @BeforeEach
    void openCompany() {
        company = companies.open("Queues");
        admin = company.admin();
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        admin.post("/extensions", "{\"number\":\"102\",\"name\":\"Daniel\"}");
        admin.post("/skills", "{\"name\":\"Korean\"}");
        admin.post("/agents", "{\"extension\":\"101\",\"skills\":[{\"skill\":\"Korean\",\"level\":8}]}");
        admin.post("/agents", "{\"extension\":\"102\",\"number\":\"202\",\"name\":\"Dan\"}");
    }

    @Test
    void given_a_name_when_a_queue_is_made_then_everything_else_has_its_default() {
        Api.Reply made = admin.post("/queues", "{\"name\":\"Support\"}");

        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(made.body().at("/offers/strategy").asString()).isEqualTo("longest_idle");
        assertThat(made.body().at("/limits/joinWhen").asString()).isEqualTo("signed_in");
        assertThat(made.body().at("/limits/maxLength").isNull()).isTrue();
        assertThat(made.body().at("/serviceLevel/percent").asInt()).isEqualTo(80);
        assertThat(made.body().path("agents").size()).isZero();
    }

    @Test
    void given_a_group_of_settings_when_a_part_is_patched_then_the_rest_of_it_stays() {
        String path = "/queues/" + admin.post("/queues", """
                {"name":"Support","limits":{"maxLength":50,"maxWaitSeconds":600},"agents":[{"agent":"101"},{"agent":"202","tier":2}],
                 "tiers":[{"tier":2,"opensAfterSeconds":30}],"skills":[{"skill":"Korean","level":3,"relaxSeconds":20}],
                 "full":{"kind":"hangup","value":"busy"},"keys":{"9":{"kind":"extension","number":"101"}}}""").text("id");

        Api.Reply changed = admin.patch(path, "{\"limits\":{\"maxLength\":7},\"offers\":{\"ringSeconds\":15},\"number\":\"700\"}");

        assertThat(changed.status()).as(changed.http().body()).isEqualTo(200);
        assertThat(changed.body().at("/limits/maxLength").asInt()).isEqualTo(7);
        assertThat(changed.body().at("/limits/maxWaitSeconds").asInt()).isEqualTo(600);
        assertThat(changed.body().at("/offers/setAsideSeconds").asInt()).isEqualTo(60);
        assertThat(changed.body().at("/agents/1/agent").asString()).isEqualTo("202");
        assertThat(changed.body().at("/agents/1/tier").asInt()).isEqualTo(2);
        assertThat(changed.body().at("/keys/9/name").asString()).isEqualTo("101 Mina");
        assertThat(admin.patch(path, "{\"limits\":null}").body().at("/limits/maxLength").isNull()).isTrue();
        assertThat(admin.patch(path, "{\"agents\":[{\"agent\":\"202\"}]}").body().path("agents").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"offers\":{\"ringSeconds\":4}|offers.ringSeconds", "\"limits\":{\"maxLength\":0}|limits.maxLength", "\"limits\":{\"zzz\":1}|limits.zzz",
        "\"priority\":11|priority", "\"agingSeconds\":5|agingSeconds", "\"agents\":[{\"agent\":\"999\"}]|agents[0]", "\"agents\":[null]|agents[0]",
        "\"agents\":[{\"agent\":\"101\"},{\"agent\":\"101\"}]|agents[1]", "\"agents\":[{\"agent\":\"101\",\"tier\":10}]|agents[0].tier",
        "\"tiers\":[{\"tier\":2,\"opensAfterSeconds\":60},{\"tier\":3,\"opensAfterSeconds\":30}]|tiers[1].opensAfterSeconds",
        "\"skills\":[{\"skill\":\"Chinese\"}]|skills[0]", "\"skills\":[{\"skill\":\"Korean\",\"level\":11}]|skills[0].level",
        "\"keys\":{\"A\":{\"kind\":\"hangup\",\"value\":\"busy\"}}|keys.A", "\"maxWait\":{\"kind\":\"queue\",\"number\":\"799\"}|maxWait",
        "\"callback\":{\"key\":\"12\"}|callback.key", "\"callback\":{\"scheduleId\":\"0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f\"}|callback.scheduleId",
        "\"sounds\":{\"musicPromptId\":\"0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f\"}|sounds.musicPromptId", "\"alerts\":{\"emails\":[\"x\"]}|alerts.emails",
        "\"name\":\"\"|name", "\"number\":\"012\"|number"})
    void given_a_field_of_a_queue_that_is_wrong_when_patched_then_it_is_named(String field, String named) {
        String path = "/queues/" + admin.post("/queues", "{\"name\":\"Support\"}").text("id");

        Api.Reply reply = admin.patch(path, "{" + field + "}");

        assertThat(reply.status()).as(reply.http().body()).isEqualTo(422);
        assertThat(reply.wrongFields()).containsExactly(named);
    }

    @Test
    void given_an_extension_when_it_becomes_an_agent_then_name_and_number_are_its_own_and_nobody_is_two() {
        Api.Reply mina = admin.get("/agents?search=mina").body().path("items").isEmpty() ? null : admin.get("/agents?search=mina");
        assertThat(mina).isNotNull();
        assertThat(mina.body().at("/items/0/number").asString()).isEqualTo("101");
        assertThat(mina.body().at("/items/0/skills/0/level").asInt()).isEqualTo(8);

        assertThat(admin.post("/agents", "{\"extension\":\"101\",\"number\":\"303\"}").wrongFields()).containsExactly("extension");
        assertThat(admin.post("/agents", "{\"name\":\"X\",\"number\":\"101\"}").wrongFields()).containsExactly("number");
        assertThat(admin.post("/agents", "{\"name\":\"X\"}").wrongFields()).containsExactly("number");
        assertThat(admin.post("/agents", "{\"name\":\"X\",\"number\":\"303\",\"queues\":[{\"queue\":\"None\"}]}").wrongFields()).containsExactly("queues[0]");
        assertThat(admin.post("/agents", "{\"name\":\"X\",\"number\":\"303\",\"userId\":\"%s\"}".formatted(UUID.randomUUID())).wrongFields()).containsExactly("userId");
        assertThat(admin.get("/agents").body().path("items").size()).isEqualTo(2);
    }

    @Test
    void given_what_is_used_when_deleted_then_it_is_refused_until_it_is_not() {
        UUID prompt = database.prompt(company.id(), "Welcome");
        String hours = admin.post("/schedules", "{\"name\":\"Office\"}").text("id");
        String skill = admin.get("/skills").body().at("/items/0/id").asString();
        String queue = admin.post("/queues", """
                {"name":"Support","number":"700","sounds":{"musicPromptId":"%s"},"callback":{"key":"5","scheduleId":"%s"}}""".formatted(prompt, hours)).text("id");
        String group = admin.post("/ring-groups", "{\"name\":\"Sales\",\"noAnswer\":{\"kind\":\"queue\",\"number\":\"700\"}}").text("id");

        assertThat(admin.delete("/prompts/" + prompt).status()).isEqualTo(409);
        assertThat(admin.delete("/schedules/" + hours).status()).isEqualTo(409);
        assertThat(admin.delete("/skills/" + skill).status()).isEqualTo(409);
        assertThat(admin.delete("/queues/" + queue).status()).isEqualTo(409);
        assertThat(admin.post("/extensions", "{\"number\":\"700\",\"name\":\"Late\"}").status()).isEqualTo(409);

        admin.delete("/ring-groups/" + group);
        assertThat(admin.delete("/queues/" + queue).status()).isEqualTo(204);
        assertThat(admin.delete("/schedules/" + hours).status()).isEqualTo(204);
        assertThat(admin.delete("/prompts/" + prompt).status()).isEqualTo(204);
    }

    @Test
    void given_small_lists_then_they_keep_their_own_rules() {
        assertThat(admin.post("/pause-reasons", "{\"name\":\"Lunch\"}").text("digit")).isEqualTo("1");
        assertThat(admin.post("/pause-reasons", "{\"name\":\"Break\"}").text("digit")).isEqualTo("2");
        assertThat(admin.post("/pause-reasons", "{\"name\":\"Lunch\"}").wrongFields()).containsExactly("name");
        assertThat(admin.post("/pause-reasons", "{\"name\":\"Other\",\"digit\":\"2\"}").wrongFields()).containsExactly("digit");
        assertThat(admin.post("/disposition-codes", "{\"name\":\"Solved\",\"queue\":\"None\"}").wrongFields()).containsExactly("queue");
        assertThat(admin.post("/caller-priorities", "{\"matches\":\"caller\",\"number\":\"12\",\"priority\":9}").wrongFields()).containsExactly("number");
        assertThat(admin.post("/caller-priorities", "{\"matches\":\"caller\",\"number\":\"+12125550177\",\"priority\":0}").wrongFields()).containsExactly("priority");
        assertThat(admin.post("/caller-priorities", "{\"matches\":\"caller\",\"number\":\"+12125550177\",\"priority\":9}").text("number")).isEqualTo("+12125550177");
    }

    @Test
    void given_supervisors_when_bound_to_a_queue_then_only_supervisors_are_and_each_once() {
        String queue = admin.post("/queues", "{\"name\":\"Support\"}").text("id");
        String lead = admin.post("/users", "{\"email\":\"lead@%s.example\",\"name\":\"Lead\",\"role\":\"supervisor\"}".formatted(company.slug())).text("id");
        String user = admin.post("/users", "{\"email\":\"user@%s.example\",\"name\":\"User\"}".formatted(company.slug())).text("id");
        String path = "/queues/" + queue + "/supervisors";

        Api.Reply bound = admin.send("PUT", path, "{\"supervisors\":[{\"userId\":\"%s\",\"mayBarge\":false}]}".formatted(lead));

        assertThat(bound.body().at("/items/0/mayListen").asBoolean()).isTrue();
        assertThat(bound.body().at("/items/0/mayBarge").asBoolean()).isFalse();
        assertThat(admin.send("PUT", path, "{\"supervisors\":[{\"userId\":\"%s\"}]}".formatted(user)).wrongFields()).containsExactly("supervisors[0]");
        assertThat(admin.send("PUT", path, "{\"supervisors\":[{\"userId\":\"%s\"},{\"userId\":\"%s\"}]}".formatted(lead, lead)).wrongFields())
                .containsExactly("supervisors[1]");
        assertThat(admin.get(path).body().path("items").size()).isEqualTo(1);
        assertThat(admin.send("PUT", path, "{\"supervisors\":[]}").body().path("items").size()).isZero();
    }

    @Test
    void given_a_supervisor_of_one_queue_when_it_is_to_be_deleted_then_it_is_refused_since_he_would_supervise_all() {
        String queue = admin.post("/queues", "{\"name\":\"Support\"}").text("id");
        String user = admin.post("/users", "{\"email\":\"sam@%s.example\",\"name\":\"Sam\",\"role\":\"supervisor\"}".formatted(company.slug())).text("id");
        admin.send("PUT", "/queues/" + queue + "/supervisors", "{\"supervisors\":[{\"userId\":\"%s\"}]}".formatted(user));

        Api.Reply refused = admin.delete("/queues/" + queue);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.http().body()).contains("Sam");
        admin.send("PUT", "/queues/" + queue + "/supervisors", "{\"supervisors\":[]}");
        assertThat(admin.delete("/queues/" + queue).status()).isEqualTo(204);
    }

    @Test
    void given_changes_of_a_queue_when_read_then_they_say_what_of_whom() {
        String path = "/queues/" + admin.post("/queues", "{\"name\":\"Support\",\"agents\":[{\"agent\":\"101\"}]}").text("id");
        admin.patch(path, "{\"alerts\":{\"emails\":[\"a@b.example\",\"c@d.example\"]},\"agents\":[{\"agent\":\"101\",\"tier\":3}]}");

        String changes = admin.get("/changes").http().body();

        assertThat(changes).contains("queue_agent").contains("Mina").contains("alert_emails").contains("c@d.example").contains("tier");
    }

    @Test
    void given_a_question_about_a_queue_then_it_ends_there() {
        admin.post("/queues", "{\"name\":\"Support\",\"number\":\"700\"}");
        Api.Reply answer = admin.post("/route/evaluate", "{\"number\":\"700\",\"caller\":\"101\"}");
        assertThat(answer.body().at("/end/kind").asString()).as(answer.http().body()).isEqualTo("queue");
        assertThat(answer.body().at("/end/name").asString()).isEqualTo("Support");
        assertThat(admin.post("/route/assertions", """
                {"name":"Support waits","number":"700","caller":"101","expect":{"kind":"queue","name":"Support"}}""").status()).isEqualTo(201);
    }
}

package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a script does with menus, ring groups, announcements and forwarding, and what it may not. */
@ApiTest
final class FlowsTest {

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;
    private UUID prompt;

    @BeforeEach
    void openCompany() {
        company = companies.open("Flows");
        admin = company.admin();
        prompt = database.prompt(company.id(), "Welcome");
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        admin.post("/extensions", "{\"number\":\"102\",\"name\":\"Daniel\"}");
    }

    @Test
    void given_a_menu_when_made_patched_and_deleted_then_its_keys_lead_where_it_says() {
        Api.Reply made = admin.post("/menus", """
                {"name":"Main","number":"200","promptId":"%s","keys":{"1":{"kind":"extension","number":"101"},"#":{"kind":"hangup","value":"busy"}},
                 "noInput":{"kind":"outside_number","value":"+82212345678"}}""".formatted(prompt));

        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(made.body().at("/keys/1/name").asString()).isEqualTo("101 Mina");
        assertThat(made.body().at("/keys/#/value").asString()).isEqualTo("busy");
        assertThat(made.body().at("/noInput/value").asString()).isEqualTo("+82212345678");
        assertThat(made.body().at("/wrongInput").isNull()).isTrue();

        String path = "/menus/" + made.text("id");
        Api.Reply changed = admin.patch(path, "{\"keys\":{\"2\":{\"kind\":\"menu\",\"number\":\"200\"}},\"noInput\":null,\"tries\":5}");
        assertThat(changed.body().path("keys").propertyNames()).containsExactly("2");
        assertThat(changed.body().at("/keys/2/id").asString()).isEqualTo(made.text("id"));
        assertThat(changed.body().at("/noInput").isNull()).isTrue();
        assertThat(changed.body().path("tries").asInt()).isEqualTo(5);
        assertThat(changed.text("number")).isEqualTo("200");
        assertThat(admin.get("/menus?search=ma").body().path("items").size()).isEqualTo(1);

        // That it leads to itself does not keep it.
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void given_a_menu_that_points_at_what_is_not_there_when_posted_then_422_names_the_key_and_nothing_is_made() {
        Api.Reply reply = admin.post("/menus", """
                {"name":"Main","promptId":"%s","keys":{"1":{"kind":"extension","number":"199"},"2":{"kind":"menu","id":"%s"},"3":{},
                 "4":{"kind":"outside_number","value":"021234567"},"5":{"kind":"hangup","value":"gone"}}}""".formatted(prompt, UUID.randomUUID()));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.wrongFields()).containsExactlyInAnyOrder("keys.1", "keys.2", "keys.3", "keys.4", "keys.5");
        assertThat(admin.get("/menus").body().path("items").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"keys\":{\"A\":{\"kind\":\"hangup\",\"value\":\"busy\"}}|keys.A", "\"excluded\":[\"12a\"]|excluded", "\"excluded\":[null]|excluded",
        "\"tries\":0|tries", "\"number\":\"012\"|number", "\"promptId\":\"0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f\"|promptId", "\"promptId\":null|promptId",
        "\"wrongPromptId\":\"0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f\"|wrongPromptId", "\"keys\":{\"1\":{\"kind\":\"fax\"}}|keys.1.kind",
        "\"keys\":{\"1\":{\"kind\":\"menu\",\"zzz\":1}}|keys.1.zzz", "\"keys\":[]|keys", "\"name\":\"a\\nb\"|name"})
    void given_a_field_of_a_menu_that_is_wrong_when_patched_then_422_names_it(String field, String named) {
        String path = "/menus/" + admin.post("/menus", "{\"name\":\"Main\",\"promptId\":\"%s\"}".formatted(prompt)).text("id");

        Api.Reply reply = admin.patch(path, "{" + field + "}");

        assertThat(reply.status()).as(reply.http().body()).isEqualTo(422);
        assertThat(reply.wrongFields()).containsExactly(named);
    }

    @Test
    void given_a_number_that_an_extension_has_when_a_menu_or_group_takes_it_then_409_and_the_other_way_round() {
        assertThat(admin.post("/menus", "{\"name\":\"Main\",\"number\":\"101\",\"promptId\":\"%s\"}".formatted(prompt)).status()).isEqualTo(409);
        assertThat(admin.post("/ring-groups", "{\"name\":\"Sales\",\"number\":\"103\"}").status()).isEqualTo(201);

        Api.Reply taken = admin.post("/extensions", "{\"number\":\"103\",\"name\":\"Late\"}");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.wrongFields()).containsExactly("number");
        assertThat(admin.post("/ring-groups", "{\"name\":\"Sales\"}").wrongFields()).containsExactly("name");
    }

    @Test
    void given_a_thing_that_something_leads_to_when_deleted_then_409_says_what() {
        String group = admin.post("/ring-groups", "{\"name\":\"Sales\"}").text("id");
        String announcement = admin.post("/announcements", """
                {"name":"Hold on","promptId":"%s","next":{"kind":"ring_group","id":"%s"}}""".formatted(prompt, group)).text("id");

        Api.Reply refused = admin.delete("/ring-groups/" + group);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.http().body()).contains("Hold on");
        assertThat(admin.patch("/announcements/" + announcement, "{\"next\":{\"kind\":\"extension\",\"number\":\"102\"}}").status()).isEqualTo(200);
        assertThat(admin.delete("/extensions/102").status()).isEqualTo(409);
        assertThat(admin.delete("/ring-groups/" + group).status()).isEqualTo(204);
        assertThat(admin.delete("/announcements/" + announcement).status()).isEqualTo(204);
        assertThat(admin.delete("/extensions/102").status()).isEqualTo(204);
    }

    @Test
    void given_an_extension_that_a_number_leads_to_when_deleted_then_409_and_its_places_in_ring_groups_do_not_keep_it() {
        String number = admin.post("/numbers", """
                {"number":"+1347555%04d","to":{"kind":"extension","number":"102"}}""".formatted(ThreadLocalRandom.current().nextInt(10_000))).text("number");
        String group = admin.post("/ring-groups", """
                {"name":"Sales","members":[{"extension":"101"},{"extension":"102"}]}""").text("id");
        admin.post("/voicemail-boxes", "{\"extension\":\"102\"}");

        Api.Reply refused = admin.delete("/extensions/102");

        assertThat(refused.status()).as(refused.http().body()).isEqualTo(409);
        assertThat(refused.http().body()).contains(number);
        assertThat(admin.get("/extensions/102").status()).isEqualTo(200);
        assertThat(admin.delete("/numbers/" + number).status()).isEqualTo(204);
        assertThat(admin.delete("/extensions/102").status()).isEqualTo(204);
        assertThat(admin.get("/ring-groups/" + group).body().path("members").valueStream().map(member -> member.path("extension").asString()))
                .containsExactly("101");
        assertThat(admin.get("/voicemail-boxes/102").body().path("extension").isNull()).isTrue();
    }

    @Test
    void given_a_ring_group_when_made_then_its_members_ring_in_order() {
        Api.Reply made = admin.post("/ring-groups", """
                {"name":"Sales","strategy":"in_order","members":[{"extension":"102"},{"outsideNumber":"+821012345678","delaySeconds":5},{"extension":"101"}],
                 "noAnswer":{"kind":"extension","number":"101"}}""");

        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(made.body().path("members").valueStream().map(member -> member.path("name").asString()))
                .containsExactly("Daniel", "+821012345678", "Mina");
        assertThat(made.body().at("/noAnswer/name").asString()).isEqualTo("101 Mina");

        Api.Reply changed = admin.patch("/ring-groups/" + made.text("id"), "{\"members\":[{\"extension\":\"101\"}],\"skipBusy\":false}");
        assertThat(changed.body().path("members").size()).isEqualTo(1);
        assertThat(changed.text("strategy")).isEqualTo("in_order");
        assertThat(changed.body().at("/noAnswer/name").asString()).isEqualTo("101 Mina");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[{\"extension\":\"101\"},{\"extension\":\"199\"}]|members[1]", "[{\"extension\":\"101\"},{\"extension\":\"101\"}]|members[1]",
        "[{}]|members[0]", "[null]|members[0]", "[{\"extension\":\"101\",\"outsideNumber\":\"+82212345678\"}]|members[0]",
        "[{\"outsideNumber\":\"112\"}]|members[0]", "[{\"extension\":\"101\",\"delaySeconds\":61}]|members[0]"})
    void given_members_that_are_wrong_when_posted_then_422_names_the_place(String members, String named) {
        Api.Reply reply = admin.post("/ring-groups", "{\"name\":\"Sales\",\"members\":" + members + "}");

        assertThat(reply.status()).as(reply.http().body()).isEqualTo(422);
        assertThat(reply.wrongFields()).containsExactly(named);
        assertThat(admin.get("/ring-groups").body().path("items").size()).isZero();
    }

    @Test
    void given_a_forwarding_when_patched_then_others_stay_and_outside_may_differ() {
        assertThat(admin.patch("/extensions/101/forwarding", "{\"busy\":{\"kind\":\"extension\",\"number\":\"102\"}}").status()).isEqualTo(200);

        Api.Reply both = admin.patch("/extensions/101/forwarding", "{\"outsideBusy\":{\"kind\":\"hangup\",\"value\":\"unavailable\"}}");

        assertThat(both.body().at("/busy/name").asString()).isEqualTo("102 Daniel");
        assertThat(both.body().at("/outsideBusy/value").asString()).isEqualTo("unavailable");
        assertThat(both.body().at("/always").isNull()).isTrue();
        assertThat(admin.patch("/extensions/101/forwarding", "{\"busy\":null}").body().at("/busy").isNull()).isTrue();
    }

    @Test
    void given_a_forwarding_to_itself_when_patched_then_422_and_one_that_comes_back_is_told() {
        assertThat(admin.patch("/extensions/101/forwarding", "{\"always\":{\"kind\":\"extension\",\"number\":\"101\"}}").wrongFields())
                .containsExactly("always");
        admin.patch("/extensions/101/forwarding", "{\"always\":{\"kind\":\"extension\",\"number\":\"102\"}}");

        Api.Reply round = admin.patch("/extensions/102/forwarding", "{\"always\":{\"kind\":\"extension\",\"number\":\"101\"}}");

        assertThat(round.status()).isEqualTo(200);
        assertThat(round.body().path("loop").valueStream().map(name -> name.asString())).containsExactly("101 Mina", "102 Daniel");
    }

    @Test
    void given_a_class_of_service_when_forwarding_outside_then_only_as_far_as_it_goes() {
        admin.patch("/tenant", "{\"country\":\"KR\"}");
        String national = "{\"always\":{\"kind\":\"outside_number\",\"value\":\"+82212345678\"}}";
        String abroad = "{\"always\":{\"kind\":\"outside_number\",\"value\":\"+442079460123\"}}";

        assertThat(admin.patch("/extensions/101/forwarding", national).wrongFields()).containsExactly("always");
        admin.patch("/extensions/101", "{\"mayCall\":\"national\"}");
        assertThat(admin.patch("/extensions/101/forwarding", national).status()).isEqualTo(200);
        assertThat(admin.patch("/extensions/101/forwarding", abroad).wrongFields()).containsExactly("always");
        // What is there already does not stand in the way of another change.
        admin.patch("/extensions/101", "{\"mayCall\":\"internal\"}");
        assertThat(admin.patch("/extensions/101/forwarding", "{\"busy\":{\"kind\":\"extension\",\"number\":\"102\"}}").status()).isEqualTo(200);
    }

    @Test
    void given_an_extension_when_patched_then_it_may_be_left_alone_and_hide_its_number() {
        Api.Reply reply = admin.patch("/extensions/101", "{\"doNotDisturb\":true,\"hideCallerId\":true,\"mayCall\":\"international\"}");

        assertThat(reply.body().path("doNotDisturb").asBoolean()).isTrue();
        assertThat(reply.body().path("hideCallerId").asBoolean()).isTrue();
        assertThat(reply.text("mayCall")).isEqualTo("international");
        assertThat(admin.patch("/extensions/101", "{\"callerIdNumberId\":\"0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f\"}").wrongFields())
                .containsExactly("callerIdNumberId");
    }

    @Test
    void given_another_company_when_its_things_are_named_then_they_are_as_unknown_ones() {
        Api other = companies.open("Elsewhere").admin();
        String theirs = other.post("/ring-groups", "{\"name\":\"Theirs\"}").text("id");

        assertThat(admin.post("/announcements", """
                {"name":"Mine","promptId":"%s","next":{"kind":"ring_group","id":"%s"}}""".formatted(prompt, theirs)).wrongFields())
                .containsExactly("next");
        assertThat(other.post("/announcements", "{\"name\":\"Mine\",\"promptId\":\"%s\"}".formatted(prompt)).wrongFields()).containsExactly("promptId");
        assertThat(other.post("/ring-groups", "{\"name\":\"Mine\",\"members\":[{\"extension\":\"101\"}]}").wrongFields()).containsExactly("members[0]");
    }
}

package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a script does with tenants, extensions, devices, users and tokens. */
@ApiTest
final class ResourcesTest {

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;

    @BeforeEach
    void openCompany() {
        company = companies.open("Resources");
        admin = company.admin();
    }

    @Test
    void given_a_new_tenant_when_made_then_its_token_makes_extensions_and_devices() {
        Api.Reply extension = admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        Api.Reply device = admin.post("/extensions/101/devices", "{\"name\":\"Desk\"}");

        assertThat(extension.status()).isEqualTo(201);
        assertThat(extension.header("Location")).isEqualTo("/api/v1/extensions/101");
        assertThat(extension.body().path("ringSeconds").asInt()).isEqualTo(25);
        assertThat(extension.body().has("userId")).isTrue();
        assertThat(device.status()).isEqualTo(201);
        assertThat(device.text("username")).matches("[a-z0-9]{16}");
        assertThat(device.text("password")).hasSize(24);
        assertThat(device.body().propertyNames()).containsExactlyInAnyOrder("id", "name", "kind", "encryption", "username", "password",
                "host", "port", "tlsPort", "wsUrl");
        assertThat(admin.get("/extensions/101/devices").http().body()).doesNotContain(device.text("password"));
    }

    @Test
    void given_a_tenant_when_its_slug_is_taken_then_409_and_no_token() {
        Api operator = companies.operator();

        Api.Reply again = operator.post("/tenants", "{\"slug\":\"%s\",\"name\":\"Again\"}".formatted(company.slug()));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.wrongFields()).containsExactly("slug");
        assertThat(operator.get("/tenants/" + company.slug()).text("name")).isEqualTo("Resources");
    }

    @Test
    void given_a_tenant_when_its_time_zone_is_unknown_then_422_names_that_field() {
        Api.Reply reply = companies.operator().post("/tenants", "{\"slug\":\"zone\",\"name\":\"Zone\",\"timeZone\":\"Mars/Base\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.wrongFields()).singleElement().asString().startsWith("timeZone");
    }

    @Test
    void given_an_extension_when_patched_then_absent_stays_and_null_is_the_default() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\",\"ringSeconds\":60,\"mayCall\":\"nobody\"}");

        Api.Reply changed = admin.with("Content-Type", "application/merge-patch+json")
                .patch("/extensions/101", "{\"name\":\"Mina Park\",\"mayCall\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Mina Park");
        assertThat(changed.body().path("ringSeconds").asInt()).isEqualTo(60);
        assertThat(changed.text("mayCall")).isEqualTo("internal");
    }

    @Test
    void given_an_extension_when_what_is_needed_is_patched_to_null_then_422() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");

        assertThat(admin.patch("/extensions/101", "{\"name\":null}").wrongFields()).containsExactly("name");
        assertThat(admin.get("/extensions/101").text("name")).isEqualTo("Mina");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"number\":\"101\",\"name\":\"x\",\"ringSecs\":9}         | 422 | ringSecs",
        "{\"number\":101,\"name\":\"x\"}                            | 422 | number",
        "{\"number\":\"101\",\"name\":\"x\",\"ringSeconds\":\"9\"}  | 422 | ringSeconds",
        "{\"number\":\"101\",\"name\":\"x\",\"ringSeconds\":9.5}    | 422 | ringSeconds",
        "{\"number\":\"101\",\"name\":\"x\",\"ringSeconds\":99999999999} | 422 | ringSeconds",
        "{\"number\":\"101\",\"name\":\"x\",\"ringSeconds\":4}      | 422 | ringSeconds",
        "{\"number\":\"101\",\"name\":\"x\",\"mayCall\":\"world\"}  | 422 | mayCall",
        "{\"number\":\"101\",\"name\":\"x\",\"mayCall\":1}          | 422 | mayCall",
        "{\"number\":\"101\",\"name\":\"x\",\"userId\":\"7\"}       | 422 | userId",
        "{\"number\":\"101\",\"name\":\"x\",\"userId\":\"0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f\"} | 422 | userId",
        "{\"number\":\"0101\",\"name\":\"x\"}                       | 422 | number",
        "{\"number\":\"101\"}                                       | 422 | name",
        "{\"number\":\"101\",\"name\":\"a\\u0000b\"}                | 422 | name",
        "{\"number\":\"101\",\"name\":\"a\\nb\"}                    | 422 | name",
        "{\"number\":{\"a\":1},\"name\":\"x\"}                      | 422 | number",
    })
    void given_a_field_that_is_wrong_when_posting_then_422_names_it(String json, int status, String field) {
        Api.Reply reply = admin.post("/extensions", json);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.wrongFields()).containsExactly(field);
        assertThat(reply.body().path("errors").get(0).path("message").asString()).isNotBlank();
        assertThat(admin.get("/extensions").body().path("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"number\":\"101\",", "[]", "\"x\"", "null", "{} {}", "{\"number\":\"101\"}}", "{\"number\":\"1\",\"number\":\"2\"}", "\u0001"})
    void given_a_body_that_is_not_one_json_object_when_posting_then_400(String json) {
        assertThat(admin.post("/extensions", json).status()).isEqualTo(400);
        assertThat(admin.post("/extensions", json).text("type")).isEqualTo("urn:switchboard:problem:malformed-body");
    }

    @Test
    void given_malformed_json_when_posting_then_the_answer_says_where() {
        assertThat(admin.post("/extensions", "{\n\"number\": x}").text("detail")).contains("(2:");
    }

    @Test
    void given_no_body_when_posting_then_400() {
        assertThat(admin.with("Content-Type", "application/json").post("/extensions", "").status()).isEqualTo(400);
        assertThat(admin.with("Content-Type", "application/json").patch("/extensions/101", "").status()).isEqualTo(400);
    }

    @Test
    void given_a_name_with_half_a_surrogate_pair_when_posting_then_it_is_no_fault_of_ours() {
        assertThat(admin.post("/extensions", "{\"number\":\"101\",\"name\":\"\\ud800\"}").status()).isLessThan(500);
    }

    @Test
    void given_a_name_with_markup_when_posted_then_it_comes_back_as_it_was() {
        String name = "<script>alert(1)</script> & 'Mina' \\\"박\\\"";

        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"" + name + "\"}");

        assertThat(admin.get("/extensions/101").text("name")).isEqualTo(name.replace("\\\"", "\""));
    }

    @Test
    void given_a_number_that_is_taken_when_posting_then_409_names_it() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");

        Api.Reply again = admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Other\"}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.wrongFields()).containsExactly("number");
    }

    @Test
    void given_extensions_when_listed_by_pages_then_each_comes_once_in_order() {
        for (String number : List.of("1000", "103", "101", "102", "20")) {
            admin.post("/extensions", "{\"number\":\"%s\",\"name\":\"N%s\"}".formatted(number, number));
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Api.Reply page = admin.get("/extensions?limit=2" + cursor);
            page.body().path("items").forEach(item -> seen.add(item.path("number").asString()));
            cursor = page.body().has("next") ? "&cursor=" + page.text("next") : null;
            pages++;
        } while (cursor != null);

        assertThat(seen).containsExactly("20", "101", "102", "103", "1000");
        assertThat(pages).isEqualTo(3);
        assertThat(admin.get("/extensions?search=10").body().path("items").size()).isEqualTo(4);
        assertThat(admin.get("/extensions?search=n20").body().path("items").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"cursor=x,cursor", "cursor=%2A,cursor", "cursor=dG9rZW5zOjE,cursor", "cursor=,cursor", "limit=0,limit", "limit=201,limit", "limit=ten,limit",
        "limit=1.5,limit", "limit=99999999999,limit", "serach=x,serach", "search=a%00b,search", "limit=1&limit=2,limit"})
    void given_a_parameter_that_is_wrong_when_listing_then_400_names_it(String query, String field) {
        Api.Reply reply = admin.get("/extensions?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.wrongFields()).containsExactly(field);
    }

    @Test
    void given_a_device_when_asked_for_under_another_extension_then_404_and_it_stays() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        admin.post("/extensions", "{\"number\":\"102\",\"name\":\"Daniel\"}");
        String id = admin.post("/extensions/101/devices", "{\"name\":\"Desk\"}").text("id");

        assertThat(admin.get("/extensions/102/devices/" + id).status()).isEqualTo(404);
        assertThat(admin.delete("/extensions/102/devices/" + id).status()).isEqualTo(404);
        assertThat(admin.get("/extensions/101/devices/" + id).status()).isEqualTo(200);
        assertThat(admin.get("/extensions/101/devices/nine").status()).isEqualTo(400);
    }

    @Test
    void given_a_device_when_its_password_is_reset_then_another_one_and_the_same_user_name() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        Api.Reply made = admin.post("/extensions/101/devices", "{\"name\":\"Desk\",\"kind\":\"browser\"}");

        Api.Reply reset = admin.post("/extensions/101/devices/" + made.text("id") + "/password", null);

        assertThat(reset.status()).isEqualTo(200);
        assertThat(reset.text("username")).isEqualTo(made.text("username"));
        assertThat(reset.text("password")).hasSize(24).isNotEqualTo(made.text("password"));
    }

    @Test
    void given_a_device_when_patched_and_deleted_then_changed_and_gone() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        String path = "/extensions/101/devices/" + admin.post("/extensions/101/devices", "{\"name\":\"Desk\"}").text("id");

        assertThat(admin.patch(path, "{\"encryption\":\"required\"}").text("encryption")).isEqualTo("required");
        assertThat(admin.patch(path, "{\"encryption\":\"some\"}").body().path("errors").get(0).path("message").asString()).contains("off, required");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void given_a_user_when_made_changed_and_deleted_then_so_it_is() {
        Api.Reply made = admin.post("/users", "{\"email\":\"Kim@%s.example\",\"name\":\"Kim\",\"role\":\"supervisor\"}".formatted(company.slug()));
        String path = "/users/" + made.text("id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("password")).isNotBlank();
        assertThat(admin.get(path).text("email")).isEqualTo("kim@" + company.slug() + ".example");
        assertThat(admin.get(path).http().body()).doesNotContain("password");
        assertThat(admin.patch(path, "{\"role\":\"user\",\"disabled\":true}").body().path("disabled").asBoolean()).isTrue();
        assertThat(admin.patch(path, "{\"role\":\"operator\"}").status()).isEqualTo(422);
        assertThat(admin.post(path + "/password", null).text("password")).isNotEqualTo(made.text("password"));
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void given_a_token_when_a_role_is_asked_that_is_not_the_company_s_then_422() {
        assertThat(admin.post("/tokens", "{\"name\":\"x\",\"role\":\"operator\"}").wrongFields()).containsExactly("role");
        assertThat(companies.operator().post("/tokens", "{\"name\":\"x\",\"role\":\"admin\"}").wrongFields()).containsExactly("role");
    }

    @Test
    void given_a_change_when_made_with_a_token_then_the_record_names_the_token() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        admin.patch("/extensions/101", "{\"name\":\"Mina Park\"}");

        Api.Reply changes = admin.get("/changes?limit=1");

        assertThat(changes.body().path("items").get(0).path("changedBy").asString()).isEqualTo("token:First token");
        assertThat(changes.body().path("items").get(0).path("fields").get(0).path("after").asString()).isEqualTo("Mina Park");
        assertThat(admin.get("/changes?cursor=" + changes.text("next")).body().path("items").size()).isGreaterThan(0);
    }

    @Test
    void given_a_company_when_its_settings_are_patched_then_all_but_the_slug_change() {
        assertThat(admin.patch("/tenant", "{\"timeZone\":\"Asia/Seoul\"}").text("timeZone")).isEqualTo("Asia/Seoul");
        assertThat(admin.patch("/tenant", "{\"slug\":\"other\"}").wrongFields()).containsExactly("slug");
        assertThat(admin.get("/tenant").text("slug")).isEqualTo(company.slug());
    }

    @Test
    void given_secrets_when_shown_once_then_the_database_does_not_have_them() {
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        Api.Reply device = admin.with("Idempotency-Key", "secret").post("/extensions/101/devices", "{\"name\":\"Desk\"}");
        Api.Reply token = admin.with("Idempotency-Key", "secret2").post("/tokens", "{\"name\":\"t\",\"role\":\"user\"}");

        assertThat(device.text("password")).isNotBlank();
        assertThat(database.everythingOf(company.id())).contains("\"secret2\"")
                .doesNotContain(device.text("password")).doesNotContain(token.text("token"));
    }
}

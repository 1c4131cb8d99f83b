package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes in, and how the API refuses what is about no resource. */
@ApiTest
final class DoorTest {

    private static final String UNKNOWN_TOKEN = "sb_" + "A".repeat(43);

    @Autowired
    private Companies companies;

    @Test
    void given_no_token_when_asking_then_401_with_a_challenge() {
        Api.Reply reply = companies.nobody().get("/extensions");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Switchboard\"");
        assertThat(reply.text("type")).isEqualTo("urn:switchboard:problem:no-token");
        assertThat(reply.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + "x", "Basic YTpi", "Bearer", "Bearer sb_short", "bearer"})
    void given_something_else_than_a_token_when_asking_then_401(String authorization) {
        Api.Reply reply = companies.nobody().with("Authorization", authorization).get("/me");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("type")).isEqualTo("urn:switchboard:problem:wrong-token");
        assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void given_many_wrong_tokens_from_one_address_when_asking_then_429_for_them_and_200_for_the_right_one() {
        Companies.Company company = companies.open("Noise");
        Api wrong = companies.nobody().from("127.0.0.9").withToken(UNKNOWN_TOKEN);

        int status = 0;
        String retryAfter = null;
        for (int i = 0; i <= WrongTokenLimiter.PER_MINUTE * 2 && status != 429; i++) {
            Api.Reply reply = wrong.get("/me");
            status = reply.status();
            retryAfter = reply.header("Retry-After");
        }

        assertThat(status).isEqualTo(429);
        assertThat(Integer.parseInt(retryAfter)).isBetween(1, 60);
        assertThat(company.admin().from("127.0.0.9").get("/me").status()).isEqualTo(200);
    }

    @Test
    void given_a_token_when_revoked_then_401_at_once() {
        Companies.Company company = companies.open("Revoke");
        Api.Reply made = company.admin().post("/tokens", "{\"name\":\"short\",\"role\":\"supervisor\"}");
        Api its = companies.nobody().withToken(made.text("token"));
        assertThat(its.get("/extensions").status()).isEqualTo(200);

        assertThat(company.admin().delete("/tokens/" + made.text("id")).status()).isEqualTo(204);

        assertThat(its.get("/extensions").status()).isEqualTo(401);
    }

    @Test
    void given_a_token_when_asking_who_am_i_then_role_and_company() {
        Companies.Company company = companies.open("Who");

        Api.Reply me = company.supervisor().get("/me");

        assertThat(me.text("role")).isEqualTo("supervisor");
        assertThat(me.text("tenantSlug")).isEqualTo(company.slug());
        assertThat(companies.operator().get("/me").body().path("tenantId").isNull()).isTrue();
    }

    @Test
    void given_an_unknown_address_when_asking_then_404_with_and_401_without_a_token() {
        Companies.Company company = companies.open("Address");

        assertThat(company.admin().get("/extensionz").status()).isEqualTo(404);
        assertThat(company.admin().get("/extensionz").text("type")).isEqualTo("urn:switchboard:problem:not-found");
        assertThat(companies.nobody().get("/extensionz").status()).isEqualTo(401);
    }

    @Test
    void given_a_wrong_method_when_asking_then_405_names_the_right_ones() {
        Api.Reply reply = companies.open("Method").admin().send("PUT", "/extensions", "{}");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void given_a_format_that_is_not_made_when_asking_then_406() {
        Api.Reply reply = companies.open("Format").admin().with("Accept", "application/xml").get("/extensions");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.text("type")).isEqualTo("urn:switchboard:problem:not-acceptable");
    }

    @Test
    void given_a_body_in_another_format_when_posting_then_415() {
        Api admin = companies.open("Media").admin();

        assertThat(admin.with("Content-Type", "text/plain").post("/extensions", "{}").status()).isEqualTo(415);
        assertThat(admin.with("Content-Type", "application/x-www-form-urlencoded").post("/extensions", "number=101").status()).isEqualTo(415);
    }

    @Test
    void given_a_body_that_is_too_large_when_posting_then_413() {
        Api admin = companies.open("Large").admin();
        String large = "{\"number\":\"101\",\"name\":\"" + "x".repeat(ApiBodyFilter.MAX_BYTES) + "\"}";

        assertThat(admin.post("/extensions", large).status()).isEqualTo(413);
    }

    @Test
    void given_no_token_when_posting_a_large_body_then_it_is_not_read() {
        assertThat(companies.nobody().post("/extensions", "x".repeat(ApiBodyFilter.MAX_BYTES + 1)).status()).isEqualTo(401);
    }

    @Test
    void given_korean_is_asked_for_when_refused_then_korean_is_spoken() {
        Api admin = companies.open("Korea").admin();

        assertThat(admin.with("Accept-Language", "ko-KR,en;q=0.5").get("/extensions/999").text("title")).isEqualTo("찾을 수 없습니다");
        assertThat(admin.with("Accept-Language", "fr").get("/extensions/999").text("title")).isEqualTo("Not found");
        assertThat(admin.with("Accept-Language", ";;;").get("/extensions/999").text("detail")).isEqualTo("There is no extension \"999\" here.");
    }

    @Test
    void given_an_address_with_doubled_slashes_when_asking_then_a_problem() {
        Api.Reply reply = companies.open("Odd").admin().get("/extensions//x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("type")).isEqualTo("urn:switchboard:problem:odd-address");
    }

    // The web server itself turns these away, before the portal sees them.
    @ParameterizedTest
    @ValueSource(strings = {"/extensions/%00", "/extensions/%2e%2e%2f", "/extensions/%ff"})
    void given_an_address_that_is_none_when_asking_then_400(String path) {
        assertThat(companies.open("None").admin().get(path).status()).isEqualTo(400);
    }
}

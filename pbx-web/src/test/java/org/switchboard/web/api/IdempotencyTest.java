package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that are sent twice. */
@ApiTest
final class IdempotencyTest {

    private static final String MINA = "{\"number\":\"101\",\"name\":\"Mina\"}";

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api admin;

    @BeforeEach
    void openCompany() {
        company = companies.open("Twice");
        admin = company.admin();
    }

    @Test
    void given_a_key_when_the_same_is_sent_again_then_the_same_answer_and_nothing_done_twice() {
        admin.post("/extensions", MINA);
        Api keyed = admin.with("Idempotency-Key", "k1");

        Api.Reply first = keyed.post("/extensions/101/devices", "{\"name\":\"Desk\"}");
        Api.Reply second = keyed.post("/extensions/101/devices", "{\"name\":\"Desk\"}");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.http().body()).isEqualTo(first.http().body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotNull();
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(admin.get("/extensions/101/devices").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void given_a_key_when_another_request_is_sent_with_it_then_422() {
        Api keyed = admin.with("Idempotency-Key", "k1");
        keyed.post("/extensions", MINA);

        Api.Reply other = keyed.post("/extensions", "{\"number\":\"102\",\"name\":\"Mina\"}");
        Api.Reply elsewhere = keyed.post("/users", MINA);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:switchboard:problem:key-reused");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(admin.get("/extensions/102").status()).isEqualTo(404);
    }

    @Test
    void given_a_request_that_was_refused_when_it_is_mended_then_its_key_is_free() {
        Api keyed = admin.with("Idempotency-Key", "k1");

        assertThat(keyed.post("/extensions", "{\"number\":\"x\",\"name\":\"Mina\"}").status()).isEqualTo(422);
        assertThat(keyed.post("/extensions", MINA).status()).isEqualTo(201);
        assertThat(admin.with("Idempotency-Key", "k2").post("/extensions", MINA).status()).isEqualTo(409);
        assertThat(admin.with("Idempotency-Key", "k2").post("/extensions", MINA).status()).isEqualTo(409);
    }

    @Test
    void given_a_key_when_many_send_it_at_once_then_one_thing_is_made_and_all_hear_the_same() throws Exception {
        Api keyed = admin.with("Idempotency-Key", "race");
        List<Api.Reply> replies;
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Api.Reply> one = () -> keyed.post("/tokens", "{\"name\":\"race\",\"role\":\"user\"}");
            replies = crowd.invokeAll(Stream.generate(() -> one).limit(12).toList()).stream().map(Future::resultNow).toList();
        }

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(reply -> reply.text("token")).distinct()).hasSize(1);
        assertThat(admin.get("/tokens").http().body().split("\"race\"", -1)).hasSize(2);
    }

    @Test
    void given_two_tokens_when_they_use_the_same_key_then_each_has_its_own() {
        Api second = companies.nobody().withToken(admin.post("/tokens", "{\"name\":\"two\",\"role\":\"admin\"}").text("token"));

        assertThat(admin.with("Idempotency-Key", "k").post("/extensions", MINA).status()).isEqualTo(201);
        assertThat(second.with("Idempotency-Key", "k").post("/extensions", "{\"number\":\"102\",\"name\":\"D\"}").status()).isEqualTo(201);
    }

    @Test
    void given_a_tenant_when_made_twice_with_one_key_then_one_tenant_and_the_same_token() {
        Api operator = companies.operator().with("Idempotency-Key", "t");
        String body = "{\"slug\":\"%s-b\",\"name\":\"B\"}".formatted(company.slug());

        Api.Reply first = operator.post("/tenants", body);
        Api.Reply second = operator.post("/tenants", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text("apiToken")).isEqualTo(first.text("apiToken"));
        assertThat(companies.nobody().withToken(second.text("apiToken")).get("/me").status()).isEqualTo(200);
    }

    @Test
    void given_an_answer_of_yesterday_when_its_key_comes_again_then_it_is_a_new_request() {
        Api keyed = admin.with("Idempotency-Key", "old");
        keyed.post("/extensions", MINA);
        admin.delete("/extensions/101");
        int aged = database.jdbc().sql("update idempotent_reply set created_at = created_at - interval '25 hours' where tenant_id = :id")
                .param("id", company.id()).update();

        Api.Reply again = keyed.post("/extensions", MINA);

        assertThat(aged).isEqualTo(1);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(admin.get("/extensions/101").status()).isEqualTo(200);
    }

    @Test
    void given_a_key_that_is_too_long_or_odd_when_posting_then_400_names_the_header() {
        assertThat(admin.with("Idempotency-Key", "k".repeat(201)).post("/extensions", MINA).wrongFields()).containsExactly("Idempotency-Key");
        assertThat(admin.with("Idempotency-Key", "a b").post("/extensions", MINA).status()).isEqualTo(400);
        assertThat(admin.with("Idempotency-Key", "").post("/extensions", MINA).status()).isEqualTo(400);
    }
}

package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** A new agent struggles: she signs in by a code, a supervisor listens and takes her caller over, and the record tells who did. */
@SystemTest
final class SupervisionStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void given_an_agent_at_a_talk_when_the_supervisor_listens_and_takes_over_then_he_has_the_customer_and_it_is_on_record(Phones phones, Company company) {
        company.extension("101", "Kim").extension("102", "Customer").extension("103", "Sue");
        company.api().post("/queues", Map.of("name", "Support", "number", "700"));
        var agent = company.api().post("/agents", Map.of("extension", "101", "queues", List.of(Map.of("queue", "Support")))).path("id").asString();
        var kim = phones.at("kim", company.device("101", "Desk"));
        var customer = phones.at("customer", company.device("102", "Desk"));
        var sue = phones.at("sue", company.device("103", "Desk"));

        eventually(() -> {
            kim.calls("*45").isFree();
            return state(company).equals("free");
        });
        customer.calls("700");
        kim.rings().answers().hears(customer);
        eventually(() -> state(company).equals("talking"));

        var session = company.api().post("/agents/" + agent + "/supervision", Map.of("mode", "listen", "extension", "103")).path("id").asString();
        sue.rings().answers();
        eventually(() -> record(company).path("turns").size() == 1);
        customer.hears(kim).doesNotHear(sue);

        sue.presses("7").hears(customer);
        customer.hears(sue);
        kim.isFree();
        eventually(() -> !state(company).equals("talking"));
        assertThat(record(company).at("/turns/1/mode").asString()).isEqualTo("take_over");
        assertThat(record(company).path("id").asString()).isEqualTo(session);
        assertThat(record(company).path("by").asString()).startsWith("token:");
        customer.hangsUp();
        sue.isFree();
        eventually(() -> !record(company).path("endedAt").isNull() && !record(company).path("endedAt").isMissingNode());
        var call = company.record("the call of the customer", one -> one.path("id").asString().equals(record(company).path("callId").asString()));
        assertThat(call.path("legs").toString()).contains("\"103\"");
    }

    private static String state(Company company) {
        return company.api().get("/agents/101/state").path("state").asString();
    }

    private static JsonNode record(Company company) {
        return company.api().get("/supervision").at("/items/0");
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(Await.until(SOON, condition)).isTrue();
    }
}

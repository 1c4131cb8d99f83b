package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A number is tried out from the portal, without a trunk. */
@SystemTest
final class TestCallTest {

    private static final String NUMBER = "+12125550123";
    private static final String CALLER = "+12125550177";

    @Test
    void given_a_number_without_a_trunk_when_it_is_tried_out_then_the_phone_goes_the_way_of_that_caller(Phones phones, Company company) {
        company.extension("101", "Alice").extension("102", "Bob");
        company.api().post("/numbers", Map.of("number", NUMBER, "to", Map.of("kind", "extension", "number", "102")));
        var alice = phones.at("alice", company.device("101", "Desk"));
        var bob = phones.at("bob", company.device("102", "Desk"));

        // Which phones are connected is asked every two seconds; until then the call is refused with that reason.
        Awaitility.await().atMost(Person.SOON).untilAsserted(() ->
                company.api().start("/numbers/" + NUMBER + "/test-call", Map.of("extension", "101", "caller", CALLER)));
        alice.rings().answers();
        bob.rings().answers();
        alice.talks();
        bob.hears(alice);
        alice.hangsUp();

        var record = company.record("the test call", call -> call.path("disposition").asString().equals("answered"));
        assertThat(record.path("callee").asString()).isEqualTo(NUMBER);
        assertThat(company.api().get("/calls/" + record.path("id").asString()).toString()).contains("number.leads", "extension.rings");
    }
}

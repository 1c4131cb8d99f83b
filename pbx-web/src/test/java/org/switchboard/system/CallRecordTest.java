package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history against the phones' own clocks. */
@SystemTest
final class CallRecordTest {

    private static Company.Device alicesPhone;
    private static Company.Device bobsPhone;

    @BeforeAll
    static void people(Company company) {
        company.extension("101", "Alice").extension("102", "Bob").extension("103", "Carol");
        alicesPhone = company.device("101", "Desk");
        bobsPhone = company.device("102", "Desk");
        company.device("103", "Switched off");
    }

    @Test
    void given_an_answered_call_when_it_is_over_then_its_one_row_agrees_with_the_phones_clocks(Phones phones, Company company) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings();
        alice.hearsRinging();
        bob.answers();
        alice.talks().hears(bob);
        assertThat(company.live()).as("live calls while they talk").hasSize(1);
        String liveId = company.live().getFirst().path("id").asString();
        alice.hangsUp();
        bob.isFree();

        JsonNode call = company.record("Alice's answered call", c -> c.path("callee").asString().equals("102"));

        assertThat(time(call, "startedAt")).isCloseTo(alice.call().startedAt(), within(1, ChronoUnit.SECONDS));
        assertThat(time(call, "answeredAt")).isCloseTo(bob.answeredAt(), within(500, ChronoUnit.MILLIS));
        assertThat(time(call, "endedAt")).isCloseTo(alice.call().closedAt(), within(500, ChronoUnit.MILLIS));
        assertThat(call.path("caller").asString()).isEqualTo("101");
        assertThat(call.path("callerName").asString()).isEqualTo("Alice");
        assertThat(call.path("calleeName").asString()).isEqualTo("Bob");
        assertThat(call.path("disposition").asString()).isEqualTo("answered");
        assertThat(call.path("id").asString()).as("the same id as while it was live").isEqualTo(liveId);
        assertThat(call.path("legs")).hasSize(2);
        assertThat(call.path("steps")).as("what the engine decided").isNotEmpty();
        assertThat(company.history().stream().filter(c -> c.path("callee").asString().equals("102"))).hasSize(1);
    }

    @Test
    void given_calls_that_nobody_answers_when_they_are_over_then_the_history_says_why(Phones phones, Company company) {
        var bob = phones.at("bob", bobsPhone);

        bob.calls("103").isTold(480);
        bob.calls("177").isTold(404);

        assertThat(company.record("a call to a phone that is off", c -> c.path("callee").asString().equals("103"))
                .path("disposition").asString()).isEqualTo("not_registered");
        JsonNode unknown = company.record("a call to nobody", c -> c.path("callee").asString().equals("177"));
        assertThat(unknown.path("disposition").asString()).isEqualTo("unknown_number");
        assertThat(unknown.path("answeredAt").isNull() || unknown.path("answeredAt").isMissingNode()).isTrue();
    }

    private static Instant time(JsonNode call, String name) {
        return Instant.parse(call.path(name).asString());
    }
}

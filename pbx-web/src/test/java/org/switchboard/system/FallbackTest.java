package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** The portal is stopped or killed; people go on calling. */
@SystemTest
final class FallbackTest {

    private static int companies;

    private Company company;
    private Company.Device alicesPhone;
    private Company.Device bobsPhone;

    @BeforeEach
    void people(Portal portal) {
        company = Company.open(portal, "fallback" + companies++);
        company.extension("101", "Alice").extension("102", "Bob");
        alicesPhone = company.device("101", "Desk");
        bobsPhone = company.device("102", "Desk");
    }

    @Test
    void given_no_portal_when_one_calls_then_they_talk_and_the_history_has_the_call_afterwards(Phones phones, Portal portal) {
        var other = Company.open(portal, "fallback-other");
        other.extension("101", "Their Alice").extension("103", "Their Carol");
        var theirAlice = phones.at("their-alice", other.device("101", "Desk"));
        var theirCarol = phones.at("their-carol", other.device("103", "Desk"));
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        portal.stop();

        alice.calls("102");
        bob.ringsFrom("101", "Alice").answers();
        alice.talks().hears(bob);
        bob.hears(alice);
        alice.hangsUp();
        bob.isFree();
        alice.calls("103");
        alice.isTold(404);
        theirCarol.doesNotRing();
        bob.calls("101");
        alice.rings();
        theirAlice.doesNotRing();
        alice.answers().hangsUp();

        portal.begin();
        JsonNode call = company.record("Alice's call without the portal",
                c -> c.path("caller").asString().equals("101") && c.path("callee").asString().equals("102"));
        assertThat(call.path("disposition").asString()).isEqualTo("answered");
        assertThat(call.path("steps")).as("nobody decided anything").isEmpty();
    }

    @Test
    void given_a_ringing_call_when_the_portal_is_killed_then_it_connects_when_answered(Phones phones, Portal portal) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings();
        alice.hearsRinging();

        portal.kill();
        bob.answers();

        alice.talks().hears(bob);
        bob.hears(alice);
        alice.hangsUp();
        bob.isFree();
        portal.begin();
        company.record("the call that was ringing", c -> c.path("disposition").asString().equals("answered"));
    }

    @Test
    void given_a_ringing_call_when_the_portal_is_killed_and_the_called_one_refuses_then_the_caller_is_told_busy(
            Phones phones, Portal portal) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings();

        portal.kill();
        bob.refuses();

        alice.isTold(486);
        portal.begin();
    }

    @Test
    void given_a_talking_call_when_the_portal_is_killed_and_comes_back_then_they_talk_on_and_the_live_page_knows_them(
            Phones phones, Portal portal) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);

        portal.kill();
        alice.hears(bob);
        bob.hears(alice);
        portal.begin();
        alice.hears(bob);
        assertThat(Await.until(Person.SOON, () -> company.live().size() == 1)).as("the call is live again").isTrue();

        bob.hangsUp();
        alice.isFree();
        JsonNode call = company.record("the one call", c -> c.path("caller").asString().equals("101"));
        assertThat(call.path("disposition").asString()).isEqualTo("answered");
        assertThat(company.history()).hasSize(1);
        assertThat(Await.until(Person.SOON, () -> company.live().isEmpty())).as("no call is live").isTrue();
    }
}

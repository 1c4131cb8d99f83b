package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calls that are handed on from the phone, and what the history says of them. */
@SystemTest
final class TransferTest {

    private static Company.Device alicesPhone;
    private static Company.Device bobsPhone;
    private static Company.Device carolsPhone;

    @BeforeAll
    static void people(Company company) {
        company.extension("101", "Alice").extension("102", "Bob").extension("103", "Carol");
        alicesPhone = company.device("101", "Desk");
        bobsPhone = company.device("102", "Desk");
        carolsPhone = company.device("103", "Desk");
    }

    @Test
    void given_a_call_when_the_called_one_sends_it_on_blindly_then_the_others_talk_and_the_record_says_so(
            Phones phones, Company company) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        var carol = phones.at("carol", carolsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);

        bob.transfersTo("103");
        carol.rings().answers();
        bob.isFree();
        alice.hears(carol);
        carol.hears(alice);
        carol.hangsUp();
        alice.isFree();

        JsonNode record = company.record("one call of Alice's in which Carol had a part",
                call -> call.path("caller").asString().equals("101") && legNumbers(call).contains("103"));
        assertThat(record.path("disposition").asString()).isEqualTo("answered");
        assertThat(legNumbers(record)).contains("101", "102", "103");
        assertThat(events(record, "102")).contains("transferred");
        assertThat(events(record, "101")).contains("talking");
        assertThat(talkingWith(record, "103")).as("with whom Carol talked").anyMatch(who -> who.contains("101"));
    }

    @Test
    void given_a_call_when_the_called_one_asks_first_and_then_joins_then_the_others_talk_and_the_record_says_so(
            Phones phones, Company company) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        var carol = phones.at("carol", carolsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);
        var first = bob.call();

        bob.holds().calls("103");
        carol.ringsFrom("102", "Bob").answers();
        bob.talks().hears(carol);
        alice.hearsMusicAndNot(bob);
        bob.joins(first, bob.call());
        bob.isFree().turnsTo(first).isFree();
        alice.hears(carol);
        carol.hears(alice);
        alice.hangsUp();
        carol.isFree();

        JsonNode record = company.record("Alice's call, with Carol",
                call -> call.path("caller").asString().equals("101") && legNumbers(call).contains("103")
                        && talkingWith(call, "103").toString().contains("101"));
        assertThat(record.path("disposition").asString()).isEqualTo("answered");
        assertThat(legNumbers(record)).contains("101", "102", "103");
    }

    @Test
    void given_a_blind_transfer_to_a_number_that_nobody_has_then_no_other_phone_rings_and_the_caller_is_told(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        var carol = phones.at("carol", carolsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);

        bob.transfersTo("199");

        alice.hearsWords();
        alice.isFreeWithin(Duration.ofSeconds(20));
        carol.doesNotRing();
    }

    private static List<String> legNumbers(JsonNode call) {
        return call.path("legs").valueStream().map(leg -> leg.path("number").asString()).toList();
    }

    private static List<String> events(JsonNode call, String number) {
        return call.path("legs").valueStream().filter(leg -> leg.path("number").asString().equals(number))
                .flatMap(leg -> leg.path("events").valueStream()).map(event -> event.path("kind").asString()).toList();
    }

    private static List<String> talkingWith(JsonNode call, String number) {
        return call.path("legs").valueStream().filter(leg -> leg.path("number").asString().equals(number))
                .flatMap(leg -> leg.path("events").valueStream())
                .filter(event -> event.path("kind").asString().equals("talking"))
                .map(event -> event.path("detail").asString()).toList();
    }
}

package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.PhoneCall;

/** What an employee does at a desk phone. */
@SystemTest
final class CallsTest {

    private static Company.Device alicesPhone;
    private static Company.Device bobsPhone;

    @BeforeAll
    static void people(Company company) {
        company.extension("101", "Alice").extension("102", "Bob", Map.of("ringSeconds", 5));
        alicesPhone = company.device("101", "Desk");
        bobsPhone = company.device("102", "Desk");
    }

    @Test
    void given_two_phones_when_one_calls_then_names_are_shown_and_each_hears_the_other(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);

        alice.calls("102");
        bob.ringsFrom("101", "Alice");
        alice.hearsRinging();
        bob.answers();
        alice.talks().hears(bob);
        bob.hears(alice);
        alice.sees("the called one's name", message -> !message.sent()
                && message.header("P-Asserted-Identity").orElse("").contains("\"Bob\" <sip:102@"));

        alice.hangsUp();
        bob.isFree();
    }

    @Test
    void given_a_call_when_the_called_one_hangs_up_then_the_caller_is_free(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);

        alice.calls("102");
        bob.rings().answers();
        alice.talks();
        bob.hangsUp();

        alice.isFree();
    }

    @Test
    void given_a_call_when_it_is_held_then_the_other_hears_music_until_it_is_resumed(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);

        alice.holds();
        bob.hearsMusicAndNot(alice);
        alice.resumes();
        bob.hears(alice);
        bob.presses("5");
        alice.receivesDigits("5");
    }

    @Test
    void given_a_call_when_the_called_one_holds_it_then_the_caller_hears_music_until_it_is_resumed(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);

        bob.holds();
        alice.hearsMusicAndNot(bob);
        bob.resumes();
        alice.hears(bob);
        alice.presses("6");
        bob.receivesDigits("6");
    }

    @Test
    void given_a_call_when_keys_are_pressed_then_the_other_end_receives_them_both_ways(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);

        alice.presses("1");
        bob.receivesDigits("1");
        alice.presses("#");
        bob.receivesDigits("1#");
        bob.presses("9");
        alice.receivesDigits("9");
    }

    @Test
    void given_a_ringing_phone_when_the_caller_gives_up_then_it_stops_ringing(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);
        alice.calls("102");
        bob.rings();
        alice.hearsRinging();

        alice.hangsUp();

        bob.isFree();
        bob.sees("CANCEL", message -> message.isRequest("CANCEL"));
    }

    @Test
    void given_a_busy_phone_when_called_then_the_caller_is_told_busy(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);

        alice.calls("102");
        bob.rings().refuses();

        alice.isTold(486);
    }

    @Test
    void given_nobody_answers_when_the_ring_time_is_over_then_a_voice_says_so_and_480_follows(Phones phones) {
        var alice = phones.at("alice", alicesPhone);
        var bob = phones.at("bob", bobsPhone);

        alice.calls("102");
        bob.rings();
        alice.hearsRinging();
        bob.isFree();
        alice.hearsWords();

        alice.isTold(480);
        assertThat(alice.call().answeredAt()).as("a spoken word is early media, not an answer").isNull();
    }

    @Test
    void given_a_phone_that_is_switched_off_when_called_then_a_voice_says_so_and_480_follows(Phones phones, Company company) {
        company.extension("110", "Switched Off");
        company.device("110", "Never registered");
        var alice = phones.at("alice", alicesPhone);

        alice.calls("110").hearsWords();

        alice.isTold(480);
    }

    @Test
    void given_a_number_that_nobody_has_when_dialled_then_a_voice_says_so_and_404_follows(Phones phones) {
        var alice = phones.at("alice", alicesPhone);

        alice.calls("199").hearsWords();

        alice.isTold(404);
    }

    @Test
    void given_a_phone_that_may_call_nobody_when_it_calls_then_a_voice_says_so_and_403_follows(Phones phones, Company company) {
        company.extension("111", "Lobby", Map.of("mayCall", "nobody"));
        var lobby = phones.at("lobby", company.device("111", "Wall phone"));
        var bob = phones.at("bob", bobsPhone);

        lobby.calls("102").hearsWords();

        lobby.isTold(403);
        bob.doesNotRing();
    }

    @Test
    void given_the_echo_service_when_called_then_one_hears_oneself(Phones phones) {
        var alice = phones.at("alice", alicesPhone);

        alice.calls("*43").talks();
        alice.hearsItselfWithin(30);

        alice.hangsUp();
    }

    @Test
    void given_the_number_service_when_called_then_a_voice_speaks_and_hangs_up(Phones phones) {
        var alice = phones.at("alice", alicesPhone);

        alice.calls("*65").talks().hearsWords();

        alice.isFreeWithin(Duration.ofSeconds(20));
        assertThat(alice.call().answeredAt()).isNotNull();
    }

    @Test
    void given_two_devices_of_one_extension_when_called_then_both_ring_and_the_slower_learns_it_was_answered_elsewhere(
            Phones phones, Company company) {
        company.extension("103", "Carol");
        var desk = phones.at("desk", company.device("103", "Desk"));
        var mobile = phones.at("mobile", company.device("103", "Mobile"));
        var alice = phones.at("alice", alicesPhone);

        alice.calls("103");
        desk.rings();
        mobile.rings();
        mobile.answers();

        alice.talks().hears(mobile);
        desk.isFree();
        desk.sees("that it was answered elsewhere", message -> message.isRequest("CANCEL")
                && message.headers("Reason").stream().anyMatch(reason -> reason.contains("cause=26")));
        assertThat(desk.call().answeredAt()).isNull();
    }

    @Test
    void given_a_phone_at_work_when_it_is_full_then_the_next_caller_is_told_busy(Phones phones, Company company) {
        company.extension("104", "Dave").extension("105", "Erin");
        var dave = phones.at("dave", company.device("104", "Desk"), settings -> settings.withMaxCalls(1));
        var erin = phones.at("erin", company.device("105", "Desk"));
        var alice = phones.at("alice", alicesPhone);
        alice.calls("104");
        dave.rings().answers();
        alice.talks();

        erin.calls("104");

        erin.isTold(486);
        assertThat(alice.call().state()).isEqualTo(PhoneCall.State.TALKING);
        alice.hears(dave);
    }

    @Test
    void given_a_device_without_the_right_secret_when_it_calls_then_nobody_rings(Phones phones) {
        var bob = phones.at("bob", bobsPhone);
        var stranger = phones.unregistered("stranger", new Company.Device("101", "", alicesPhone.account().withPassword("wrong"), 0),
                UnaryOperator.identity()).isRefusedRegistration();

        stranger.calls("102");

        stranger.isTold(401);
        bob.doesNotRing();
    }
}

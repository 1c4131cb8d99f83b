package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.switchboard.local.process.Await;

/** What the admin changes counts from the next call on, and touches no call that is on. */
@SystemTest
final class ChangesAreLiveTest {

    private static final Duration LIVE_WITHIN = Duration.ofSeconds(1);

    @Test
    void given_a_new_extension_and_device_when_just_made_then_its_phone_registers_and_is_called(Phones phones, Company company) {
        company.extension("101", "Alice");
        var alice = phones.at("alice", company.device("101", "Desk"));
        company.extension("102", "Bob");
        var bob = phones.at("bob", company.device("102", "Desk"));

        alice.calls("102");
        bob.ringsFrom("101", "Alice").answers();

        alice.talks().hears(bob);
    }

    @Test
    void given_a_call_when_the_device_is_deleted_then_the_call_lives_and_the_registration_is_out_at_once(
            Phones phones, Company company) {
        company.extension("111", "Alice").extension("112", "Bob");
        var alice = phones.at("alice", company.device("111", "Desk"));
        var device = company.device("112", "Desk");
        var bob = phones.at("bob", device);
        alice.calls("112");
        bob.rings().answers();
        alice.talks().hears(bob);

        company.delete(device);

        assertThat(Await.until(LIVE_WITHIN, () -> !contacts(company).contains(device.account().username())))
                .as("the deleted device's registration is out within a second").isTrue();
        alice.hears(bob);
        bob.hears(alice);
        alice.hangsUp();
        bob.isFree();
        phones.unregistered("bob-again", device, UnaryOperator.identity()).isRefusedRegistration();
        alice.calls("112");
        alice.isTold(480);
        bob.doesNotRing();
    }

    @Test
    void given_a_call_when_the_extension_is_deleted_then_the_call_lives_and_the_number_is_unknown(Phones phones, Company company) {
        company.extension("121", "Alice").extension("122", "Bob");
        var alice = phones.at("alice", company.device("121", "Desk"));
        var bob = phones.at("bob", company.device("122", "Desk"));
        alice.calls("122");
        bob.rings().answers();
        alice.talks().hears(bob);

        company.api().delete("/extensions/122");

        alice.hears(bob);
        alice.hangsUp();
        bob.isFree();
        alice.calls("122");
        alice.isTold(404);
    }

    @Test
    void given_a_new_name_when_the_next_call_comes_then_the_called_phone_shows_it(Phones phones, Company company) {
        company.extension("131", "Alice Before").extension("132", "Bob");
        var alice = phones.at("alice", company.device("131", "Desk"));
        var bob = phones.at("bob", company.device("132", "Desk"));
        alice.calls("132");
        bob.ringsFrom("131", "Alice Before").refuses();
        alice.isTold(486);

        company.api().patch("/extensions/131", Map.of("name", "Alice After"));

        assertThat(Await.until(LIVE_WITHIN, () -> nameShown(alice, bob).equals("Alice After")))
                .as("the new name is shown within a second").isTrue();
    }

    @Test
    void given_a_new_password_when_set_then_the_old_one_is_refused_and_the_new_one_taken(Phones phones, Company company) {
        company.extension("141", "Alice");
        var device = company.device("141", "Desk");
        phones.at("old", device);

        var changed = company.api().postForReply("/extensions/141/devices/" + device.id() + "/password");

        assertThat(changed.path("username").asString()).isEqualTo(device.account().username());
        var renewed = new Company.Device("141", device.id(), device.account().withPassword(changed.path("password").asString()),
                device.tlsPort());
        phones.unregistered("new", renewed, UnaryOperator.identity()).registersWithin(LIVE_WITHIN);
        phones.unregistered("old-again", device, UnaryOperator.identity()).isRefusedRegistration();
    }

    private static String nameShown(Person caller, Person called) {
        caller.calls("132");
        called.rings();
        String name = called.call().peerName();
        called.refuses();
        caller.isFree();
        return name;
    }

    private static String contacts(Company company) {
        return company.portal().stack().asterisk().cli("pjsip show contacts").output();
    }
}

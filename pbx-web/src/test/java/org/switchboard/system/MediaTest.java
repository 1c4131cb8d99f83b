package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.local.phone.Codec;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.SipMessage;

/** Sound in every codec, and under encryption. */
@SystemTest
final class MediaTest {

    private static Company.Device alicesPhone;
    private static Company.Device bobsPhone;

    @BeforeAll
    static void people(Company company) {
        company.extension("101", "Alice").extension("102", "Bob");
        alicesPhone = company.device("101", "Desk");
        bobsPhone = company.device("102", "Desk");
    }

    @ParameterizedTest
    @CsvSource({"PCMA,PCMA", "PCMU,PCMU", "G722,G722", "OPUS,OPUS", "OPUS,PCMA", "G722,PCMU"})
    void given_phones_with_these_codecs_when_they_talk_then_each_hears_the_other(Codec callers, Codec calleds, Phones phones) {
        var alice = phones.at("alice", alicesPhone, settings -> settings.withCodecs(callers));
        var bob = phones.at("bob", bobsPhone, settings -> settings.withCodecs(calleds));

        alice.calls("102");
        bob.rings().answers();
        alice.talks().hears(bob);
        bob.hears(alice);

        assertThat(answer(alice).text()).as("what the caller was answered").containsIgnoringCase(callers.sdpName() + "/");
        assertThat(offer(bob).text()).as("what the called one was offered").containsIgnoringCase(calleds.sdpName() + "/");
    }

    @Test
    void given_a_device_that_requires_encryption_when_it_calls_over_tls_then_sound_is_encrypted_both_ways(
            Phones phones, Company company) {
        company.extension("103", "Carol");
        var secured = company.device("103", "Secured", Map.of("encryption", "required"));
        var carol = phones.at("carol", onTls(secured), PhoneSettings::secured);
        var bob = phones.at("bob", bobsPhone);

        carol.calls("102");
        bob.ringsFrom("103", "Carol").answers();
        carol.talks().hears(bob);
        bob.hears(carol);
        assertThat(answer(carol).text()).contains("RTP/SAVP").contains("a=crypto:");

        carol.hangsUp();
        bob.isFree();
        bob.calls("103");
        carol.rings().answers();
        bob.talks().hears(carol);
        carol.hears(bob);
        assertThat(offer(carol).text()).contains("RTP/SAVP").contains("a=crypto:");
    }

    @Test
    void given_a_device_that_requires_encryption_when_it_offers_plain_sound_then_the_call_is_refused(
            Phones phones, Company company) {
        company.extension("104", "Dave");
        var secured = company.device("104", "Secured", Map.of("encryption", "required"));
        var dave = phones.at("dave", secured, UnaryOperator.identity());
        var bob = phones.at("bob", bobsPhone);

        dave.calls("102");

        dave.isTold(488);
        bob.doesNotRing();
    }

    @Test
    void given_a_phone_over_tcp_when_it_is_called_then_it_rings_and_talks(Phones phones, Company company) {
        company.extension("105", "Erin");
        var erin = phones.at("erin", company.device("105", "Desk"), PhoneSettings::overTcp);
        var bob = phones.at("bob", bobsPhone);

        bob.calls("105");
        erin.rings().answers();
        bob.talks().hears(erin);
        erin.hears(bob);
    }

    private static Company.Device onTls(Company.Device device) {
        return new Company.Device(device.number(), device.id(), device.account().withPort(device.tlsPort()), device.tlsPort());
    }

    private static SipMessage answer(Person caller) {
        return caller.sees("the answer", m -> !m.sent() && m.concerns("INVITE") && m.status().filter(s -> s == 200).isPresent());
    }

    private static SipMessage offer(Person called) {
        return called.sees("the offer", m -> !m.sent() && m.isRequest("INVITE"));
    }
}

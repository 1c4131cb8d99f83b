package org.switchboard.telephony.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people dial: the number that is meant, and what sort it is. */
class DialledTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // country, prefix, dialled, E.164, class
            "KR, '', 01012345678, +821012345678, NATIONAL",
            "KR, '', 010-1234-5678, +821012345678, NATIONAL",
            "KR, '', 021234567, +8221234567, NATIONAL",
            "KR, '', 02-1234-5678, +82212345678, NATIONAL",
            "KR, '', 15881234, +8215881234, NATIONAL",
            "KR, '', 0801234567, +82801234567, NATIONAL",
            "KR, '', 0602001234, +82602001234, PREMIUM",
            "KR, '', 001442079460123, +442079460123, INTERNATIONAL",
            "KR, '', 002442079460123, +442079460123, INTERNATIONAL",
            "KR, '', 00700442079460123, +442079460123, INTERNATIONAL",
            "KR, '', +442079460123, +442079460123, INTERNATIONAL",
            "KR, '', +821012345678, +821012345678, NATIONAL",
            "KR, '', 112, -, EMERGENCY",
            "KR, '', 119, -, EMERGENCY",
            "KR, '', 114, -, SHORT",
            "KR, 9, 9112, -, EMERGENCY",
            "KR, 9, 112, -, EMERGENCY",
            "KR, 9, 9021234567, +8221234567, NATIONAL",
            "KR, 9, 021234567, -, -",
            "KR, 9, +442079460123, +442079460123, INTERNATIONAL",
            "US, '', 2125550123, +12125550123, NATIONAL",
            "US, '', 12125550123, +12125550123, NATIONAL",
            "US, 9, 912125550123, +12125550123, NATIONAL",
            "US, 9, 911, -, EMERGENCY",
            "US, 9, 9911, -, EMERGENCY",
            "US, '', 411, -, SHORT",
            "US, '', 18765551234, +18765551234, INTERNATIONAL",
            "US, '', 18005551234, +18005551234, NATIONAL",
            "CA, '', 18005551234, +18005551234, NATIONAL",
            "US, '', 19005551234, +19005551234, PREMIUM",
            "US, '', 011442079460123, +442079460123, INTERNATIONAL",
            "US, '', 5550123, -, -",
            "GB, '', 02079460123, +442079460123, NATIONAL",
            "GB, '', 999, -, EMERGENCY",
            "GB, '', 112, -, EMERGENCY",
            "GB, '', 101, -, SHORT",
            "GB, '', 0909 879 0000, +449098790000, PREMIUM",
            "GB, '', 0082212345678, +82212345678, INTERNATIONAL",
            "DE, 0, 0030123456, +4930123456, NATIONAL",
            "DE, 0, 0110, -, EMERGENCY",
            "DE, '', 110, -, EMERGENCY",
            "DE, '', 09001234567, +499001234567, PREMIUM",
            "DE, '', 015112345678, +4915112345678, NATIONAL",
            "KR, '', +8816123456789, +8816123456789, PREMIUM",
            "KR, '', +8821612345678, +8821612345678, PREMIUM",
            // Possible by its length, but no range that the country has assigned.
            "KR, '', +441000000000, +441000000000, PREMIUM",
    })
    void given_dialled_digits_when_read_then_number_and_class(String country, String prefix, String dialled, String e164, CallClass expected) {
        var found = Dialled.parse(dialled, country, prefix);
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasValueSatisfying(number -> {
                assertThat(number.e164()).isEqualTo(e164);
                assertThat(number.callClass()).isEqualTo(expected);
            });
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*98", "#1", "mina", "1;2", "+", "++82", "010,1234", "1234567890123456789012345678901", "０１０", "sip:1"})
    void given_what_is_no_number_outside_when_read_then_nothing(String text) {
        assertThat(Dialled.parse(text, "KR", "")).isEmpty();
    }

    @Test
    void given_an_emergency_number_when_sent_to_a_provider_then_as_dialled_in_every_form() {
        var emergency = Dialled.parse("9112", "KR", "9").orElseThrow();
        for (var form : DialForm.values()) {
            assertThat(emergency.forTrunk(form, "KR")).isEqualTo("112");
        }
        assertThat(Dialled.isEmergency("112", "KR", "9")).isTrue();
        assertThat(Dialled.isEmergency("9119", "KR", "9")).isTrue();
        assertThat(Dialled.isEmergency("1120", "KR", "")).isFalse();
        assertThat(Dialled.isEmergency(null, "KR", "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "KR, 021234567, +8221234567, 8221234567, 021234567",
            "KR, 15881234, +8215881234, 8215881234, 15881234",
            "KR, +442079460123, +442079460123, 442079460123, 001442079460123",
            "US, 2125550123, +12125550123, 12125550123, 2125550123",
            "US, +442079460123, +442079460123, 442079460123, 011442079460123",
            "GB, 02079460123, +442079460123, 442079460123, 02079460123",
            "DE, +8221234567, +8221234567, 8221234567, 008221234567",
    })
    void given_a_number_when_sent_to_a_provider_then_in_the_form_it_wants(String country, String dialled, String plus, String digits,
                                                                          String national) {
        var number = Dialled.parse(dialled, country, "").orElseThrow();
        assertThat(number.forTrunk(DialForm.PLUS, country)).isEqualTo(plus);
        assertThat(number.forTrunk(DialForm.DIGITS, country)).isEqualTo(digits);
        assertThat(number.forTrunk(DialForm.NATIONAL, country)).isEqualTo(national);
    }
}

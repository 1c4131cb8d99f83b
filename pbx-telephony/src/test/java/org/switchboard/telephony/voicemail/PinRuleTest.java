package org.switchboard.telephony.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PinRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345678901", "12a4", "1 34", "-123", "１２３４"})
    void given_what_is_no_pin_when_looked_at_then_its_form_is_refused(String pin) {
        assertThat(PinRule.problem(pin, "305")).contains("invalid.voicemail.pin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "111111", "1212", "123123", "8686868686", "1234", "4321", "7890", "9012", "0987", "3210987654", "2580", "0852", "1470",
        "147258369", "159357"})
    void given_a_pattern_when_looked_at_then_it_is_refused(String pin) {
        assertThat(PinRule.problem(pin, "305")).contains("invalid.voicemail.pin.pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1958", "1999", "2026"})
    void given_a_year_when_looked_at_then_it_is_refused(String pin) {
        assertThat(PinRule.problem(pin, "305")).contains("invalid.voicemail.pin.year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0305", "3050", "305999", "5035", "830521"})
    void given_the_boxs_number_forwards_or_backwards_when_looked_at_then_it_is_refused(String pin) {
        assertThat(PinRule.problem(pin, "305")).contains("invalid.voicemail.pin.number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8471", "2183", "47115", "9173650284", "1225", "19937"})
    void given_a_pin_that_is_hard_to_guess_when_looked_at_then_it_is_accepted(String pin) {
        assertThat(PinRule.problem(pin, "305")).isEmpty();
    }

    @Test
    void given_nothing_when_looked_at_then_it_is_refused() {
        assertThat(PinRule.problem(null, "305")).contains("invalid.voicemail.pin");
    }
}

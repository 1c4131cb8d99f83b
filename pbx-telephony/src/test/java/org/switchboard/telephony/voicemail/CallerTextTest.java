package org.switchboard.telephony.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CallerTextTest {

    @Test
    void given_what_asterisk_writes_when_read_then_number_and_name_come_apart() {
        assertThat(CallerText.of("\"Mina Park\" <101>")).isEqualTo(new CallerText("101", "Mina Park"));
        assertThat(CallerText.of("Mina <+8221234567>")).isEqualTo(new CallerText("+8221234567", "Mina"));
        assertThat(CallerText.of("<101>")).isEqualTo(new CallerText("101", ""));
        assertThat(CallerText.of("101")).isEqualTo(new CallerText("101", ""));
        assertThat(CallerText.of("Unknown")).isEqualTo(new CallerText("", ""));
        assertThat(CallerText.of("")).isEqualTo(new CallerText("", ""));
    }

    @Test
    void given_a_name_with_line_breaks_when_read_then_it_is_one_line() {
        assertThat(CallerText.of("\"Mina\r\nBcc: all@example.com\u2028x\" <101>").name()).isEqualTo("Mina Bcc: all@example.com x");
    }

    @Test
    void given_a_name_of_any_length_when_read_then_it_is_cut() {
        assertThat(CallerText.of("\"" + "x".repeat(500) + "\" <101>").name()).hasSize(80);
    }
}

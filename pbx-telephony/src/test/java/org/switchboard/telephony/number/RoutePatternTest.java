package org.switchboard.telephony.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers a route takes, and how numbers are shown. */
class RoutePatternTest {

    @ParameterizedTest
    @CsvSource({
            "+82, 021234567, true",
            "+82, +442079460123, false",
            "+, +442079460123, true",
            "+, 112, false",
            "112, 112, true",
            "11X, 119, true",
            "ZXX, 112, true",
            "NXX, 112, false",
            "02., 021234567, true",
            "02., 0312345678, false",
            "010xxxxxxxx, 010-1234-5678, true",
            "010XXXXXXX, 01012345678, false",
            "., 021234567, true",
            "02, 021234567, false",
    })
    void given_a_pattern_when_a_number_is_dialled_then_the_whole_number_decides(String pattern, String dialled, boolean fits) {
        var number = Dialled.parse(dialled, "KR", "").orElseThrow();
        assertThat(RoutePattern.of(pattern).orElseThrow().matches(number)).isEqualTo(fits);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "+82X", "02.1", "..", "02*", "[0-9]", "+1234567890123456", "abc", "+82."})
    void given_what_is_no_pattern_when_read_then_refused(String text) {
        assertThat(RoutePattern.of(text)).isEmpty();
    }

    @Test
    void given_e164_when_shown_then_as_people_there_write_it() {
        assertThat(NumberForm.shown("+8221234567", "KR")).isEqualTo("02-123-4567");
        assertThat(NumberForm.shown("+821012345678", "KR")).isEqualTo("010-1234-5678");
        assertThat(NumberForm.shown("+8215881234", "KR")).isEqualTo("1588-1234");
        assertThat(NumberForm.shown("+442079460123", "KR")).isEqualTo("+44 20 7946 0123");
        assertThat(NumberForm.shown("+12125550123", "US")).isEqualTo("(212) 555-0123");
        assertThat(NumberForm.shown("mina", "KR")).isEqualTo("mina");
        assertThat(NumberForm.e164("02 123 4567", "KR")).contains("+8221234567");
        assertThat(NumberForm.e164("02 123", "KR")).isEmpty();
        assertThat(NumberForm.example("KR")).isNotEmpty();
        assertThat(NumberForm.example("XX")).isEmpty();
    }
}

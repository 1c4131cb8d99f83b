package org.switchboard.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Only opaque ids get into dial strings, and only our own reports are read as such. */
class DeviceRefTest {

    @Property
    void whatever_is_taken_consists_of_small_letters_and_digits(@ForAll String text) {
        if (DeviceRef.isDevice(text)) {
            assertThat(text).matches("[a-z0-9]{16}");
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new DeviceRef(text));
        }
    }

    @Test
    void given_text_that_a_dial_string_would_interpret_then_it_is_refused() {
        for (var text : List.of("abcdefghijklmno&", "abcdefghijklmno/", "abcdefghijklmnop\n", "ABCDEFGHIJKLMNOP", "abc")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new DeviceRef(text));
        }
    }

    @Test
    void given_arguments_that_are_no_report_then_they_are_not_read_as_one() {
        assertThat(HandedBack.of(List.of())).isEmpty();
        assertThat(HandedBack.of(List.of("new"))).isEmpty();
        assertThat(HandedBack.of(List.of("back", "ring"))).isEmpty();
        assertThat(HandedBack.of(List.of("back", "ring", "", "BUSY"))).isEmpty();
        assertThat(HandedBack.of(List.of("back", "ring", "2", "BUSY", "17")))
                .contains(new HandedBack("ring", 2, List.of("BUSY", "17")));
    }
}

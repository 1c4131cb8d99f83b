package org.switchboard.local.asterisk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AsteriskConfigTest {

    @Test
    void given_a_placeholder_without_value_when_rendered_then_it_is_refused_by_name() {
        assertThatThrownBy(() -> AsteriskConfig.render(Map.of()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("which has no value");
    }
}

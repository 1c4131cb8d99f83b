package org.switchboard.local.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsteriskPackagesTest {

    @ParameterizedTest
    @CsvSource({"1:22.10.1+dfsg+~cs6.17.60671434-1, 22.10.1", "22.11.0~rc1-1, 22.11.0", "2:23.0.0-1, 23.0.0",
            "22.10.1, 22.10.1"})
    void given_debian_version_when_asked_for_upstream_then_only_asterisks_own_part_is_left(String debian, String own) {
        assertThat(AsteriskPackages.upstream(debian)).isEqualTo(own);
    }
}

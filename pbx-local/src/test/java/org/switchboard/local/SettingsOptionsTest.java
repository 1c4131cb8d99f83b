package org.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SettingsOptionsTest {

    @TempDir
    private Path folder;

    private Layout layout;

    @BeforeEach
    void makeLayout() {
        layout = new Layout(folder).create();
    }

    @Test
    void given_a_former_start_when_no_flag_is_given_then_its_choices_hold() {
        resolve("--sip-port", "21080", "--rtp-range", "12000-12999").save(layout);

        var later = resolve("--http-port", "21081");

        assertThat(later.sipPort()).isEqualTo(21080);
        assertThat(later.rtpLast()).isEqualTo(12999);
        assertThat(later.httpPort()).isEqualTo(21081);
    }

    @Test
    void given_bind_on_this_machine_then_browsers_use_the_plain_websocket_on_loopback() {
        var local = resolve("--bind", "127.0.0.1", "--asterisk-http-port", "21082");

        assertThat(local.sipWebSocketUrl()).isEqualTo("ws://127.0.0.1:21082/ws");
    }

    @Test
    void given_bind_to_all_addresses_then_people_are_shown_one_they_can_reach_over_tls() {
        var open = resolve("--bind", "0.0.0.0", "--asterisk-https-port", "21083");

        assertThat(open.reachableAddress()).isNotEqualTo("0.0.0.0");
        assertThat(open.localAddress()).isEqualTo("127.0.0.1");
        assertThat(open.sipWebSocketUrl()).startsWith("wss://").endsWith(":21083/ws");
    }

    @ParameterizedTest
    @CsvSource({"--http-port, 0", "--http-port, 65536", "--sip-port, x", "--bind, example.org", "--rtp-range, 10000",
            "--rtp-range, 10001-10999", "--rtp-range, 10000-10010", "--rtp-range, 10000-99999"})
    void given_a_value_that_cannot_be_used_then_it_is_refused_by_the_flags_name(String flag, String value) {
        assertThatThrownBy(() -> resolve(flag, value)).isInstanceOf(Refusal.class).hasMessageContaining(flag);
    }

    @Test
    void given_a_data_folder_that_configuration_cannot_carry_then_it_is_refused() {
        assertThatThrownBy(() -> new Layout(Path.of("/tmp/a;b"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("--data");
    }

    @Test
    void given_environment_and_a_former_start_then_flag_beats_environment_beats_former() {
        resolve("--sip-port", "21080", "--ami-port", "21081", "--db-port", "21082").save(layout);

        var chosen = resolve(Map.of("PBX_SIP_PORT", "21090", "PBX_AMI_PORT", "21091"), "--sip-port", "21099");

        assertThat(chosen.sipPort()).isEqualTo(21099);
        assertThat(chosen.amiPort()).isEqualTo(21091);
        assertThat(chosen.databasePort()).isEqualTo(21082);
    }

    @Test
    void given_another_database_without_its_owners_password_then_it_is_asked_for() {
        assertThatThrownBy(() -> resolve(Map.of("PBX_DB_URL", "jdbc:postgresql://db:5432/pbx")))
                .isInstanceOf(Refusal.class).hasMessageContaining("PBX_DB_OWNER_PASSWORD");
    }

    private Settings resolve(String... arguments) {
        return resolve(Map.of(), arguments);
    }

    private Settings resolve(Map<String, String> environment, String... arguments) {
        var options = new SettingsOptions(environment);
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("settings",
                CommandLine.Model.CommandSpec.forAnnotatedObject(options))).parseArgs(arguments);
        return options.resolve(layout);
    }
}

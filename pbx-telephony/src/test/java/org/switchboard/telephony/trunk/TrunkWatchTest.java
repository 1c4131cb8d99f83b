package org.switchboard.telephony.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Settings;
import org.switchboard.local.phone.RawSip;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.TrunkLink;
import org.switchboard.telephony.number.DialForm;

/** Trunks in a real Asterisk, with providers beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrunkWatchTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TrunkStates states = new TrunkStates();
    private LocalStack stack;
    private TrunkWatch watch;
    private UUID acme;
    private UUID other;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        stack = LocalStack.start(folder.resolve("data"), Settings.forTest());
        acme = tenant("acme");
        other = tenant("other");
        var database = new PGSimpleDataSource();
        database.setUrl(stack.jdbcUrl());
        database.setUser("pbx_engine");
        database.setPassword(stack.secrets().databaseEngine());
        watch = new TrunkWatch(database, new TrunkLink(new AmiConfig("127.0.0.1", stack.settings().amiPort(), "pbx", stack.secrets().ami())), states);
        watch.start();
    }

    @AfterAll
    void stopAll() {
        watch.close();
        stack.close();
    }

    @Test
    void given_a_new_trunk_that_registers_when_stored_then_it_is_signed_in_at_once_and_shown_so() {
        try (var provider = provider("127.0.0.11")) {
            provider.account("acct7", "s3;cr^et\"");
            var began = System.nanoTime();
            var trunk = register(acme, provider, "acct7", "s3;cr^et\"");
            Awaitility.await().atMost(Duration.ofSeconds(3)).pollInterval(Duration.ofMillis(10)).until(() -> provider.isRegistered("acct7"));
            System.out.printf("a new trunk was signed in after %d ms%n", (System.nanoTime() - began) / 1_000_000);
            awaitHealth(trunk, TrunkHealth.REGISTERED);
            assertThat(states.of(trunk).roundTrip()).isPositive();
            // Another trunk does not disturb it.
            var registers = provider.requests("REGISTER").size();
            try (var second = provider("127.0.0.12")) {
                second.account("b", "pw");
                var theirs = register(other, second, "b", "pw");
                awaitHealth(theirs, TrunkHealth.REGISTERED);
                delete(theirs);
                Awaitility.await().atMost(SOON).until(() -> !second.isRegistered("b"));
            }
            assertThat(provider.requests("REGISTER")).hasSize(registers);
            delete(trunk);
            Awaitility.await().atMost(SOON).until(() -> !provider.isRegistered("acct7"));
        }
    }

    @Test
    void given_a_wrong_password_when_it_is_put_right_then_the_refusal_is_shown_and_ends_at_once() {
        try (var provider = provider("127.0.0.13")) {
            provider.account("acct8", "right");
            var trunk = register(acme, provider, "acct8", "wrong");
            awaitHealth(trunk, TrunkHealth.REJECTED);
            execute("update trunk set password = 'right' where id = ?", trunk.id());
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> provider.isRegistered("acct8"));
            awaitHealth(trunk, TrunkHealth.REGISTERED);
            delete(trunk);
        }
    }

    @Test
    void given_a_provider_known_by_address_when_it_dies_then_it_is_unreachable_and_after_deletion_it_is_asked_no_more() {
        try (var provider = provider("127.0.0.14")) {
            var trunk = byAddress(acme, provider);
            awaitHealth(trunk, TrunkHealth.REACHABLE);
            provider.dead(true);
            cli("pjsip qualify " + trunk.endpointId());
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> states.of(trunk).health() == TrunkHealth.UNREACHABLE);
            provider.dead(false);
            delete(trunk);
            Awaitility.await().atMost(SOON).until(() -> cli("pjsip show qualify aor " + trunk.endpointId()).contains("Qualify frequency    : 0")
                    || cli("pjsip show qualify aor " + trunk.endpointId()).contains("Unable"));
        }
    }

    @Test
    void given_a_call_by_address_when_it_comes_then_it_is_the_trunks_and_nobody_else_gets_so_far() {
        try (var provider = provider("127.0.0.15"); var stranger = provider("127.0.0.16")) {
            var trunk = byAddress(acme, provider);
            awaitHealth(trunk, TrunkHealth.REACHABLE);
            // Without an engine and without a number it is told that nobody is there.
            assertThat(provider.call("0299999999", "01012345678").awaitFinal(SOON)).isEqualTo(480);
            assertThat(stranger.call("0299999999", "01012345678").awaitFinal(SOON)).isEqualTo(401);
            // A trunk's name opens nothing.
            assertThat(stranger.call("0299999999", trunk.endpointId()).awaitFinal(SOON)).isEqualTo(401);
            delete(trunk);
            Awaitility.await().atMost(SOON).until(() -> provider.call("0299999999", "01012345678").awaitFinal(SOON) == 401);
        }
    }

    @Test
    void given_a_device_at_the_providers_address_when_it_calls_then_it_is_the_device_and_must_prove_it() {
        try (var provider = provider("127.0.0.1")) {
            var trunk = byAddress(acme, provider);
            var account = device(acme);
            awaitHealth(trunk, TrunkHealth.REACHABLE);
            assertThat(provider.call("102", account.username()).awaitFinal(SOON)).isEqualTo(401);
            try (var phone = RawSip.open(stack.settings().sipPort())) {
                assertThat(phone.register(account.username(), account.password()).finalStatus()).isEqualTo(200);
            }
            // The provider cannot register as its trunk.
            try (var phone = RawSip.open(stack.settings().sipPort())) {
                assertThat(phone.register(trunk.endpointId(), "x").finalStatus()).isIn(401, 403, 404);
            }
            delete(trunk);
        }
    }

    @Test
    void given_a_registered_trunk_when_called_over_the_registration_then_it_is_told_by_its_line_from_any_address() {
        try (var provider = provider("127.0.0.17")) {
            provider.account("acct9", "pw");
            var trunk = register(acme, provider, "acct9", "pw");
            awaitHealth(trunk, TrunkHealth.REGISTERED);
            assertThat(provider.callOver("acct9", "0299999999", "01012345678").awaitFinal(SOON)).isEqualTo(480);
            delete(trunk);
        }
    }

    @Test
    void given_a_flood_of_strangers_when_looked_up_by_address_then_the_database_is_not_asked_for_each() {
        var before = addressQueries();
        try (var stranger = RawSip.open(stack.settings().sipPort())) {
            for (int i = 0; i < 200; i++) {
                stranger.send("INVITE sip:1@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + stranger.localPort() + ";branch=z9hG4bKx" + i
                        + "\r\nFrom: <sip:nobody@x>;tag=" + i + "\r\nTo: <sip:1@127.0.0.1>\r\nCall-ID: flood" + i
                        + "\r\nCSeq: 1 INVITE\r\nMax-Forwards: 9\r\nContact: <sip:x@127.0.0.1:" + stranger.localPort() + ">\r\nContent-Length: 0\r\n\r\n");
            }
            assertThat(stranger.options().status()).isPresent();
        }
        assertThat(addressQueries() - before).isLessThan(5);
    }

    /** How often Asterisk has read the trunks' addresses. */
    private long addressQueries() {
        execute("select pg_stat_force_next_flush()");
        return query("select seq_scan + coalesce(idx_scan, 0) from pg_stat_user_tables where relname = 'trunk_address'");
    }

    private void awaitHealth(Trunk trunk, TrunkHealth wanted) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(states.of(trunk).health()).isEqualTo(wanted));
    }

    private SipProvider provider(String address) {
        return SipProvider.start(address, stack.settings().sipPort(), Clock.systemUTC());
    }

    private Trunk register(UUID tenant, SipProvider provider, String username, String password) {
        return trunk(tenant, provider, TrunkKind.REGISTER, username, password);
    }

    private Trunk byAddress(UUID tenant, SipProvider provider) {
        return trunk(tenant, provider, TrunkKind.IP, null, null);
    }

    private Trunk trunk(UUID tenant, SipProvider provider, TrunkKind kind, String username, String password) {
        var id = UUID.randomUUID();
        var endpoint = "trunk" + letters(15);
        execute("insert into trunk (id, tenant_id, name, endpoint_id, kind, host, port, username, password) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, tenant, endpoint, endpoint, kind.value(), provider.address(), provider.port(), username, password);
        return new Trunk(id, tenant, endpoint, endpoint, true, kind, provider.address(), provider.port(), TrunkTransport.UDP, username, List.of(),
                DialForm.PLUS, null, null, Clock.systemUTC().instant());
    }

    private void delete(Trunk trunk) {
        execute("delete from trunk where id = ?", trunk.id());
    }

    private SipAccount device(UUID tenant) {
        var username = letters(16);
        execute("insert into extension (tenant_id, number, name) values (?, '101', 'Mina')", tenant);
        execute("""
                insert into device (tenant_id, extension_id, name, sip_username, ha1)
                select tenant_id, id, 'desk', ?, md5(?) from extension where tenant_id = ?""", username, username + ":switchboard:pw", tenant);
        return new SipAccount(username, "pw", "127.0.0.1", stack.settings().sipPort());
    }

    private UUID tenant(String slug) {
        var id = UUID.randomUUID();
        execute("insert into tenant (id, slug, name, country) values (?, ?, ?, 'KR')", id, slug, slug);
        return id;
    }

    private String cli(String command) {
        return stack.asterisk().cli(command).toString();
    }

    private static String letters(int count) {
        return ThreadLocalRandom.current().ints(count, 'a', 'z' + 1).mapToObj(letter -> String.valueOf((char) letter)).collect(Collectors.joining());
    }

    private void execute(String sql, Object... values) {
        try (var connection = connection(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long query(String sql) {
        try (var connection = connection(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword());
    }
}

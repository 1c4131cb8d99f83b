package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.bench.DeviceFleet;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;

/** A change in the database is in force on the next request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesAreLiveTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private TestPbx pbx;
    private Company acme;
    private BaresipPhone alice;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new TestPbx(folder);
        DeviceFleet.insert(pbx.stack(), "fleet", 10_000);
        acme = pbx.company("acme");
        acme.extension("101", "Alice");
        pbx.startEngine();
        alice = pbx.phone("alice", acme.device("101", "desk"));
    }

    @AfterAll
    void stopAll() {
        pbx.close();
    }

    @Test
    void given_ten_thousand_extensions_when_one_is_renumbered_then_it_is_called_by_the_new_number_within_a_second() {
        acme.extension("110", "Bob");
        var bob = pbx.phone("bob", acme.device("110", "desk"));
        acme.rename("110", "111");
        Awaitility.await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(10))
                .until(() -> pbx.engine().plans().plan(acme.id()).orElseThrow().extension("111").isPresent());
        alice.dial("111");
        bob.answer(bob.awaitCall(SOON, "ringing", call -> call.isOpen() && !call.outgoing()));
        alice.hangUp(alice.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING));
        pbx.awaitNothingLeft();
    }

    @Test
    void given_a_registered_device_when_it_is_deleted_then_its_registration_is_gone_and_it_can_no_longer_call() {
        acme.extension("120", "Gone");
        var account = acme.device("120", "lost");
        var gone = pbx.phone("gone", account);
        assertThat(pbx.stack().asterisk().cli("database show registrar").toString()).contains(account.username());
        acme.deleteDevice(account.username());
        Awaitility.await().atMost(Duration.ofSeconds(1)).until(() ->
                !pbx.stack().asterisk().cli("database show registrar").toString().contains(account.username()));
        gone.dial("101");
        gone.awaitCall(SOON, "a refusal", call -> call.closeReason().contains("401") || call.closeReason().contains("403"));
        assertThat(alice.calls()).noneMatch(PhoneCall::isOpen);
    }
}

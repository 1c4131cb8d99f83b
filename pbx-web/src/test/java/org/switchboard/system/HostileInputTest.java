package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchboard.local.Ports;
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.RawSip;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.phone.SippPlan;
import tools.jackson.databind.JsonNode;

/** What strangers and broken phones send. */
@SystemTest
final class HostileInputTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String FORMULA = "=1+1\"';\\ Bob";
    /** As phones are told it: a quote or backslash would end SIP's quoted string early (view ps_endpoints). */
    private static final String FORMULA_SHOWN = "=1+1'';/ Bob";
    private static final int GUESSES = 150;
    /** A look-up by an index on a busy machine; a look-up that reads the whole table, or a pause for known names, takes longer. */
    private static final double LOOKUP_MS = 5;

    @Test
    void given_a_name_that_is_a_script_when_it_calls_then_phones_pages_and_export_show_it_as_text(
            Browser browser, Phones phones, Company company) {
        company.extension("101", SCRIPT).extension("102", FORMULA);
        var alice = phones.at("alice", company.device("101", "Desk"));
        var bob = phones.at("bob", company.device("102", "Desk"));
        browser.signIn(company);
        browser.noteDialogs();
        Page page = browser.open("/calls/live");

        alice.calls("102");
        bob.ringsFrom("101", SCRIPT).answers();
        alice.talks();
        // The row is there from the first ring on, the callee's name in it a moment later.
        var row = page.locator("#live-table tbody tr");
        PlaywrightAssertions.assertThat(row).containsText(SCRIPT);
        PlaywrightAssertions.assertThat(row).containsText(FORMULA_SHOWN);
        alice.hangsUp();
        company.record("the call", call -> call.path("callerName").asString().equals(SCRIPT)
                && call.path("calleeName").asString().equals(FORMULA_SHOWN));

        browser.open("/calls");
        PlaywrightAssertions.assertThat(page.locator("table.list")).containsText(SCRIPT);
        PlaywrightAssertions.assertThat(page.locator("table.list script")).hasCount(0);
        String csv = browser.download("/calls/export");
        assertThat(csv).contains(SCRIPT).contains("'=1+1").doesNotContain("\"=1+1").doesNotContain(",=1+1");
        assertThat(browser.dialogs()).as("scripts that ran").isEmpty();
    }

    @Test
    void given_a_phone_that_claims_another_name_when_it_calls_then_the_name_we_gave_it_is_shown(Phones phones, Company company) {
        company.extension("111", "Honest").extension("112", "Called");
        var device = company.device("111", "Desk");
        phones.at("honest", device);
        var called = phones.at("called", company.device("112", "Desk"));

        try (var wire = RawSip.open(company.portal().stack().settings().sipPort())) {
            wire.invite(device.account(), "112", "\"" + SCRIPT + "\\\" \1\7\33[31m =cmd|' /C calc'\"");
            called.ringsFrom("111", "Honest");
        }
        called.refuses();
        JsonNode call = company.record("the call", c -> c.path("caller").asString().equals("111"));
        assertThat(call.path("callerName").asString()).isEqualTo("Honest");
        assertThat(call.toString()).doesNotContain("calc");
    }

    @Test
    void given_what_is_dialled_is_hostile_when_called_then_it_is_unknown_and_kept_as_text(Phones phones, Company company, Portal portal) {
        company.extension("121", "Dialler");
        var dialler = phones.at("dialler", company.device("121", "Desk"));

        dialler.calls("%3Cscript%3E").isTold(404);
        dialler.calls("102%26PJSIP%2Fx").isTold(404);
        dialler.calls("%24%7BSHELL(id)%7D").isTold(404);
        dialler.calls("9".repeat(300)).isTold(404);

        company.record("one of them as text", call -> call.path("callee").asString().equals("102&PJSIP/x"));
        assertThat(company.history().stream().filter(call -> call.path("caller").asString().equals("121")))
                .isNotEmpty().noneMatch(call -> call.path("disposition").asString().equals("answered"));
        assertThat(portal.stack().asterisk().running()).as("Asterisk").isPresent();
    }

    @Test
    void given_the_torture_messages_of_rfc_4475_when_sent_then_asterisk_lives_and_the_next_call_works(
            Phones phones, Company company, Portal portal) {
        company.extension("131", "Alice").extension("132", "Bob");
        var alice = phones.at("alice", company.device("131", "Desk"));
        var bob = phones.at("bob", company.device("132", "Desk"));
        var before = portal.stack().asterisk().running().orElseThrow();

        try (var wire = RawSip.open(portal.stack().settings().sipPort())) {
            var messages = TortureMessages.all(portal.stack().settings().sipPort(), wire.localPort());
            assertThat(messages).hasSizeGreaterThan(30);
            messages.values().forEach(wire::send);
            // A message that must be answered comes last: when its answer is there, all before it have been read.
            wire.options();
        }

        assertThat(portal.stack().asterisk().running()).contains(before);
        alice.calls("132");
        bob.rings().answers();
        alice.talks().hears(bob);
        alice.hangsUp();
        bob.isFree();
    }

    @Test
    void given_a_wrong_secret_and_an_unknown_name_when_registering_then_the_answers_are_equal(Company company, Portal portal) {
        company.extension("141", "Known");
        String known = company.device("141", "Desk").account().username();
        try (var wire = RawSip.open(portal.stack().settings().sipPort())) {

            var toKnown = wire.register(known, "wrong");
            var toUnknown = wire.register("zzzz000000000000", "wrong");

            assertThat(toKnown.finalStatus()).isEqualTo(401);
            assertThat(toKnown.shape()).isEqualTo(toUnknown.shape());
        }
    }

    @Test
    void given_wrong_secrets_when_registering_by_turns_then_an_unknown_name_takes_a_database_lookup_longer_and_no_more(Company company, Portal portal) {
        company.extension("142", "Known");
        String known = company.device("142", "Desk").account().username();
        var toKnown = new ArrayList<Double>();
        var toUnknown = new ArrayList<Double>();
        try (var wire = RawSip.open(portal.stack().settings().sipPort())) {
            for (int i = 0; i < GUESSES; i++) {
                toKnown.add(wire.register(known, "wrong").lastTime().toNanos() / 1e6);
                toUnknown.add(wire.register("zzzz%012d".formatted(i), "wrong").lastTime().toNanos() / 1e6);
            }
        }

        double difference = median(toUnknown) - median(toKnown);

        System.out.printf("401 to a wrong secret, ms: known name %.2f, unknown name %.2f%n", median(toKnown), median(toUnknown));
        assertThat(Math.abs(difference)).as("how much longer an unknown name takes, ms").isLessThan(LOOKUP_MS);
    }

    private static double median(List<Double> times) {
        return Latencies.of(times.stream().mapToDouble(Double::doubleValue)).percentile(50);
    }

    @Test
    @Timeout(60)
    void given_a_flood_of_wrong_secrets_when_others_call_then_nothing_slows_for_them(Phones phones, Company company, Portal portal) {
        company.extension("151", "Alice").extension("152", "Bob");
        var aliceDevice = company.device("151", "Desk");
        var alice = phones.at("alice", aliceDevice);
        var bob = phones.at("bob", company.device("152", "Desk"));
        var names = IntStream.range(0, 200).mapToObj(i -> i % 2 == 0 ? aliceDevice.account().username() : "flood%011d".formatted(i))
                .map(name -> List.of(name, SippPlan.authentication(name, "wrong"))).toList();
        var calm = setUpTimes(alice, bob, 5);

        var plan = new SippPlan("register_refused", portal.folder("flood"), Ports.free(1).getFirst(),
                portal.stack().settings().sipPort(), names, 200, 2_000, Duration.ofSeconds(30));
        Latencies flooded;
        try (var flood = Sipp.start(plan)) {
            flooded = setUpTimes(alice, bob, 10);
            assertThat(flood.isRunning()).as("the flood lasted as long as the calls").isTrue();
            var result = flood.await();
            assertThat(result.failed()).as("guesses that were not refused: " + result.errors()).isZero();
        }

        System.out.println("Call set-up, ms: calm " + calm.summary() + ", in a flood of 200 guesses/s " + flooded.summary());
        assertThat(flooded.percentile(95)).isLessThan(calm.percentile(95) + 500);
    }

    private static Latencies setUpTimes(Person caller, Person called, int calls) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < calls; i++) {
            long began = System.nanoTime();
            caller.calls("152");
            called.rings();
            times.add((System.nanoTime() - began) / 1e6);
            called.answers();
            caller.talks().hangsUp();
            called.isFree();
        }
        return Latencies.of(times.stream().mapToDouble(Double::doubleValue));
    }
}

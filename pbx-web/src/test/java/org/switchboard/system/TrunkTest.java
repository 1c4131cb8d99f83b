package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.local.phone.ProviderCall;
import org.switchboard.local.phone.ProviderManner;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** Calls of the world, in and out, by providers that register us or know us by address, and that behave well or badly. */
@SystemTest
final class TrunkTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MAIN = "+8221230001";
    private static final String NOWHERE = "+8221230002";
    private static final String CALLER = "+821012345678";

    private static Company.Device desk;
    private static SipProvider first;
    private static SipProvider second;
    private static String firstTrunk;
    private static String secondTrunk;

    @BeforeAll
    static void lines(Portal portal, Company company) {
        company.api().patch("/tenant", Map.of("country", "KR"));
        company.extension("101", "Alice", Map.of("mayCall", "international"));
        desk = company.device("101", "Desk");
        company.api().post("/numbers", Map.of("number", MAIN, "name", "Main", "to", Map.of("kind", "extension", "number", "101")));
        company.api().post("/numbers", Map.of("number", NOWHERE));
        first = SipProvider.start("127.0.0.21", portal.stack().settings().sipPort(), Clock.systemUTC());
        second = SipProvider.start("127.0.0.22", portal.stack().settings().sipPort(), Clock.systemUTC());
        first.account("acct", "secret");
        firstTrunk = trunk(company, "First", first, Map.of("kind", "register", "username", "acct", "password", "secret"));
        secondTrunk = trunk(company, "Second", second, Map.of("kind", "ip", "numberFormat", "national"));
        company.api().post("/outbound-routes", Map.of("name", "All", "patterns", List.of("+", "."), "trunks", List.of(firstTrunk, secondTrunk)));
        awaitHealth(company, firstTrunk, "registered");
        awaitHealth(company, secondTrunk, "reachable");
    }

    @AfterAll
    static void closeLines() {
        first.close();
        second.close();
    }

    @AfterEach
    void behaveAgain() {
        first.behave(ProviderManner.ANSWER);
        second.behave(ProviderManner.ANSWER);
    }

    @Test
    void given_a_number_when_called_over_the_registration_then_the_phone_rings_with_the_caller_and_they_talk(Phones phones) {
        var alice = phones.at("alice", desk);
        var call = first.callOver("acct", MAIN, CALLER);
        alice.rings().answers();
        call.awaitTalk(SOON);
        awaitTone(call);
        call.hangUp();
        alice.isFree();
    }

    @Test
    void given_a_number_when_called_by_address_in_national_form_then_the_phone_rings(Phones phones) {
        var alice = phones.at("alice", desk);
        var call = second.call("021230001", "01012345678");
        alice.rings().answers();
        call.awaitTalk(SOON);
        alice.hangsUp();
        call.awaitEnd(SOON);
    }

    @Test
    void given_numbers_that_lead_nowhere_or_are_not_ours_when_called_then_they_are_not_found() {
        assertThat(second.call(NOWHERE, CALLER).awaitFinal(SOON)).isEqualTo(404);
        assertThat(second.call("+8221239999", CALLER).awaitFinal(SOON)).isEqualTo(404);
    }

    @Test
    void given_a_blocked_and_an_anonymous_caller_when_the_rule_says_so_then_they_are_turned_away(Company company) {
        var rule = company.api().post("/caller-rules", Map.of("matches", "prefix", "number", "+8270"));
        var anonymous = company.api().post("/caller-rules", Map.of("matches", "anonymous"));
        eventually(() -> second.call(MAIN, "07012345678").awaitFinal(SOON) == 403);
        eventually(() -> second.call(MAIN, "").awaitFinal(SOON) == 403);
        company.api().delete("/caller-rules/" + rule.path("id").asString());
        company.api().delete("/caller-rules/" + anonymous.path("id").asString());
    }

    @Test
    void given_an_outside_number_when_dialled_then_the_provider_sees_number_and_caller_and_they_talk(Phones phones) {
        var alice = phones.at("alice", desk);
        int before = first.callsOut().size();
        alice.calls("01098765432");
        var call = first.awaitCall(before, SOON).awaitTalk(SOON);
        assertThat(call.invite().startLine()).contains("sip:+821098765432@");
        assertThat(call.invite().header("P-Asserted-Identity").orElse("")).contains(MAIN);
        assertThat(call.invite().header("From").orElse("")).contains("sip:acct@");
        alice.talks();
        awaitTone(call);
        alice.hangsUp();
        call.awaitEnd(SOON);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "TIMEOUT", "NONSENSE"})
    void given_a_first_trunk_that_fails_when_dialled_then_the_second_takes_the_call_in_its_own_form(ProviderManner manner, Phones phones) {
        var alice = phones.at("alice", desk);
        first.behave(manner);
        int before = second.callsOut().size();
        alice.calls("01098765432");
        var call = second.awaitCall(before, SOON).awaitTalk(SOON);
        assertThat(call.invite().startLine()).contains("sip:01098765432@");
        assertThat(call.invite().header("From").orElse("")).contains(MAIN);
        alice.talks().hangsUp();
        call.awaitEnd(SOON);
    }

    @Test
    void given_a_busy_callee_when_dialled_then_no_other_trunk_is_tried(Phones phones) {
        var alice = phones.at("alice", desk);
        first.behave(ProviderManner.BUSY);
        int before = second.callsOut().size();
        alice.calls("01098765432");
        alice.isTold(486);
        assertThat(second.callsOut()).hasSize(before);
    }

    @Test
    void given_two_answers_when_dialled_then_one_talk_and_nothing_is_left(Phones phones) {
        var alice = phones.at("alice", desk);
        first.behave(ProviderManner.TWICE);
        int before = first.callsOut().size();
        alice.calls("01098765432");
        var call = first.awaitCall(before, SOON).awaitTalk(SOON);
        alice.talks().hangsUp();
        call.awaitEnd(SOON);
    }

    @Test
    void given_an_answer_that_comes_too_late_when_the_caller_gave_up_then_it_is_hung_up_again(Phones phones) {
        var alice = phones.at("alice", desk);
        first.behave(ProviderManner.LATE);
        int before = first.callsOut().size();
        alice.calls("01098765432");
        var call = first.awaitCall(before, SOON);
        alice.hearsRinging().hangsUp();
        call.awaitEnd(SOON);
    }

    @Test
    void given_a_trunk_whose_limit_is_reached_when_dialled_then_the_next_one_takes_the_call(Phones phones, Company company) {
        // A call of the test before, which still hangs up, would count.
        eventually(() -> company.live().isEmpty());
        company.api().patch("/trunks/" + firstTrunk, Map.of("callLimit", 1));
        var alice = phones.at("alice", desk);
        var inbound = first.callOver("acct", MAIN, CALLER);
        alice.rings().answers();
        inbound.awaitTalk(SOON);
        var other = company.device("101", "Other");
        var bob = phones.at("bob", other);
        int before = second.callsOut().size();
        int overFirst = first.callsOut().size();
        bob.calls("01098765432");
        Await.until(Duration.ofSeconds(4), () -> second.callsOut().size() > before);
        assertThat(first.callsOut()).hasSize(overFirst);
        var call = second.awaitCall(before, SOON).awaitTalk(SOON);
        bob.hangsUp();
        call.awaitEnd(SOON);
        inbound.hangUp();
        alice.isFree();
        company.delete(other);
        company.api().patch("/trunks/" + firstTrunk, new HashMap<>(Collections.singletonMap("callLimit", null)));
    }

    @Test
    void given_another_companys_trunk_when_it_brings_a_call_for_our_number_then_it_is_not_found(Portal portal) {
        var other = Company.open(portal, "trunktest-other");
        try (var theirs = SipProvider.start("127.0.0.23", portal.stack().settings().sipPort(), Clock.systemUTC())) {
            var trunk = trunk(other, "Theirs", theirs, Map.of("kind", "ip"));
            awaitHealth(other, trunk, "reachable");
            assertThat(theirs.call(MAIN, CALLER).awaitFinal(SOON)).isEqualTo(404);
            other.api().delete("/trunks/" + trunk);
        }
    }

    private static void awaitTone(ProviderCall call) {
        eventually(() -> call.sound().heard().last(1).partWithSound() > 0.5);
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(Await.until(SOON, condition)).isTrue();
    }

    private static String trunk(Company company, String name, SipProvider provider, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("name", name);
        body.put("host", provider.address());
        body.put("port", provider.port());
        return company.api().post("/trunks", body).path("id").asString();
    }

    private static void awaitHealth(Company company, String trunk, String health) {
        JsonNode[] last = new JsonNode[1];
        boolean well = Await.until(SOON, () -> {
            last[0] = company.api().get("/trunks/" + trunk);
            return last[0].path("health").asString().equals(health);
        });
        assertThat(well).as("%s, but: %s", health, last[0]).isTrue();
    }
}

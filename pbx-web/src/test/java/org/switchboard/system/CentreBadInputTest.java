package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchboard.local.phone.AgentPhone.Habit.answers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.switchboard.local.Ports;
import org.switchboard.local.phone.Customer;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.phone.SippLine;
import org.switchboard.local.process.Await;

/** What people do that nobody meant them to: agents in two places, callers who hang up in the instant of the answer. */
@SystemTest
final class CentreBadInputTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(90);
    private static final String MAIN = "+8221230402";
    private static final String ADDRESS = "127.0.0.42";
    private static final int TRIES = 24;
    private static final double RINGS = 0.6;

    private static SipProvider provider;
    private static CentreStaff staff;
    private static UUID queue;

    @BeforeAll
    static void centre(Portal portal, Company company) {
        var api = company.api();
        api.patch("/tenant", Map.of("country", "KR"));
        queue = UUID.fromString(api.post("/queues", Map.of("name", "Support", "number", "700",
                "offers", Map.of("ringSeconds", 10, "wrapUpSeconds", 30, "missedOffers", 0))).path("id").asString());
        api.post("/numbers", Map.of("number", MAIN, "to", Map.of("kind", "queue", "number", "700")));
        provider = SipProvider.start(ADDRESS, portal.stack().settings().sipPort(), Clock.systemUTC());
        var trunk = api.post("/trunks", Map.of("name", "Line", "kind", "ip", "host", provider.address(), "port", provider.port()));
        eventually("the line", () -> api.get("/trunks/" + trunk.path("id").asString()).path("health").asString().equals("reachable"));
        staff = new CentreStaff(portal, company, "Support");
        company.extension("109", "Spare room");
    }

    @AfterAll
    static void close() {
        staff.close();
        provider.close();
    }

    @Test
    void given_an_agent_who_signs_in_elsewhere_when_called_then_only_the_second_phone_rings_and_a_third_signs_him_out(Phones phones, Company company) {
        var alice = phones.at("alice", staff.hire("101", "Alice"));
        var spare = phones.at("spare", company.device("109", "Desk"));
        staff.signIn("101");
        company.api().ask("/agents/101/sign-in", Map.of("extension", "109"));
        assertThat(state(company, "101", "extension")).isEqualTo("109");
        var call = provider.call(MAIN, "+821033330001");
        spare.rings().answers();
        alice.doesNotRing();

        // In a talk he stays where he is; it ends, and he signs out in the wrap-up, which ends with it.
        call.hangUp();
        spare.isFree();
        eventually("a wrap-up", () -> state(company, "101", "state").equals("wrap_up"));
        company.api().postForReply("/agents/101/sign-out");
        assertThat(state(company, "101", "state")).isEqualTo("signed_out");

        // Another agent at the same phone: there is one agent at a phone.
        staff.signIn("101");
        staff.hire("108", "Hugo");
        company.api().ask("/agents/108/sign-in", Map.of("extension", "101"));
        assertThat(state(company, "101", "state")).isEqualTo("signed_out");
        assertThat(state(company, "108", "extension")).isEqualTo("101");
        company.api().postForReply("/agents/108/sign-out");
        company.api().refused(422, "POST", "/agents/101/sign-in", Map.of("extension", "999"));
        company.api().refused(422, "POST", "/agents/101/pause", Map.of("reason", "no such reason"));
    }

    @Test
    void given_callers_who_hang_up_in_the_instant_of_the_answer_then_each_stay_ends_once_and_every_agent_is_free_again(Portal portal, Company company) {
        company.api().patch("/queues/" + queue, Map.of("offers", Map.of("wrapUpSeconds", 0)));
        staff.works("102", "Bob", answers(RINGS, 60)).works("103", "Carol", answers(RINGS, 60)).works("104", "Dan", answers(RINGS, 60));
        // From too early to too late in steps of 20 ms, with an agent free for each.
        var customers = IntStream.range(0, TRIES).mapToObj(i -> new Customer("+8210444400" + (10 + i), MAIN, Duration.ofMillis(1_000L * i),
                Duration.ofMillis((long) (1_000 * RINGS) - 200 + 25L * i), "")).toList();
        List<SippLine> seen;
        try (var sipp = Customer.start(customers, portal.folder("instants-" + company.slug()), ADDRESS, Ports.free(1).getFirst(),
                portal.stack().settings().sipPort(), RUN)) {
            assertThat(Await.until(RUN, () -> !sipp.isRunning())).isTrue();
            seen = sipp.lines();
        }
        eventually("no calls", () -> company.live().isEmpty());
        for (String agent : List.of("102", "103", "104")) {
            eventually(agent + " is free", () -> state(company, agent, "state").equals("free"));
        }
        var stays = QueueRows.of(portal, queue);
        eventually("all rows", () -> stays.stays().values().stream().filter(stay -> stay.caller().startsWith("+82104444")).count() == TRIES
                && stays.stays().values().stream().noneMatch(stay -> stay.ends().isEmpty()));
        var ours = stays.stays().values().stream().filter(stay -> stay.caller().startsWith("+82104444")).toList();
        assertThat(ours).allSatisfy(stay -> {
            assertThat(stay.ends()).hasSize(1);
            assertThat(stay.of("answered")).hasSameSizeAs(stay.of("talk_ended"));
            assertThat(stay.of("offered")).hasSameSizeAs(stay.of("offer_ended", "answered"));
        });
        assertThat(seen.stream().filter(line -> line.what().equals("left"))).hasSize(TRIES);
        long answered = ours.stream().filter(stay -> !stay.of("answered").isEmpty()).count();
        assertThat(answered).as("some were answered, and some were not").isBetween(1L, TRIES - 1L);
    }

    private static String state(Company company, String agent, String field) {
        return company.api().get("/agents/" + agent + "/state").path(field).asString("");
    }

    private static void eventually(String what, BooleanSupplier condition) {
        assertThat(Await.until(SOON, condition)).as(what).isTrue();
    }
}

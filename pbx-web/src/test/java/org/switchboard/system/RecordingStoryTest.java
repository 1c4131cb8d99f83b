package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.ProviderSound;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.process.Await;

/** Talks are recorded, each side on its own channel, whoever called, whatever happens meanwhile. */
@SystemTest
final class RecordingStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MAIN = "+8221230101";
    private static final String CALLER = "+821012345678";
    /** A loaded machine drops sound here and there; the other's tone would leave nothing of this one. */
    private static final double MOSTLY = 0.5;

    private static Company.Device recorded;
    private static Company.Device plain;
    private static SipProvider provider;

    @BeforeAll
    static void office(Portal portal, Company company) {
        company.api().patch("/tenant", Map.of("country", "KR"));
        company.extension("101", "Alice", Map.of("mayCall", "national")).extension("102", "Bob");
        recorded = company.device("101", "Desk");
        plain = company.device("102", "Desk");
        company.api().post("/numbers", Map.of("number", MAIN, "to", Map.of("kind", "extension", "number", "101")));
        provider = SipProvider.start("127.0.0.31", portal.stack().settings().sipPort(), Clock.systemUTC());
        var trunk = company.api().post("/trunks", Map.of("name", "Line", "kind", "ip", "host", provider.address(), "port", provider.port()));
        company.api().post("/outbound-routes", Map.of("name", "All", "patterns", List.of("+", "."), "trunks", List.of(trunk.path("id").asString())));
        eventually(() -> company.api().get("/trunks/" + trunk.path("id").asString()).path("health").asString().equals("reachable"));
        record(company, "outside");
    }

    @AfterAll
    static void closeLine() {
        provider.close();
    }

    @AfterEach
    void recordOutsideAgain(Company company) {
        record(company, "outside");
    }

    private static void record(Company company, String policy) {
        company.api().patch("/extensions/101/recording", Map.of("record", policy));
    }

    @Test
    void given_talks_with_outside_when_either_calls_then_ours_is_left_and_theirs_is_right(Phones phones, Company company) {
        var alice = phones.at("alice", recorded);
        var call = provider.call(MAIN, CALLER);
        alice.rings().answers().hearsTone(ProviderSound.TONE);
        String first = live(company);
        call.hangUp();
        alice.isFree();
        var in = only(company, first);

        int before = provider.callsOut().size();
        alice.calls("01098765432");
        var out = provider.awaitCall(before, SOON).awaitTalk(SOON);
        alice.talks().hearsTone(ProviderSound.TONE);
        String second = live(company);
        alice.hangsUp();
        out.awaitEnd(SOON);
        var made = only(company, second);

        for (RecordedTalk talk : List.of(in, made)) {
            assertThat(talk.ours().partWithTone(tone(alice))).as("ours").isGreaterThan(MOSTLY);
            assertThat(talk.theirs().partWithTone(ProviderSound.TONE)).as("theirs").isGreaterThan(MOSTLY);
            assertThat(talk.row().path("extension").asString()).isEqualTo("101");
            assertThat(talk.row().path("seconds").asDouble()).isBetween(0.5, 15.0);
        }
    }

    @Test
    void given_a_talk_inside_when_not_to_be_recorded_then_it_is_not_and_when_always_then_it_is(Phones phones, Company company) {
        var alice = phones.at("alice", recorded);
        var bob = phones.at("bob", plain);
        String quiet = talk(company, bob, alice);
        record(company, "always");
        String[] last = new String[1];
        eventually(() -> {
            last[0] = talk(company, bob, alice);
            return has(company, last[0]);
        });
        var loud = only(company, last[0]);
        assertThat(loud.ours().partWithTone(tone(alice))).isGreaterThan(MOSTLY);
        assertThat(loud.theirs().partWithTone(tone(bob))).isGreaterThan(MOSTLY);
        assertThat(has(company, quiet)).isFalse();
    }

    @Test
    void given_a_talk_that_is_recorded_when_paused_and_resumed_then_there_is_silence_between(Phones phones, Company company) {
        var alice = phones.at("alice", recorded);
        var call = provider.call(MAIN, CALLER);
        alice.rings().answers().hearsTone(ProviderSound.TONE);
        String id = live(company);
        String live = "/live/calls/" + id + "/recording";
        assertThat(company.api().get(live).path("state").asString()).isEqualTo("on");
        company.api().ask(live, Map.of("action", "pause"));
        company.api().refused(422, "POST", live, Map.of("action", "pause"));
        assertThat(company.api().get(live).path("state").asString()).isEqualTo("paused");
        alice.hearsTone(ProviderSound.TONE);
        company.api().ask(live, Map.of("action", "resume"));
        alice.hearsTone(ProviderSound.TONE);
        call.hangUp();
        alice.isFree();

        var talk = only(company, id);
        for (Sound side : List.of(talk.ours(), talk.theirs())) {
            assertThat(longestSilence(side)).as("silence").isGreaterThan(0.5);
            assertThat(side.last(0.4).partWithSound()).as("sound again").isGreaterThan(0.2);
        }
        assertThat(talk.row().path("pauses")).hasSize(1);
        assertThat(company.api().get("/calls/" + talk.row().path("callId").asString()).toString()).contains("recording.pause", "recording.resume");
    }

    @Test
    void given_a_talk_that_is_recorded_when_it_is_handed_to_a_colleague_then_the_recording_goes_on(Phones phones, Company company) {
        var alice = phones.at("alice", recorded);
        var bob = phones.at("bob", plain);
        var call = provider.call(MAIN, CALLER);
        alice.rings().answers().hearsTone(ProviderSound.TONE);
        String id = live(company);
        alice.transfersTo("102");
        bob.rings().answers().hearsTone(ProviderSound.TONE);
        alice.isFree();
        eventually(() -> call.sound().heard().last(0.6).partWithTone(tone(bob)) > MOSTLY);
        call.hangUp();
        bob.isFree();

        var talk = only(company, id);
        assertThat(talk.theirs().partWithTone(ProviderSound.TONE)).isGreaterThan(MOSTLY);
        assertThat(talk.ours().partWithTone(tone(alice))).isGreaterThan(0.1);
        assertThat(talk.ours().partWithTone(tone(bob))).isGreaterThan(0.1);
    }

    @Test
    void given_a_talk_that_is_recorded_when_the_portal_dies_then_the_recording_is_there_once(Portal portal, Phones phones, Company company) {
        var alice = phones.at("alice", recorded);
        var call = provider.call(MAIN, CALLER);
        alice.rings().answers().hearsTone(ProviderSound.TONE);
        String id = live(company);
        portal.kill();
        alice.hearsTone(ProviderSound.TONE);
        call.hangUp();
        alice.isFree();
        portal.begin();
        only(company, id);
        portal.kill();
        portal.begin();
        only(company, id);
    }

    @Test
    void given_a_talk_that_is_not_recorded_when_somebody_asks_for_it_then_it_is_from_then_on(Phones phones, Company company) {
        record(company, "never");
        var alice = phones.at("alice", recorded);
        var bob = phones.at("bob", plain);
        bob.calls("101");
        alice.rings();
        String id = live(company);
        String live = "/live/calls/" + id + "/recording";
        company.api().refused(422, "POST", live, Map.of("action", "start"));
        alice.answers();
        bob.talks().hears(alice);
        company.api().ask(live, Map.of("action", "start"));
        bob.hears(alice);
        company.api().ask(live, Map.of("action", "stop"));
        bob.hears(alice).hangsUp();
        alice.isFree();
        var talk = only(company, id);
        assertThat(talk.ours().partWithTone(tone(bob))).as("the caller is left").isGreaterThan(MOSTLY);
        assertThat(talk.theirs().partWithTone(tone(alice))).isGreaterThan(MOSTLY);
        assertThat(talk.row().path("reason").asString()).isEqualTo("demand");
    }

    @Test
    void given_a_recording_when_fetched_in_parts_then_they_come_and_who_fetched_is_known_and_others_find_nothing(Portal portal, Phones phones,
                                                                                                                Company company) {
        var alice = phones.at("alice", recorded);
        var call = provider.call(MAIN, CALLER);
        alice.rings().answers().hearsTone(ProviderSound.TONE);
        String live = live(company);
        call.hangUp();
        alice.isFree();
        String id = only(company, live).row().path("id").asString();

        var part = RecordedTalk.fetch(company, id, "bytes=100-299");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(200);
        var plays = company.api().get("/recordings/" + id + "/plays").path("items");
        assertThat(plays).as("one play in parts").hasSize(1);
        assertThat(plays.get(0).path("kind").asString()).isEqualTo("api");
        assertThat(plays.get(0).path("actor").asString()).startsWith("token:");

        var stranger = Company.open(portal, "rec-" + Long.toString(System.nanoTime(), 36));
        assertThat(RecordedTalk.fetch(stranger, id, null).statusCode()).isEqualTo(404);
        stranger.api().refused(404, "DELETE", "/recordings/" + id, null);
        stranger.api().refused(404, "GET", "/recordings/" + id + "/plays", null);

        company.api().delete("/recordings/" + id);
        assertThat(RecordedTalk.fetch(company, id, null).statusCode()).isEqualTo(404);
        assertThat(company.api().get("/changes").toString()).contains("\"thing\":\"recording\"");
    }

    /** The id of the one call that is on. */
    private static String live(Company company) {
        eventually(() -> company.live().size() == 1);
        return company.live().getFirst().path("id").asString();
    }

    /** The one recording of a call that has ended. */
    private static RecordedTalk only(Company company, String callId) {
        return RecordedTalk.of(company, company.record("the call " + callId, one -> one.path("id").asString().equals(callId)), 1).getFirst();
    }

    /** Looks for a while: a recording comes later than the call. */
    private static boolean has(Company company, String callId) {
        company.record("the call " + callId, one -> one.path("id").asString().equals(callId));
        return Await.until(Duration.ofSeconds(4), () -> !company.api().get("/calls/" + callId + "/recordings").path("items").isEmpty());
    }

    private static String talk(Company company, Person caller, Person called) {
        caller.calls("101");
        called.rings().answers();
        caller.talks().hears(called);
        String id = live(company);
        caller.hangsUp();
        called.isFree();
        return id;
    }

    private static int tone(Person person) {
        return person.phone().settings().toneHz();
    }

    /** Seconds. */
    private static double longestSilence(Sound sound) {
        double longest = 0;
        double now = 0;
        for (float sample : sound.samples()) {
            now = Math.abs(sample) < 0.001 ? now + 1.0 / sound.rate() : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(Await.until(SOON, condition)).isTrue();
    }
}

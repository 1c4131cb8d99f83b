package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchboard.local.phone.AgentPhone.Habit.answers;
import static org.switchboard.local.phone.AgentPhone.Habit.declines;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchboard.local.Ports;
import org.switchboard.local.phone.Customer;
import org.switchboard.local.phone.ProviderCall;
import org.switchboard.local.phone.ProviderSound;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.phone.SippLine;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/**
 * A busy minute of a call centre: thirty callers, six agents of whom one declines, one lets ring and one vanishes, a supervisor
 * at a browser, a customer who is called back; and a second company that sees nothing of it. What the phones saw is compared
 * with what the portal tells, call by call.
 */
@SystemTest
@Timeout(300)
final class CallCentreStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(150);
    private static final Duration SAME = Duration.ofSeconds(1);
    private static final String MAIN = "+8221230401";
    private static final String VIP = "+821055550000";
    private static final String ADDRESS = "127.0.0.41";
    private static final int CALLERS = 30;
    private static final int ASKS_FOR_CALLBACK = 14;
    private static final double HEARD = 0.05;

    @Test
    void given_a_busy_minute_when_callers_agents_and_a_supervisor_do_as_they_do_then_all_that_is_told_of_it_is_what_the_phones_saw(
            Portal portal, Company company, Phones phones, Browser browser) {
        company.api().patch("/tenant", Map.of("country", "KR"));
        var provider = SipProvider.start(ADDRESS, portal.stack().settings().sipPort(), Clock.systemUTC());
        UUID queue = centre(company, provider);
        var stranger = Company.open(portal, "centre-stranger");
        try (provider; var staff = new CentreStaff(portal, company, "Support")) {
            var alice = phones.at("alice", staff.hire("101", "Alice"));
            staff.signIn("101");
            var supervisor = supervisor(company);
            var sue = phones.at("sue", company.device("107", "Desk"));
            browser.signIn(supervisor);
            Page board = browser.open("/wallboard");
            var strangers = new Stranger(browser, portal, stranger);

            // The first caller reaches the only agent, and is the one that the supervisor turns to.
            ProviderCall vip = provider.call(MAIN, VIP);
            alice.rings().answers();
            alice.hearsTone(ProviderSound.TONE);
            staff.works("102", "Bob", answers(0.5, 4))
                    .works("103", "Carol", answers(3, 4))
                    .works("104", "Dan", declines(0.5), answers(0.5, 4))
                    .works("105", "Eve", answers(1, 4))
                    .works("106", "Frank", answers(30, 3));
            try (Sipp customers = Customer.start(customers(), portal.folder("customers-" + company.slug()), ADDRESS, Ports.free(1).getFirst(),
                    portal.stack().settings().sipPort(), RUN)) {
                supervise(browser, board, alice, sue, vip);
                eventually("a queue", () -> live(company, queue).path("waiting").size() >= 3);
                browser.screenshot("wallboard-busy");
                staff.phone("105").vanish();
                pullLastToFront(company, queue);
                Await.until(Duration.ofSeconds(8), () -> !customers.isRunning());
                browser.screenshot("wallboard-one-agent-vanished");
                staff.phone("105").comeBack();
                assertThat(Await.until(RUN, () -> !customers.isRunning())).as("all callers are done").isTrue();
                vip.hangUp();
                eventually("nobody waits", () -> live(company, queue).path("waiting").isEmpty());
                eventually("nobody talks", () -> company.live().isEmpty());

                compare(QueueRows.of(portal, queue), customers.lines(), staff, provider);
                report(company, queue, browser, board);
                strangers.sawNothing(queue);
            }
        }
    }

    private static UUID centre(Company company, SipProvider provider) {
        var api = company.api();
        var made = api.post("/queues", Map.of("name", "Support", "number", "700",
                "offers", Map.of("ringSeconds", 5, "wrapUpSeconds", 1, "missedOffers", 1, "setAsideSeconds", 5),
                "callback", Map.of("key", "5"), "sounds", Map.of("announcePosition", false, "announceWait", false)));
        api.post("/numbers", Map.of("number", MAIN, "name", "Support line", "to", Map.of("kind", "queue", "number", "700")));
        var trunk = api.post("/trunks", Map.of("name", "Line", "kind", "ip", "host", provider.address(), "port", provider.port()));
        api.post("/outbound-routes", Map.of("name", "All", "patterns", List.of("+", "."), "trunks", List.of(trunk.path("id").asString())));
        eventually("the line", () -> api.get("/trunks/" + trunk.path("id").asString()).path("health").asString().equals("reachable"));
        return UUID.fromString(made.path("id").asString());
    }

    private static Company.Admin supervisor(Company company) {
        String email = "sue@" + company.slug() + ".example";
        var made = company.api().post("/users", Map.of("email", email, "name", "Sue", "role", "supervisor"));
        company.extension("107", "Sue", Map.of("userId", made.path("id").asString()));
        return new Company.Admin(email, made.path("password").asString());
    }

    /** Thirty callers: every fourth has little patience, one would rather be called back. */
    private static List<Customer> customers() {
        return IntStream.range(0, CALLERS).mapToObj(i -> new Customer(number(i), MAIN, Duration.ofMillis(500 + 800L * i),
                i % 4 == 3 ? Duration.ofMillis(3_000 + 130L * i) : Duration.ofSeconds(70), i == ASKS_FOR_CALLBACK ? "51" : "")).toList();
    }

    private static String number(int index) {
        return "+8210100000" + (10 + index);
    }

    private static void supervise(Browser browser, Page board, Person alice, Person sue, ProviderCall vip) {
        board.locator(".pill:has-text('Alice')").first().click();
        Locator listen = board.locator(".supervision button:has-text('Listen')");
        PlaywrightAssertions.assertThat(listen).isVisible();
        listen.click();
        sue.rings().answers();
        hears("the supervisor", sue, ProviderSound.TONE, tone(alice));
        hears("the customer", vip, tone(alice));
        hears("the agent", alice, ProviderSound.TONE);
        browser.screenshot("wallboard-listening");
        board.locator(".supervision button:has-text('Whisper')").click();
        hears("the agent", alice, ProviderSound.TONE, tone(sue));
        hears("the customer", vip, tone(alice));
        board.locator(".supervision button:has-text('Take over')").click();
        alice.isFree();
        hears("the customer", vip, tone(sue));
        hears("the supervisor", sue, ProviderSound.TONE);
        browser.screenshot("wallboard-taken-over");
        board.locator("[data-drawer] [data-close]").click();
    }

    private static void pullLastToFront(Company company, UUID queue) {
        JsonNode last = null;
        for (JsonNode caller : live(company, queue).path("waiting")) {
            last = caller.path("callback").asBoolean() ? last : caller;
        }
        company.api().ask("/queues/" + queue + "/waiting/" + last.path("visit").asString() + "/front", Map.of());
    }

    private static JsonNode live(Company company, UUID queue) {
        return company.api().get("/queues/" + queue + "/live");
    }

    private static void compare(QueueRows written, List<SippLine> customers, CentreStaff staff, SipProvider provider) {
        List<SippLine> agents = staff.allLines();
        var stays = new HashMap<String, QueueRows.Stay>();
        var wrong = new ArrayList<String>();
        eventually("all rows", () -> written.stays().values().stream().noneMatch(stay -> stay.ends().isEmpty()));
        written.stays().values().forEach(stay -> {
            if (stays.put(stay.caller(), stay) != null || stay.ends().size() != 1) {
                wrong.add("two stays or two ends: " + stay);
            }
        });
        assertThat(stays).as("stays").hasSize(CALLERS + 1);
        for (int i = 0; i < CALLERS; i++) {
            String number = number(i);
            var stay = stays.get(number);
            var came = line(customers, "in", number);
            var answered = line(agents, "answered", number);
            var left = line(customers, "left", number);
            if (stay == null || came == null) {
                wrong.add(number + " came " + came + ", written: " + stay);
            } else if (answered != null) {
                check(wrong, number, stay, "answered", came.at(), answered.at());
            } else {
                check(wrong, number, stay, "abandoned", came.at(), left == null ? null : left.at());
            }
        }
        assertThat(wrong).as("calls of which the portal tells otherwise than the phones").isEmpty();
        assertThat(provider.callsOut()).as("the callback").hasSize(1);
        var calledBack = stays.get(number(ASKS_FOR_CALLBACK));
        assertThat(calledBack.of("callback_asked")).hasSize(1);
        assertThat(calledBack.of("answered")).singleElement().satisfies(row -> assertThat(row.callback()).isTrue());
        assertThat(stays.get(VIP).of("answered")).hasSize(1);
        staff.lines().forEach(CallCentreStoryTest::isNeverRungTwice);
        wasNext(stays);
    }

    /** From the moment in which a supervisor pulled a caller to the front, no phone is rung for another until one is for him. */
    private static void wasNext(Map<String, QueueRows.Stay> stays) {
        var pulled = stays.values().stream().filter(stay -> !stay.of("reordered").isEmpty()).findFirst().orElseThrow();
        Instant from = pulled.of("reordered").getFirst().at();
        boolean rung = pulled.of("offered").stream().filter(row -> row.at().isBefore(from)).count()
                > pulled.of("offer_ended", "answered").stream().filter(row -> row.at().isBefore(from)).count();
        Instant to = rung ? from : pulled.rows().stream().filter(row -> row.at().isAfter(from)).findFirst().orElseThrow().at();
        assertThat(stays.values()).filteredOn(stay -> stay != pulled).flatExtracting(stay -> stay.of("offered"))
                .noneMatch(row -> row.at().isAfter(from) && row.at().isBefore(to));
    }

    private static void check(List<String> wrong, String number, QueueRows.Stay stay, String kind, Instant from, Instant to) {
        var end = stay.ends().getFirst();
        if (to == null || !end.kind().equals(kind)
                || Duration.between(from, to).minusMillis(end.waitedMs()).abs().compareTo(SAME) > 0) {
            wrong.add("%s: phones: %s after %s ms; written: %s".formatted(number, kind,
                    to == null ? "?" : Duration.between(from, to).toMillis(), stay.rows()));
        }
    }

    private static SippLine line(List<SippLine> lines, String what, String who) {
        return lines.stream().filter(line -> line.what().equals(what) && line.who().endsWith(who.substring(who.length() - 8))).findFirst().orElse(null);
    }

    /** A phone that is rung is rung for nobody else until that call is over. */
    private static void isNeverRungTwice(String agent, List<SippLine> lines) {
        String busyWith = null;
        for (SippLine line : lines) {
            switch (line.what()) {
                case "rung" -> {
                    // Eve's phone vanished, and never told how its last call ended.
                    assertThat(busyWith).as("agent %s is rung for %s", agent, line.who()).satisfiesAnyOf(none -> assertThat(none).isNull(),
                            _ -> assertThat(agent).isEqualTo("105"));
                    busyWith = line.who();
                }
                case "ended", "done", "missed", "declined" -> busyWith = null;
                default -> assertThat(busyWith).isEqualTo(line.who());
            }
        }
    }

    private static void report(Company company, UUID queue, Browser browser, Page board) {
        var total = company.api().get("/reports/queues").path("total");
        long answered = total.path("answered").asLong();
        long abandoned = total.path("abandoned").asLong();
        assertThat(total.path("entered").asLong()).isEqualTo(CALLERS + 1);
        assertThat(answered + abandoned).isEqualTo(CALLERS + 1);
        assertThat(total.path("callbacks").path("answered").asLong()).isEqualTo(1);
        assertThat(live(company, queue).path("serviceLevel").asDouble()).isEqualTo(total.path("serviceLevel").asDouble());
        PlaywrightAssertions.assertThat(board.locator("[data-total] [data-f=an]")).hasText("" + answered);
        PlaywrightAssertions.assertThat(board.locator("[data-total] [data-f=ab]")).hasText("" + abandoned);
        browser.screenshot("wallboard-afterwards");
        var agents = company.api().get("/reports/agents").path("items");
        long byAgent = 0;
        for (JsonNode agent : agents) {
            byAgent += agent.path("calls").path("answered").asLong();
        }
        assertThat(byAgent).isEqualTo(answered);
        var session = company.api().get("/supervision").path("items").get(0);
        assertThat(session.path("turns")).extracting(turn -> turn.path("mode").asString()).containsExactly("listen", "whisper", "take_over");
        browser.open("/reports");
        browser.screenshot("report-afterwards");
        System.out.println("Call centre story: " + total);
    }

    private static int tone(Person person) {
        return person.phone().settings().toneHz();
    }

    private static void hears(String who, Person person, Integer... hertz) {
        var heard = new ArrayList<Integer>();
        assertThat(Await.until(SOON, () -> {
            var mark = person.phone().ear().mark();
            Await.until(SOON, () -> person.phone().ear().since(mark).stream().anyMatch(sound -> sound.seconds() > 0.5));
            return person.phone().ear().since(mark).stream().filter(sound -> sound.seconds() > 0.5).findFirst()
                    .filter(sound -> isJust(sound, heard, hertz)).isPresent();
        })).as("%s hears %s, but heard %s", who, List.of(hertz), heard).isTrue();
    }

    private static void hears(String who, ProviderCall call, Integer... hertz) {
        var heard = new ArrayList<Integer>();
        assertThat(Await.until(SOON, () -> isJust(call.sound().heard().last(0.5), heard, hertz)))
                .as("%s hears %s, but heard %s", who, List.of(hertz), heard).isTrue();
    }

    /** These pitches and none of the others who talk here. */
    private static boolean isJust(Sound sound, List<Integer> heard, Integer... hertz) {
        heard.clear();
        List.of(ProviderSound.TONE, 440, 1010).stream().filter(tone -> sound.level(tone) > HEARD).forEach(heard::add);
        return heard.size() == hertz.length && heard.containsAll(List.of(hertz));
    }

    private static void eventually(String what, BooleanSupplier condition) {
        assertThat(Await.until(SOON, condition)).as(what).isTrue();
    }
}

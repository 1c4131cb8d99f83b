package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchboard.local.phone.ProviderCall;
import org.switchboard.local.phone.ProviderSound;
import org.switchboard.local.phone.SipMessage;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/**
 * The story of the reception: made from nothing in a browser, called over a provider's line at three times of day, heard by the
 * tones of its prompts; and the picture, the question and the explanation tell the same.
 */
@SystemTest
@Timeout(240)
final class ReceptionStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LAMP = Duration.ofSeconds(2);
    private static final String CALLER = "+821012345678";

    private static final Set<String> SEEN = new HashSet<>();

    private static GreenMail post;
    private static SipProvider provider;
    private static Path clock;

    @BeforeAll
    static void open(Portal portal) {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        clock = portal.folder("clock").resolve("offset");
        SettablePortal.set(clock, Instant.now());
        portal.stop();
        portal.begin(SettablePortal.class, Map.of(SettablePortal.FILE, clock.toString(), "PBX_SMTP_HOST", "127.0.0.1",
                "PBX_SMTP_PORT", "" + post.getSmtp().getPort(), "PBX_SMTP_TLS", "none", "PBX_SMTP_FROM", "pbx@company.example"));
        provider = SipProvider.start("127.0.0.31", portal.stack().settings().sipPort(), Clock.systemUTC());
    }

    @AfterAll
    static void close(Portal portal) {
        provider.close();
        portal.stop();
        portal.begin();
        post.stop();
    }

    @Test
    void given_a_reception_made_in_the_browser_when_the_world_calls_at_three_times_of_day_then_all_tell_the_same_story(
            Portal portal, Company company, Phones phones, Browser browser) {
        company.api().patch("/tenant", Map.of("country", "KR", "timeZone", "Asia/Seoul"));
        company.extension("201", "Alice").extension("202", "Bob");
        var alice = phones.at("alice", company.device("201", "Desk"));
        var bob = phones.at("bob", company.device("202", "Desk"));
        // Soon, since nobody is mailed about a message that is older than two days.
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1);
        browser.signIn(company);
        long began = System.nanoTime();
        Hands hands = new Reception(browser.page(), portal.folder("reception")).set(provider.address(), provider.port(), day.plusDays(1));
        System.out.printf("story: %d clicks, %d fields, %d s of machine time%n", hands.clicks(), hands.fields(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        browser.screenshot("story-number");

        at(day, 10);
        var answered = reachesTheGroup(alice, bob);
        tellsTheSame(browser, company, theCall(company), day, 10, "1,1", "answered");
        var missed = leavesAMessage(alice, bob);
        theMailArrives();
        tellsTheSame(browser, company, theCall(company), day, 10, "1,1", "no_answer");
        hearsTypedWords();
        tellsTheSame(browser, company, theCall(company), day, 10, "2", "answered");
        at(day, 20);
        hearsTheGreeting(hears(Reception.CLOSED, calls()), Reception.CLOSED).hangUp();
        tellsTheSame(browser, company, theCall(company), day, 20, "", "answered");
        at(day.plusDays(1), 10);
        hears(Reception.HOLIDAY, calls()).awaitEnd(SOON);
        tellsTheSame(browser, company, theCall(company), day.plusDays(1), 10, "", "answered");
        assertThat(List.of(answered, missed)).allMatch(ProviderCall::isOver);
    }

    /** The menu, the menu below it, the group: both ring, Alice takes it, Bob is told so. */
    private static ProviderCall reachesTheGroup(Person alice, Person bob) {
        var call = hears(Reception.MENU, calls());
        call.sound().type("1");
        hears(Reception.SALES, call).sound().type("1");
        alice.rings();
        bob.rings();
        alice.answers();
        bob.isFree();
        bob.sees("that it was answered elsewhere", message -> message.isRequest("CANCEL")
                && message.headers("Reason").stream().anyMatch(reason -> reason.contains("cause=26")));
        hears(alice.phone().settings().toneHz(), call);
        alice.hearsTone(ProviderSound.TONE);
        alice.hangsUp();
        call.awaitEnd(SOON);
        return call;
    }

    /** Nobody answers: the caller speaks after the tone, and the lamp lights. */
    private static ProviderCall leavesAMessage(Person alice, Person bob) {
        var call = hears(Reception.MENU, calls());
        // Typed into the prompts, and not one of them is lost.
        call.sound().type("11");
        alice.rings();
        bob.rings();
        alice.isFreeWithin(SOON);
        bob.isFree();
        hearsTheGreeting(call, Reception.SALES);
        call.sound().type("#");
        double from = call.sound().heard().seconds();
        heard("five seconds to speak in", call, sound -> sound.seconds() > from + 5);
        Instant left = Instant.now();
        call.hangUp();
        for (Person person : List.of(alice, bob)) {
            SipMessage lamp = person.phone().awaitMessage(SOON, "the lamp", message -> message.isRequest("NOTIFY")
                    && message.text().contains("Messages-Waiting: yes") && message.at().isAfter(left));
            var after = Duration.between(left, lamp.at());
            System.out.println("story: lamp of " + person.name() + " after " + after.toMillis() + " ms");
            assertThat(after).as("lamp of " + person.name()).isLessThan(LAMP);
        }
        return call;
    }

    private static ProviderCall hearsTheGreeting(ProviderCall call, int toneBefore) {
        heard("the greeting", call, sound -> sound.last(2).partWithSound() > 0.3 && sound.last(2).partWithTone(toneBefore) < 0.2);
        return call;
    }

    private static void theMailArrives() {
        assertThat(post.waitForIncomingEmail(SOON.toMillis(), 1)).as("mail about the message").isTrue();
        try {
            MimeMessage mail = post.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(Reception.MAIL);
            var sounds = new ArrayList<Sound>();
            collect(mail.getContent(), sounds);
            assertThat(sounds).as("sounds attached").hasSize(1);
            assertThat(sounds.getFirst().last(3).partWithTone(ProviderSound.TONE)).as("the caller's tone in it").isGreaterThan(0.6);
        } catch (MessagingException | IOException e) {
            throw new AssertionError("a mail that cannot be read", e);
        }
    }

    private static void collect(Object content, List<Sound> sounds) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("audio/*")) {
                    sounds.add(Tone.read(part.getInputStream().readAllBytes()));
                } else {
                    collect(part.getContent(), sounds);
                }
            }
        }
    }

    private static void hearsTypedWords() {
        var call = hears(Reception.MENU, calls());
        double from = call.sound().heard().seconds();
        call.sound().type("2");
        heard("words", call, sound -> sound.seconds() > from + 2 && sound.last(1.5).partWithSound() > 0.4
                && sound.last(1.5).partWithTone(Reception.MENU) < 0.2);
        call.awaitEnd(SOON);
    }

    /** The question over the API, its page, the picture and the call's explanation: the same steps in the same words. */
    private static void tellsTheSame(Browser browser, Company company, JsonNode call, LocalDate day, int hour, String digits, String ifRung) {
        String local = day + "T%02d:00:00".formatted(hour);
        JsonNode answer = company.api().ask("/route/evaluate", Map.of("number", Reception.NUMBER, "caller", CALLER, "at", local, "digits", digits,
                "ifRung", ifRung));
        assertThat(rules(call.path("steps"))).as("steps of the call").isEqualTo(rules(answer.path("steps")));
        Page page = browser.open("/what-if?number=" + encoded(Reception.NUMBER) + "&caller=" + encoded(CALLER) + "&at=" + local + "&digits=" + digits
                + "&ifRung=" + ifRung);
        JsonNode end = answer.path("end");
        PlaywrightAssertions.assertThat(page.locator(".way-end")).containsText(
                end.path("kind").asString().equals("hangup") ? "hang up" : end.path("name").asString(),
                new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        var asked = sentences(page);
        browser.screenshot("story-what-if-" + hour + "-" + ifRung);
        page = browser.open("/calls/" + call.path("id").asString());
        browser.screenshot("story-call-" + hour + "-" + ifRung);
        assertThat(sentences(page)).as("sentences of the call's explanation").isEqualTo(asked).asInstanceOf(InstanceOfAssertFactories.LIST).isNotEmpty();
        page = browser.open("/numbers/" + Reception.NUMBER.substring(1) + "/picture");
        for (JsonNode step : answer.path("steps")) {
            boolean isNumber = step.path("kind").asString().equals("number");
            PlaywrightAssertions.assertThat(page.locator(".picture > svg")).containsText(isNumber ? "02-555-0100" : step.path("name").asString());
        }
    }

    private static List<String> rules(JsonNode steps) {
        var rules = new ArrayList<String>();
        steps.forEach(step -> rules.add(step.path("kind").asString() + " " + step.path("name").asString() + ": " + step.path("rule").asString()));
        return rules;
    }

    /** What the boxes say, without the times that stand before it in a call's explanation. */
    private static Object sentences(Page page) {
        page.locator(".way-said > p").first().waitFor();
        return page.evaluate("[...document.querySelectorAll('.way-said > p')].map(p => (p.querySelector('span') ?? p).textContent)");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode theCall(Company company) {
        JsonNode call = company.record("a call that was not looked at yet", one -> !SEEN.contains(one.path("id").asString()));
        SEEN.add(call.path("id").asString());
        return call;
    }

    private static void at(LocalDate day, int hour) {
        SettablePortal.set(clock, day.atTime(hour, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant());
    }

    private static ProviderCall calls() {
        return provider.call(Reception.NUMBER, CALLER).awaitTalk(SOON);
    }

    private static ProviderCall hears(int hertz, ProviderCall call) {
        heard("a tone of " + hertz + " Hz", call, sound -> sound.seconds() > 0.6 && sound.last(0.6).partWithTone(hertz) > 0.8);
        return call;
    }

    private static void heard(String what, ProviderCall call, Predicate<Sound> wanted) {
        assertThat(Await.until(SOON, () -> wanted.test(call.sound().heard()))).as("the caller hears " + what + "; the PBX answered "
                + call.statuses()).isTrue();
    }
}

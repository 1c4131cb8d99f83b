package org.switchboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.ProviderCall;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** What admins and callers do wrong, or wickedly, on the way of a call: it is told at its place, and harms nobody. */
@SystemTest
final class BadInputStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NUMBER = "+8225550200";
    private static final String CALLER = "+821012345678";
    private static final int TONE = 480;

    @Test
    void given_what_others_lead_to_when_it_is_deleted_then_it_stays_and_all_that_lead_there_are_named(Company company, Browser browser) {
        String group = made(company, "/ring-groups", Map.of("name", "Needed", "members", List.of(Map.of("extension", extension(company, "301")))));
        String prompt = made(company, "/prompts", Map.of("name", "Needed words", "text", "Press 1.", "language", "en"));
        Map<String, String> there = Map.of("kind", "ring_group", "id", group);
        made(company, "/menus", Map.of("name", "First menu", "promptId", prompt, "keys", Map.of("1", there)));
        String hours = made(company, "/schedules", Map.of("name", "Second hours", "open", there, "closed", there));

        JsonNode problem = company.api().refused(409, "DELETE", "/ring-groups/" + group, null);
        assertThat(problem.toString()).contains("First menu", "Second hours");
        assertThat(company.api().refused(409, "DELETE", "/prompts/" + prompt, null).toString()).contains("First menu");
        company.api().get("/ring-groups/" + group);

        Page page = browser.signIn(company).open("/ring-groups/" + group);
        assertThat(page.locator(".danger")).containsText("First menu");
        assertThat(page.locator(".danger")).containsText("Second hours");
        assertThat(page.locator("#used-by")).containsText("when closed");
        page.locator(".danger a").first().click();
        assertThat(page.locator("h1")).hasText("First menu");
        page = browser.open("/schedules/" + hours);
        assertThat(page.locator("aside .changes li:has-text('when closed')")).containsText("Needed");
    }

    @Test
    void given_a_number_of_another_company_when_it_is_added_then_it_is_refused_and_not_told_whose_it_is(Portal portal, Company company,
            Browser browser) {
        var other = Company.open(portal, "badinput-other");
        other.api().post("/numbers", Map.of("number", "+8225550299"));
        JsonNode problem = company.api().refused(409, "POST", "/numbers", Map.of("number", "+8225550299"));
        assertThat(problem.toString()).doesNotContain(other.slug());
        company.api().refused(404, "GET", "/numbers/8225550299", null);

        Page page = browser.signIn(company).open("/numbers/new");
        page.locator("#number").fill("+82 2-555-0299");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator("#number-problem")).containsText("in use already");
        assertThat(page.locator("#number")).hasValue("+82 2-555-0299");
    }

    @Test
    void given_hours_that_cannot_be_when_saved_in_the_browser_then_the_row_says_so_and_keeps_what_was_typed(Company company, Browser browser) {
        String schedule = made(company, "/schedules", Map.of("name", "Odd hours", "hours", List.of(
                Map.of("day", "monday", "opens", "09:00", "closes", "12:00"))));
        Page page = browser.signIn(company).open("/schedules/" + schedule);
        page.locator("[data-day='monday'] [name=opens]").first().fill("18:00");
        page.locator("[data-week] .form-end button").first().click();
        assertThat(page.locator("[data-day='monday'] .problem")).containsText("closes after it opens");
        assertThat(page.locator("[data-day='monday'] [name=opens]").first()).hasValue("18:00");
        page.locator("[data-day='monday'] [name=opens]").first().fill("09:00");
        page.locator("[data-day='monday'] [data-interval-add]").click();
        page.locator("[data-day='monday'] [name=opens]").nth(1).fill("11:30");
        page.locator("[data-day='monday'] [name=closes]").nth(1).fill("13:00");
        page.locator("[data-week] .form-end button").first().click();
        assertThat(page.locator("[data-day='monday'] .problem")).containsText("overlap");
        assertThat(company.api().get("/schedules/" + schedule).path("hours")).hasSize(1);
    }

    @Test
    void given_a_file_that_is_no_sound_when_uploaded_in_the_browser_then_the_field_says_why_and_nothing_is_made(Portal portal, Company company,
            Browser browser) throws IOException {
        Path folder = portal.folder("bad-sounds");
        Path zip = Files.write(folder.resolve("music.wav"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        byte[] good = Files.readAllBytes(Tone.file(folder.resolve("good.wav"), TONE, 1));
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(good, 30));
        Page page = browser.signIn(company).open("/prompts/new");
        page.locator("#upload-name").fill("Never");
        for (var each : Map.of(zip, "no sound file", cut, "damaged").entrySet()) {
            page.locator("[name=file]").setInputFiles(each.getKey());
            page.locator("form:has([name=file]) button.btn-primary").click();
            assertThat(page.locator("#file-problem")).containsText(each.getValue());
            assertThat(page.locator("#upload-name")).hasValue("Never");
        }
        assertThat(company.api().get("/prompts").toString()).doesNotContain("Never");
    }

    @Test
    void given_two_hundred_digits_in_two_seconds_when_they_rain_on_a_menu_then_that_call_ends_and_others_go_on(Portal portal, Company company) {
        company.api().patch("/tenant", Map.of("country", "KR"));
        String prompt = made(company, "/prompts", Map.of("name", "Rain", "text", "Press one for nothing at all, or two for less than that.",
                "language", "en"));
        String menu = made(company, "/menus", Map.of("name", "Rain menu", "promptId", prompt, "tries", 3, "firstDigitSeconds", 2));
        company.api().post("/numbers", Map.of("number", NUMBER, "to", Map.of("kind", "menu", "id", menu)));
        try (var provider = SipProvider.start("127.0.0.32", portal.stack().settings().sipPort(), Clock.systemUTC())) {
            company.api().post("/trunks", Map.of("name", "Rain line", "kind", "ip", "host", provider.address(), "port", provider.port()));
            assertThat(Await.until(SOON, () -> provider.call(NUMBER, CALLER).awaitFinal(SOON) == 200)).as("the line is up").isTrue();
            ProviderCall wicked = provider.call(NUMBER, CALLER).awaitTalk(SOON);
            wicked.sound().flood("5".repeat(200), Duration.ofMillis(10));
            for (int i = 0; i < 3; i++) {
                ProviderCall good = provider.call(NUMBER, CALLER).awaitTalk(SOON);
                assertThat(Await.until(Duration.ofSeconds(3), () -> good.sound().heard().last(1).partWithSound() > 0.3)).as("others hear the menu").isTrue();
                good.hangUp();
            }
            wicked.awaitEnd(Duration.ofSeconds(40));
            JsonNode call = company.record("the call", one -> one.path("steps").toString().contains("wrong"));
            System.out.println("story: 200 digits in 2 s made " + call.path("steps").size() + " steps");
            assertThat(call.path("steps").size()).as("steps of the flooded call").isLessThan(12);
            company.record("one of the others", one -> !one.path("id").equals(call.path("id")));
        }
    }

    private static String extension(Company company, String number) {
        company.extension(number, "Somebody");
        return number;
    }

    private static String made(Company company, String path, Map<String, ?> body) {
        return company.api().post(path, body).path("id").asString();
    }
}

package org.switchboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.process.Await;

/** The story that all of this is for: an admin makes a phone's account in the browser, and the phone calls with it. */
@SystemTest
final class MainStoryTest {

    @Test
    void given_an_admin_at_the_portal_when_extensions_and_devices_are_made_there_then_phones_call_with_what_the_page_shows(
            Browser browser, Phones phones, Company company) {
        browser.signIn(company);
        Page page = browser.page();

        var alices = makeExtensionWithDevice(browser, "201", "Alice Story");
        var bobs = makeExtensionWithDevice(browser, "202", "Bob Story");
        var alice = phones.at("alice", alices);
        var bob = phones.at("bob", bobs);
        browser.open("/calls/live");
        assertThat(page.locator("#live-empty")).isVisible();

        alice.calls("202");
        bob.ringsFrom("201", "Alice Story");
        assertThat(page.locator("#live-table tbody tr")).hasCount(1);
        assertThat(page.locator("#live-table")).containsText("Alice Story");
        bob.answers();
        alice.talks().hears(bob);
        bob.hears(alice);
        assertThat(page.locator("#live-table .state")).hasClass(Pattern.compile("state-call-talking"));
        alice.hangsUp();
        bob.isFree();
        assertThat(page.locator("#live-empty")).isVisible();

        company.record("Alice's call", call -> call.path("callee").asString().equals("202"));
        browser.open("/calls");
        Locator row = page.locator("table.list tbody tr").first();
        assertThat(row).containsText("Alice Story");
        assertThat(row).containsText("Bob Story");
        assertThat(row.locator(".state-answered")).isVisible();
        browser.screenshot("history-after-the-first-call");
    }

    @Test
    void given_a_registered_phone_when_its_extension_s_page_is_open_then_it_says_so(Browser browser, Phones phones, Company company) {
        company.extension("211", "Reg Istered");
        var reg = phones.at("reg", company.device("211", "Desk"));
        browser.signIn(company);

        assertThat(Await.until(Person.SOON, () -> state(browser, "211").equalsIgnoreCase("registered")))
                .as("the page says that the phone is registered").isTrue();
        reg.phone().unregister();
        assertThat(Await.until(Person.SOON, () -> state(browser, "211").equalsIgnoreCase("not registered")))
                .as("the page says that the phone is gone").isTrue();
    }

    private static String state(Browser browser, String number) {
        return browser.open("/extensions/" + number).locator("#devices .state").first().innerText();
    }

    private static Company.Device makeExtensionWithDevice(Browser browser, String number, String name) {
        Page page = browser.open("/extensions/new");
        page.locator("[name=number]").fill(number);
        page.locator("[name=name]").fill(name);
        page.locator("main form button.btn-primary").click();
        page.waitForURL("**/extensions/" + number + "**");
        if (!page.locator("#device-name").isVisible()) {
            page.locator("[data-reveal=device-new]").click();
        }
        page.locator("#device-name").fill("Desk phone");
        page.locator("#device-new button.btn-primary").click();
        Locator shown = page.locator("#devices .secret code");
        shown.first().waitFor();
        // In the order in which a person reads and types them: user name, password, server, port.
        var account = new SipAccount(shown.nth(0).innerText(), shown.nth(1).innerText(), shown.nth(2).innerText(),
                Integer.parseInt(shown.nth(3).innerText()));
        return new Company.Device(number, "", account, 0);
    }
}

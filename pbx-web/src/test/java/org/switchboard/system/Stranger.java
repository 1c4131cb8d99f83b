package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.UUID;

/** The admin of another company, with the wallboard open all the while, and all that his browser is told kept. */
final class Stranger {

    /** Keeps what server-sent events bring, whatever they are called. */
    private static final String KEEPER = """
            window.told = [];
            const listen = EventSource.prototype.addEventListener;
            EventSource.prototype.addEventListener = function (type, listener, ...more) {
              return listen.call(this, type, event => {
                if (event.data) {
                  window.told.push(event.data);
                }
                return listener(event);
              }, ...more);
            };""";

    private final Browser browser;
    private final Company company;
    private final Page page;

    Stranger(Browser other, Portal portal, Company company) {
        var session = other.page().context().browser().newContext();
        session.addInitScript(KEEPER);
        this.company = company;
        this.browser = new Browser(session, portal.url());
        browser.signIn(company);
        this.page = browser.open("/wallboard");
    }

    /** Neither by the browser nor by the API, of the other company's queue and all that happened in it. */
    void sawNothing(UUID queue) {
        PlaywrightAssertions.assertThat(page.locator("[data-none]")).isVisible();
        PlaywrightAssertions.assertThat(page.locator(".tile")).hasCount(0);
        assertThat(page.evaluate("() => window.told.join()").toString()).doesNotContain(queue.toString(), "Support", "Alice", "1010000");
        for (String path : List.of("/queues/" + queue, "/reports", "/reports?queue=" + queue, "/agents", "/queues", "/supervision", "/calls", "/recordings")) {
            browser.open(path);
            assertThat(page.content()).as(path).doesNotContain("Support line", "Alice", "1010000");
        }
        var api = company.api();
        api.refused(404, "GET", "/queues/" + queue, null);
        api.refused(404, "GET", "/queues/" + queue + "/live", null);
        api.refused(404, "GET", "/queues/" + queue + "/callbacks", null);
        api.refused(404, "GET", "/agents/101/state", null);
        api.refused(422, "GET", "/reports/queues?queue=" + queue, null);
        for (String path : List.of("/queues", "/agents", "/supervision", "/live/calls", "/calls", "/reports/queues", "/reports/agents")) {
            assertThat(api.get(path).path("items")).as(path).isEmpty();
        }
        assertThat(api.get("/reports/queues").path("total").path("entered").asLong()).isZero();
        browser.close();
    }
}

package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.Latencies;

/** From what a phone does to what a browser shows, without anybody asking for it. */
@SystemTest
final class LivePageTest {

    private static final int CALLS = 12;
    /** The figure to reach is 500 ms at the 95th percentile; the test allows for a busy machine. */
    private static final double ALLOWED_P95 = 2_000;

    @Test
    void given_an_open_live_page_when_phones_ring_answer_and_hang_up_then_it_shows_each_promptly(
            Browser browser, Phones phones, Company company) {
        company.extension("101", "Alice").extension("102", "Bob");
        var alice = phones.at("alice", company.device("101", "Desk"));
        var bob = phones.at("bob", company.device("102", "Desk"));
        browser.signIn(company);
        Page page = browser.open("/calls/live");
        page.locator("#live-empty").waitFor();
        // Keeps each state that the page shows, with the time by the machine's one clock.
        page.evaluate("""
                () => {
                  const rows = document.querySelector('[data-live-rows]');
                  const state = () => rows.querySelector('tbody tr .state-call-talking') ? 'talking'
                      : rows.querySelector('tbody tr .state-call-ringing') ? 'ringing' : 'none';
                  window.seen = [{ at: Date.now(), state: state() }];
                  new MutationObserver(() => {
                    if (window.seen.at(-1).state !== state()) {
                      window.seen.push({ at: Date.now(), state: state() });
                    }
                  }).observe(rows, { childList: true, subtree: true, attributes: true, characterData: true });
                }""");

        var delays = new ArrayList<Double>();
        for (int i = 0; i < CALLS; i++) {
            alice.calls("102");
            bob.rings();
            delays.add(delay(page, "ringing", bob.call().startedAt()));
            bob.answers();
            delays.add(delay(page, "talking", bob.answeredAt()));
            alice.talks().hangsUp();
            bob.isFree();
            delays.add(delay(page, "none", bob.call().closedAt()));
        }

        var latencies = Latencies.of(delays.stream().mapToDouble(Double::doubleValue));
        System.out.println("Phone's event to browser, ms, p50 / p95 / p99 of " + latencies.count() + ": " + latencies.summary());
        assertThat(latencies.count()).isGreaterThanOrEqualTo(30);
        assertThat(latencies.percentile(95)).isLessThan(ALLOWED_P95);
    }

    @Test
    void given_a_call_when_the_page_is_opened_during_it_then_it_is_there_from_the_start(
            Browser browser, Phones phones, Company company) {
        company.extension("111", "Carol").extension("112", "Dave");
        var carol = phones.at("carol", company.device("111", "Desk"));
        var dave = phones.at("dave", company.device("112", "Desk"));
        browser.signIn(company);
        carol.calls("112");
        dave.rings().answers();
        carol.talks();

        Page page = browser.open("/calls/live");

        page.locator("#live-table tbody tr .state-call-talking").waitFor();
        // The callee's name comes a moment after the row.
        PlaywrightAssertions.assertThat(page.locator("#live-table")).containsText("Carol");
        PlaywrightAssertions.assertThat(page.locator("#live-table")).containsText("Dave");
        dave.holds();
        page.locator("#live-table tbody tr .state-call-held").waitFor();
        browser.screenshot("live-with-a-held-call");
    }

    /** Waits until the page shows the state, and tells how many milliseconds after the phone's event that was. */
    private static double delay(Page page, String state, Instant event) {
        page.waitForFunction("state => window.seen.at(-1).state === state", state);
        @SuppressWarnings("unchecked")
        var seen = (List<Map<String, Object>>) page.evaluate("() => window.seen");
        double at = ((Number) seen.getLast().get("at")).doubleValue();
        return Math.max(0, at - event.toEpochMilli());
    }
}

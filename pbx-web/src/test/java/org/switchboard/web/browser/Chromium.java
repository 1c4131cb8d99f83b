package org.switchboard.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Shell;

/**
 * The machine's own Chromium, driven by Playwright, which downloads none; one for all tests of a test process. Who has signed
 * in once with it stays known, so that the next test need not type the password again.
 */
public final class Chromium implements AutoCloseable {

    /** Spent only where something never comes; a loaded machine may take long for a page. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; refuses where there is none on this machine. */
    static Chromium start() {
        Path program = List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name -> Shell.find(name).stream()).findFirst()
                .orElseThrow(() -> new Refusal("Chromium is missing: install it with 'apt-get install chromium'."));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program).setHeadless(true).setArgs(FLAGS)));
    }

    /** A session with cookies and windows of its own, in English. */
    public BrowserContext newSession() {
        return browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("UTC"));
    }

    /** For sessions of a special kind. */
    Browser browser() {
        return browser;
    }

    /**
     * Somebody who has not signed in yet.
     *
     * @param port of the portal, on this machine
     */
    Visitor visitor(int port, String language, int width, ColorScheme colours) {
        return new Visitor(browser, "http://127.0.0.1:" + port, language, width, colours, signedIn);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

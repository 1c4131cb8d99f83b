package org.switchboard.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven by Playwright, which downloads none. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start(Path program) {
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program).setHeadless(true).setArgs(FLAGS)));
    }

    /** Cookies and windows of its own. */
    BrowserContext newSession() {
        return browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("UTC"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

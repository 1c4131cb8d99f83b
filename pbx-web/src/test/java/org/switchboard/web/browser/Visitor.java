package org.switchboard.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser, who notices what scripts complain about and what people with other eyes could not use. */
final class Visitor implements AutoCloseable {

    /** Where pictures of the pages go. */
    static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext session;
    private final Page page;
    private final String portal;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String portal, String language, int width, ColorScheme colours) {
        this.portal = portal;
        this.session = browser.newContext(new Browser.NewContextOptions().setLocale(language).setTimezoneId("UTC")
                .setViewportSize(width, 860).setColorScheme(colours));
        this.page = session.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            // Answers 401 to 422 are part of the conversation; the browser reports them all the same.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Visitor signIn(String email, String password) {
        page.navigate(portal + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", password);
        page.click("form button");
        page.waitForURL(portal + "/");
        return this;
    }

    /** The session's cookie, or null when there is none. */
    Cookie cookie() {
        return session.cookies().stream().filter(cookie -> cookie.name.equals("switchboard")).findFirst().orElse(null);
    }

    Page open(String path) {
        page.navigate(portal + path);
        return page;
    }

    /** Looks at the page: takes a picture and asks axe and the console. */
    void look(String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")).setFullPage(true));
        var barriers = new AxeBuilder(page).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList()).toList();
        assertThat(barriers).as("barriers on " + picture).isEmpty();
        assertThat(complaints).as("complaints of the browser on " + picture).isEmpty();
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue()).as("sideways scrolling on " + picture).isZero();
    }

    @Override
    public void close() {
        session.close();
    }
}

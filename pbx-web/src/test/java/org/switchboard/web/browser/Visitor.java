package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody at a browser, who notices what scripts complain about and what people with other eyes could not use. */
final class Visitor implements AutoCloseable {

    /** Where pictures of the pages go. */
    static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext session;
    private final Page page;
    private final String portal;
    private final String language;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, List<Cookie>> signedIn;

    /** Somebody whom nobody knows yet. */
    Visitor(Browser browser, String portal, String language, int width, ColorScheme colours) {
        this(browser, portal, language, width, colours, new HashMap<>());
    }

    /**
     * Somebody who may have been here before.
     *
     * @param signedIn the cookies of those who have signed in, by portal and e-mail address; added to
     */
    Visitor(Browser browser, String portal, String language, int width, ColorScheme colours, Map<String, List<Cookie>> signedIn) {
        this.portal = portal;
        this.language = language;
        this.signedIn = signedIn;
        this.session = browser.newContext(new Browser.NewContextOptions().setLocale(language).setTimezoneId("UTC")
                .setViewportSize(width, 860).setColorScheme(colours));
        this.page = session.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE.toMillis());
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

    /** Is signed in, without the form where it was before, and sees the portal in the language of this visitor's browser. */
    Visitor signIn(String email, String password) {
        List<Cookie> before = signedIn.get(portal + " " + email);
        if (before != null) {
            session.addCookies(before);
            page.navigate(portal + "/");
        }
        // A session ends by itself, or because a test ended it.
        if (!page.url().equals(portal + "/")) {
            typePassword(email, password);
        }
        return speak();
    }

    /** Signs in by the form, whatever was before. */
    Visitor typePassword(String email, String password) {
        page.navigate(portal + "/sign-in");
        page.fill("[name=email]", email);
        page.fill("[name=password]", password);
        page.click("form button");
        page.waitForURL(portal + "/");
        signedIn.put(portal + " " + email, session.cookies());
        return this;
    }

    /** The language is a user's own setting, kept from visit to visit; so it may be that of the test before. */
    private Visitor speak() {
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            open("/me");
            page.selectOption("#language", language);
            page.click("form:has(#language) button");
            assertThat(page.locator("html[lang=" + language + "]")).isVisible();
        }
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
        // Otherwise axe opens a window of its own to join what it found in each frame, which takes a second; there is one frame.
        assertThat(page.frames()).as("frames of " + picture).hasSize(1);
        var barriers = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
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

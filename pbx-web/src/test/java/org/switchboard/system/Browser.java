package org.switchboard.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.web.browser.Chromium;

/** Somebody's browser, at the portal. */
final class Browser implements AutoCloseable {

    private final BrowserContext session;
    private final String portalUrl;
    private final Page page;
    private final List<String> dialogs = new ArrayList<>();

    Browser(BrowserContext session, String portalUrl) {
        this.session = session;
        this.portalUrl = portalUrl;
        this.page = session.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE.toMillis());
    }

    /** The window. */
    Page page() {
        return page;
    }

    /** Goes to a page of the portal. */
    Page open(String path) {
        page.navigate(portalUrl + path);
        return page;
    }

    /** Signs in as an admin of the company. */
    Browser signIn(Company company) {
        return signIn(company.admin());
    }

    /** Signs in. */
    Browser signIn(Company.Admin admin) {
        open("/sign-in");
        page.locator("[name=email]").fill(admin.email());
        page.locator("[name=password]").fill(admin.password());
        page.locator("form button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** From now on what a script asks in a dialog is noted, and dismissed. */
    void noteDialogs() {
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
    }

    /** What scripts asked in dialogs. */
    List<String> dialogs() {
        return List.copyOf(dialogs);
    }

    /** Reads a file as the signed-in person. */
    String download(String path) {
        return session.request().get(portalUrl + path).text();
    }

    /** Keeps a picture of the page. */
    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", "system-" + name + ".png")));
    }

    @Override
    public void close() {
        session.close();
    }
}

package org.switchboard.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** Somebody's browser, at the portal. */
final class Browser implements AutoCloseable {

    private final BrowserContext session;
    private final String portalUrl;
    private final Page page;

    Browser(BrowserContext session, String portalUrl) {
        this.session = session;
        this.portalUrl = portalUrl;
        this.page = session.newPage();
        page.setDefaultTimeout(10_000);
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

    @Override
    public void close() {
        session.close();
    }
}

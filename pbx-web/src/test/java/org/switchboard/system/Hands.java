package org.switchboard.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;

/** A person's hands at a browser: counts what they do. */
final class Hands {

    private final Page page;
    private int clicks;
    private int fields;

    Hands(Page page) {
        this.page = page;
    }

    /** How often the mouse was pressed; choosing from a list is two. */
    int clicks() {
        return clicks;
    }

    /** How many fields were typed into or given a file. */
    int fields() {
        return fields;
    }

    /** Presses something. */
    Hands click(String what) {
        page.locator(what).click();
        clicks++;
        return this;
    }

    /** Goes to a room by the navigation, and there to the form for a new thing. */
    Hands startsNew(String room) {
        click("nav a[href='" + room + "']");
        page.waitForURL("**" + room);
        click("main a.btn-primary[href='" + room + "/new']");
        page.waitForURL("**" + room + "/new");
        return this;
    }

    /** Types into a field. */
    Hands types(String field, String text) {
        page.locator(field).fill(text);
        fields++;
        return this;
    }

    /** Chooses from a list by what stands there. */
    Hands chooses(String list, String label) {
        page.locator(list).selectOption(new SelectOption().setLabel(label));
        clicks += 2;
        return this;
    }

    /** Gives a file. */
    Hands gives(String field, Path file) {
        page.locator(field).setInputFiles(file);
        fields++;
        return this;
    }

    /** Chooses a destination: the kind, a few letters, Enter. */
    Hands leads(String field, String kind, String letters) {
        page.locator("[name='" + field + ".kind']").selectOption(kind);
        Locator text = page.locator("[name='" + field + ".text']");
        text.fill(letters);
        String list = "#" + text.getAttribute("data-list");
        PlaywrightAssertions.assertThat(page.locator(list + " [aria-selected=true]")).containsText(letters);
        page.keyboard().press("Enter");
        clicks += 2;
        fields++;
        return this;
    }

    /** Saves the group of settings that holds a field, and sees that it is saved. */
    Hands saves(String field) {
        Locator form = page.locator("form:has(" + field + ")").first();
        form.locator(".form-end button").first().click();
        clicks++;
        PlaywrightAssertions.assertThat(page.locator("form:has(" + field + ") .saved").first()).containsText("aved");
        return this;
    }

    /** Sends the form of a new thing, and comes to the thing's page. */
    Hands makes(String form) {
        String before = page.url();
        page.locator(form + " button.btn-primary").first().click();
        clicks++;
        page.waitForURL(url -> !url.equals(before) && !url.endsWith("/new"));
        return this;
    }
}

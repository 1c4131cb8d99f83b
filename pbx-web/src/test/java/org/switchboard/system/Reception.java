package org.switchboard.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A company's reception as its admin makes it in the browser, from nothing: a line, prompts, a mailbox, a group, a menu of
 * two levels, announcements, opening hours of every day with a holiday, and the number that leads to them.
 */
final class Reception {

    /** The pitches of the prompts: of the menu, of the menu below it, of the closed company, of the holiday. */
    static final int MENU = 480;
    static final int SALES = 1_150;
    static final int CLOSED = 1_570;
    static final int HOLIDAY = 2_050;

    /** Where everything of it is called. */
    static final String NUMBER = "+8225550100";
    static final String MAIL = "reception@company.example";
    static final String BOX = "600";

    private final Page page;
    private final Hands hands;
    private final Path folder;

    Reception(Page page, Path folder) {
        this.page = page;
        this.hands = new Hands(page);
        this.folder = folder;
    }

    /**
     * Makes all of it.
     *
     * @param host    the provider's address
     * @param port    its port
     * @param holiday the day that is none for working
     */
    Hands set(String host, int port, LocalDate holiday) {
        line(host, port);
        tone("Menu tone", MENU);
        tone("Sales tone", SALES);
        tone("Closed tone", CLOSED);
        tone("Holiday tone", HOLIDAY);
        words("Our address", "We are in the tall white house at the river. The way in is from the garden.");
        mailbox();
        group();
        announcement("We are closed", "Closed tone", "voicemail", BOX);
        announcement("Founding day", "Holiday tone", null, null);
        announcement("Our address", "Our address", null, null);
        menu("Sales menu", "Sales tone");
        key("1", "ring_group", "Sales team");
        menu("Front menu", "Menu tone");
        key("1", "menu", "Sales menu");
        key("2", "announcement", "Our address");
        hours(holiday);
        number();
        return hands;
    }

    private void line(String host, int port) {
        hands.startsNew("/trunks").types("#name", "Northern Telephone").click("input[value=ip]").types("#host", host)
                .click("main details summary").types("#port", "" + port).makes("main form");
    }

    private void tone(String name, int hertz) {
        String form = "form:has([name=file])";
        hands.startsNew("/prompts").types("#upload-name", name).gives(form + " [name=file]", Tone.file(folder.resolve(hertz + ".wav"), hertz, 4))
                .makes(form);
    }

    private void words(String name, String text) {
        hands.startsNew("/prompts").types("form:has(#text) [name=name]", name).types("#text", text).makes("form:has(#text)");
    }

    private void mailbox() {
        String form = "form:has([name=name])";
        hands.startsNew("/voicemail-boxes").types(form + " [name=number]", BOX).types(form + " [name=name]", "Reception");
        hands.click(form + " .form-end button");
        page.waitForURL("**/voicemail-boxes/" + BOX + "**");
        hands.types("[name=email]", MAIL).saves("[name=email]");
        hands.types("[name=watchers]", "201, 202").saves("[name=watchers]");
    }

    private void group() {
        hands.startsNew("/ring-groups").types("#name", "Sales team").leads("members.0", "extension", "201");
        hands.click("[data-member-add]");
        String second = page.locator("[data-member-rows] > li:not(.is-spare) select").last().getAttribute("name");
        hands.leads(second.substring(0, second.lastIndexOf('.')), "extension", "202").leads("noAnswer", "voicemail", BOX).makes("main form");
        hands.types("#ringSeconds", "6").saves("#ringSeconds");
    }

    private void announcement(String name, String prompt, String kind, String then) {
        hands.startsNew("/announcements").types("#name", name).chooses("#promptId", prompt);
        if (kind != null) {
            hands.leads("next", kind, then);
        }
        hands.makes("main form");
    }

    private void menu(String name, String prompt) {
        hands.startsNew("/menus").types("#name", name).chooses("#promptId", prompt).makes("main form");
    }

    private void key(String key, String kind, String name) {
        hands.click("[data-keypad] [data-key='" + key + "']").leads("keys." + key, kind, name);
        // Enter in the picker chooses; the button saves.
        hands.saves("[data-keypad]");
    }

    private void hours(LocalDate holiday) {
        hands.startsNew("/schedules").types("#name", "Office hours").makes("main form");
        hands.leads("open", "menu", "Front menu").leads("closed", "announcement", "We are closed")
                .leads("holiday", "announcement", "Founding day").saves("[name='open.kind']");
        for (String day : List.of("saturday", "sunday")) {
            hands.types("[data-day=" + day + "] [name=opens]", "09:00").types("[data-day=" + day + "] [name=closes]", "18:00");
        }
        hands.saves("[data-day=monday]");
        hands.click("[data-reveal=day-new]").types("#day-name", "Founding day").types("#day-first", holiday.toString())
                .click("#day-new button.btn-primary");
        PlaywrightAssertions.assertThat(page.locator(".specials")).containsText("Founding day");
    }

    private void number() {
        hands.startsNew("/numbers").types("#number", NUMBER).types("#name", "Main number").leads("to", "schedule", "Office hours")
                .makes("main form");
        PlaywrightAssertions.assertThat(page.locator(".picture")).containsText("Sales team");
    }
}

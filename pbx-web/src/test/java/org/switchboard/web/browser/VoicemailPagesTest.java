package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Voicemail boxes and messages in a real browser. */
@PageTest
class VoicemailPagesTest {

    @TempDir
    static Path folder;
    @LocalServerPort
    int port;
    @Autowired
    OwnersHands owner;
    @Autowired
    FakeAri ari;
    @Autowired
    LiveCalls calls;
    @Autowired
    DeviceStates devices;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;

    @BeforeAll
    void messages(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        owner.jdbc().sql("""
                insert into voicemail_box (tenant_id, number, name, extension_id, email)
                select e.tenant_id, e.number, e.name, e.id, 'mina@demo.example' from extension e where e.tenant_id = :tenant and e.number = '103'
                on conflict (tenant_id, number) do update set email = excluded.email""")
                .param("tenant", scenery.tenant()).update();
        owner.jdbc().sql("insert into voicemail_box (tenant_id, number, name, max_messages) values (:tenant, '290', 'Sales', 2)")
                .param("tenant", scenery.tenant()).update();
        owner.jdbc().sql("""
                insert into voicemail_watcher (tenant_id, box_id, extension_id) select b.tenant_id, b.id, e.id
                  from voicemail_box b join extension e on e.tenant_id = b.tenant_id and e.number = '103'
                 where b.tenant_id = :tenant and b.number = '290'""").param("tenant", scenery.tenant()).update();
        owner.jdbc().sql("insert into extension (tenant_id, number, name) values (:tenant, '160', 'Nari Choi')").param("tenant", scenery.tenant()).update();
        message("103", "INBOX", 0, "\"Daniel Lee\" <102>", 600, 14);
        message("103", "INBOX", 1, "<+82212345678>", 90_000, 71);
        message("103", "Old", 0, "\"<b>Bold</b>\" <104>", 180_000, 5);
        message("290", "INBOX", 0, "Unknown", 4000, 33);
        message("290", "INBOX", 1, "\"Mina Park\" <101>", 300, 8);
    }

    private void message(String box, String folder, int number, String caller, int secondsAgo, int seconds) {
        owner.jdbc().sql("""
                insert into voicemessages (dir, msgnum, recording, callerid, origtime, duration, mailboxuser, mailboxcontext, msg_id)
                values ('/spool/' || :tenant || '/' || :box || '/' || :folder, :number, :wav, :caller, extract(epoch from now())::bigint - :ago,
                        :seconds, :box, :tenant, :box || :folder || :number)""")
                .param("tenant", scenery.tenant().toString()).param("box", box).param("folder", folder).param("number", number)
                .param("wav", tone(1)).param("caller", caller).param("ago", secondsAgo).param("seconds", seconds).update();
    }

    @AfterAll
    void closeBrowser() {
        owner.jdbc().sql("delete from voicemail_message where tenant_id = :tenant").param("tenant", scenery.tenant()).update();
        owner.jdbc().sql("delete from extension where tenant_id = :tenant and number = '160'").param("tenant", scenery.tenant()).update();
        owner.jdbc().sql("delete from voicemail_box where tenant_id = :tenant and number in ('160', '290')").param("tenant", scenery.tenant()).update();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, DARK", "ko, 390, LIGHT"})
    void givenBoxesAndMessages_whenAdminAndUserWalkThrough_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        String view = language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        Map.of("admin", List.of("/voicemail-boxes", "/voicemail-boxes/new", "/voicemail-boxes/103", "/voicemail-boxes/290", "/voicemail", "/extensions/103"),
                "user", List.of("/voicemail", "/voicemail/290")).forEach((role, paths) -> {
            try (Visitor visitor = visitor(language, width, colours)) {
                visitor.signIn(scenery.demo(role + "Email"), scenery.demo(role + "Password"));
                for (String path : paths) {
                    Page page = visitor.open(path);
                    if (path.startsWith("/extensions")) {
                        assertThat(page.locator("#voicemail .btn")).isVisible();
                    }
                    visitor.look(view + "-" + role + path.replace('/', '-'));
                }
            }
        });
    }

    @Test
    void givenANewMessage_whenItsOwnerListensToItsEndMarksAndDeletes_thenThePageFollows() {
        message("103", "INBOX", 2, "\"Short one\" <105>", 10, 1);
        try (Visitor user = visitor("en", 1280, ColorScheme.LIGHT)) {
            user.signIn(scenery.demo("userEmail"), scenery.demo("userPassword"));
            Page page = user.open("/voicemail");
            var message = page.locator(".message", new Page.LocatorOptions().setHasText("Short one"));
            assertThat(message.locator(".state")).hasText("New");
            message.locator("audio").evaluate("one => { one.muted = true; return one.play(); }");
            assertThat(message.locator(".state")).hasText("Heard");
            message.locator("text=Mark as new").click();
            assertThat(message.locator(".state")).hasText("New");
            message.locator("[aria-label='Delete this message']").click();
            page.click("[data-ask-yes]");
            assertThat(message).hasCount(0);
            Assertions.assertThat(page.request().get("http://127.0.0.1:" + port + "/voicemail/101").status()).as("a box of somebody else").isEqualTo(404);
        }
    }

    @Test
    void givenAnExtension_whenTheAdminGivesItABoxAndSetsItUp_thenEachStepSaysWhatIsLive() throws IOException {
        Path greeting = Files.write(folder.resolve("greeting.wav"), tone(2));
        Path zip = Files.write(folder.resolve("zip.wav"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT)) {
            admin.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            Page page = admin.open("/extensions/160");
            page.click("text=Give it a box");
            assertThat(page.locator("#voicemail .saved")).containsText("Done");
            page.click("text=Open the box");
            assertThat(page.locator("h1")).hasText("Nari Choi");
            assertThat(page.locator(".used-by")).containsText("160");

            page.fill("#pin", "1234");
            page.click("#pin-group button:has-text('Save')");
            assertThat(page.locator("#pin-problem")).containsText("Too easy to guess");
            page.fill("#pin", "847136");
            page.click("#pin-group button:has-text('Save')");
            assertThat(page.locator("#pin-group .saved")).containsText("Saved");
            assertThat(page.locator("#pin-group")).containsText("A PIN is set");

            page.setInputFiles("#file", zip);
            page.click("text=Use this file");
            assertThat(page.locator("#file-problem")).isVisible();
            page.setInputFiles("#file", greeting);
            page.click("text=Use this file");
            assertThat(page.locator("form:has(#file) audio")).isVisible();
            admin.look("en-1280-work-box-greeting");

            page.check("[name=deleteAfterMail]");
            page.click("form:has([name=deleteAfterMail]) button");
            assertThat(page.locator("form:has([name=deleteAfterMail]) .problem")).containsText("only when there is an address");
            page.fill("[name=watchers]", "101, 999");
            page.click("form:has([name=watchers]) button");
            assertThat(page.locator("#watchers-problem")).isVisible();
            assertThat(page.locator("[name=watchers]")).hasValue("101, 999");
            page.fill("[name=watchers]", "101 102");
            page.click("form:has([name=watchers]) button");
            assertThat(page.locator("form:has([name=watchers]) .saved")).isVisible();
            assertThat(page.locator(".danger button")).isDisabled();
        }
    }

    private Visitor visitor(String language, int width, ColorScheme colours) {
        return chromium.visitor(port, language, width, colours);
    }

    private static byte[] tone(int seconds) {
        byte[] samples = new byte[16_000 * seconds];
        for (int i = 0; i < samples.length / 2; i++) {
            short sample = (short) (10_000 * Math.sin(2 * Math.PI * 440 * i / 8000));
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        var file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), new AudioFormat(8000, 16, 1, true, false), samples.length / 2),
                    AudioFileFormat.Type.WAVE, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}

package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.prompt.PromptDraft;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Prompts in a real browser: typed and heard, uploaded, refused with a reason, replaced, deleted. */
@PageTest
class PromptPagesTest {

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
    @Autowired
    PromptService prompts;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
    }

    @Test
    void givenAnAdmin_whenTheyTypeWords_thenTheyHearThemBeforeAndAfterSaving() {
        String name = "Typed " + UUID.randomUUID();
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/prompts/new");
            page.fill("#text", "...");
            page.click("text=/^Hear it$/");
            assertThat(page.locator("#preview .problem")).containsText("nothing in these words");
            page.fill("#text", "Welcome to Park Trading. For sales press one.");
            page.click("text=/^Hear it$/");
            assertThat(page.locator("#preview audio")).isVisible();
            Assertions.assertThat(seconds(page, "#preview audio")).isGreaterThan(1.5);
            page.click("form:has(#text) .btn-primary");
            assertThat(page.locator("#name-problem")).containsText("1 to 60 characters");
            assertThat(page.locator("#text")).hasValue("Welcome to Park Trading. For sales press one.");
            admin.look("prompts-en-1280-refused");
            page.fill("#name", name);
            page.click("form:has(#text) .btn-primary");
            assertThat(page.locator("h1")).hasText(name);
            assertThat(page.locator(".notice")).containsText("Menus and announcements can play it now");
            Assertions.assertThat(seconds(page, ".player")).isGreaterThan(1.5);
            Assertions.assertThat(page.evaluate("""
                    async () => { const player = document.querySelector('.player');
                      player.currentTime = 1; await new Promise((done) => { player.onseeked = done; });
                      const part = await fetch(player.src, { headers: { Range: 'bytes=100-199' } });
                      return player.currentTime + ' ' + part.status + ' ' + (await part.arrayBuffer()).byteLength; }""")).isEqualTo("1 206 100");
        }
    }

    @Test
    void givenAnAdmin_whenTheyUploadFiles_thenTheBadOnesAreNamedAndTheGoodOneCanBeReplacedAndDeleted() throws IOException {
        String name = "Sent " + UUID.randomUUID();
        try (Visitor admin = admin("en", 1280, ColorScheme.LIGHT)) {
            Page page = admin.open("/prompts/new");
            page.fill("#upload-name", name);
            page.setInputFiles("#file", new FilePayload("greeting.wav", "audio/wav", new byte[] {'P', 'K', 3, 4, 5, 6, 7}));
            page.click("form:has(#file) .btn-primary");
            assertThat(page.locator("#file-problem")).containsText("This is no sound file");
            assertThat(page.locator("#upload-name")).hasValue(name);
            admin.look("prompts-en-1280-no-sound");
            page.setInputFiles("#file", new FilePayload("large.wav", "audio/wav", new byte[20 * 1024 * 1024 + 1]));
            page.click("form:has(#file) .btn-primary");
            assertThat(page.locator("#file-problem")).containsText("larger than 20 MB");
            page.setInputFiles("#file", new FilePayload("tone.wav", "audio/wav", tone(2)));
            page.click("form:has(#file) .btn-primary");
            assertThat(page.locator("h1")).hasText(name);
            Assertions.assertThat(seconds(page, ".player")).isBetween(2.0, 2.4);
            page.setInputFiles("#file", new FilePayload("tone.wav", "audio/wav", tone(4)));
            page.click("form:has(#file) button");
            assertThat(page.locator(".notice")).containsText("from the next call on");
            Assertions.assertThat(seconds(page, ".player")).isBetween(4.0, 4.4);
            page.click(".danger button");
            admin.look("prompts-en-1280-asked");
            page.click("[data-ask-yes]");
            assertThat(page.locator(".notice")).containsText(name);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "en, 1280, DARK"})
    void givenPrompts_whenAnAdminAndASupervisorLook_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        String view = "prompts-" + language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        UUID used = used(language + colours);
        try (Visitor admin = admin(language, width, colours)) {
            for (String path : List.of("/prompts", "/prompts/new", "/prompts/" + used)) {
                admin.open(path);
                admin.look(view + path.replace("/prompts", "").replace(used.toString(), "one").replace('/', '-'));
            }
        }
        try (Visitor supervisor = chromium.visitor(port, language, width, colours)) {
            supervisor.signIn(scenery.demo("supervisorEmail"), scenery.demo("supervisorPassword"));
            Page page = supervisor.open("/prompts/" + used);
            assertThat(page.locator(".player")).isVisible();
            assertThat(page.locator("main form")).hasCount(0);
            supervisor.look(view + "-supervisor");
        }
    }

    private UUID used(String mark) {
        return TenantScope.tenant(scenery.tenant(), "admin@demo.example").call(() -> {
            UUID id = prompts.create(new PromptDraft(mark + " main menu", "박상사입니다. 영업 문의는 일 번, 서비스 문의는 이 번을 눌러 주십시오.", "ko")).id();
            prompts.create(new PromptDraft("Closed " + mark, "We are closed now. Our opening hours are nine to six. Please call again, or leave a message after the tone.", "en"));
            owner.jdbc().sql("insert into menu (tenant_id, name, prompt_id) values (:tenant, :name, :prompt)")
                    .param("tenant", scenery.tenant()).param("name", "Reception " + mark).param("prompt", id).update();
            return id;
        });
    }

    private Visitor admin(String language, int width, ColorScheme colours) {
        return chromium.visitor(port, language, width, colours).signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
    }

    private static double seconds(Page page, String player) {
        return ((Number) page.evaluate("""
                async (selector) => { const player = document.querySelector(selector);
                  if (!(player.duration > 0)) { player.preload = 'metadata'; await new Promise((done) => { player.onloadedmetadata = done; player.load(); }); }
                  return player.duration; }""", player)).doubleValue();
    }

    private static byte[] tone(int seconds) throws IOException {
        byte[] samples = new byte[seconds * 8000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (128 + 60 * Math.sin(2 * Math.PI * 440 * i / 8000));
        }
        var file = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), new AudioFormat(8000, 8, 1, false, false), samples.length),
                AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }
}

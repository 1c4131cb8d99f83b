package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.recording.RecordingFolders;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** Recordings in a real browser: on a call's page, at a live call, on an extension's page and in the settings. */
@PageTest
class RecordingPagesTest {

    private static final int STRETCHES = 400;
    private static final int SECONDS = 8;

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
    RecordingFolders folders;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private UUID call;
    private UUID recording;

    @BeforeAll
    void makeOne(Chromium chromium) throws IOException {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        call = scenery.history();
        recording = UUID.randomUUID();
        String file = scenery.tenant() + "/2026-11/" + recording + ".flac";
        owner.jdbc().sql("""
                insert into recording (id, tenant_id, call_id, linked_id, started_at, seconds, bytes, file, reason, extension, peaks)
                values (:id, :tenant, :call, 'x', :at, :seconds, 1000, :file, 'extension', '101', :peaks)""")
                .param("id", recording).param("tenant", scenery.tenant()).param("call", call).param("at", Timestamp.from(Instant.now()))
                .param("seconds", SECONDS).param("file", file).param("peaks", peaks()).update();
        Path target = folders.kept().resolve(file);
        Files.createDirectories(target.getParent());
        // The browser looks at the bytes, not at the name: silence as WAV needs no program.
        byte[] silence = new byte[SECONDS * 8_000 * 4];
        try (var sound = new AudioInputStream(new ByteArrayInputStream(silence), new AudioFormat(8_000, 16, 2, true, false), silence.length / 4)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, target.toFile());
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"en, 1280, LIGHT", "ko, 390, LIGHT", "ko, 1280, DARK"})
    void givenARecording_whenTheAdminLooks_thenEveryPageIsWell(String language, int width, ColorScheme colours) {
        scenery.busy();
        try (Visitor admin = visitor(language, width, colours, "admin@demo.example")) {
            String view = "recordings-" + language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
            assertThat(admin.open("/calls/" + call).locator("[data-recording] audio")).isVisible();
            admin.look(view + "-call");
            Assertions.assertThat(admin.open("/calls").locator(".recorded").count()).isEqualTo(1);
            admin.look(view + "-history");
            admin.open("/settings/recordings");
            admin.look(view + "-settings");
            assertThat(admin.open("/extensions/101").locator("#recording select")).isVisible();
            admin.look(view + "-extension");
        }
    }

    @Test
    void givenARecording_whenItIsPlayedAndJumpedIn_thenItPlaysFromThereAndTheListenerIsNoted() {
        try (Visitor admin = visitor("en", 1280, ColorScheme.LIGHT, "admin@demo.example")) {
            Page page = admin.open("/calls/" + call);
            page.locator("[data-speed='2']").click();
            var box = page.locator("[data-waveform]").boundingBox();
            page.mouse().click(box.x + box.width * 0.5, box.y + box.height / 2);
            Awaitility.await().until(() -> (Boolean) page.evaluate("document.querySelector('[data-recording] audio').currentTime >= 4"));
            Assertions.assertThat(page.evaluate("String(document.querySelector('[data-recording] audio').playbackRate)")).isEqualTo("2");
            assertThat(admin.open("/calls/" + call).locator(".plays li").first()).containsText("admin@demo.example");
        }
    }

    @Test
    void givenACompanyThatDoesNotAllowIt_whenAUserAsksForARecording_thenItIsNotThere() {
        try (Visitor user = visitor("en", 1280, ColorScheme.LIGHT, "user@demo.example")) {
            Assertions.assertThat(user.page().request().get("http://127.0.0.1:" + port + "/recordings/" + recording + "/audio").status()).isEqualTo(404);
        }
    }

    @Test
    void givenNonsenseForDays_whenSaved_thenTheFieldSaysWhatIsAcceptedAndKeepsIt() {
        try (Visitor admin = visitor("ko", 390, ColorScheme.LIGHT, "admin@demo.example")) {
            Page page = admin.open("/settings/recordings");
            page.locator("#keepDays").fill("5000");
            page.locator("form.sheet button.btn-primary").click();
            assertThat(page.locator("#keepDays-problem")).containsText("3650");
            assertThat(page.locator("#keepDays")).hasValue("5000");
            admin.look("recordings-ko-390-refused");
        }
    }

    private Visitor visitor(String language, int width, ColorScheme colours, String email) {
        return chromium.visitor(port, language, width, colours).signIn(email, scenery.demo(email.startsWith("admin") ? "adminPassword" : "userPassword"));
    }

    /** Two who take turns. */
    private static byte[] peaks() {
        byte[] peaks = new byte[2 * STRETCHES];
        for (int i = 0; i < STRETCHES; i++) {
            boolean ours = i / 50 % 2 == 0;
            peaks[i] = (byte) (ours ? 40 + Math.abs(i * 37 % 120) : 2);
            peaks[STRETCHES + i] = (byte) (ours ? 3 : 30 + Math.abs(i * 53 % 150));
        }
        return peaks;
    }
}

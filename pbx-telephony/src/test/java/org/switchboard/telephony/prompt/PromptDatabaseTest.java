package org.switchboard.telephony.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantTransactionManager;

/** Prompts in a real database: what is kept, what the other company sees, what the record of changes says, and the files. */
class PromptDatabaseTest {

    private static LocalStack stack;
    private static HikariDataSource owner;
    private static HikariDataSource web;
    private static HikariDataSource engine;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource clock = now::get;
    private UUID tenant;
    private Sounds sounds;
    private PromptService service;
    private PromptFiles files;

    @BeforeAll
    static void startDatabase(@TempDir Path data) {
        stack = new LocalStack(new Layout(data.resolve("data")), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        owner = pool(stack.settings().databaseOwner(), stack.ownerPassword());
        web = pool("pbx_web", stack.secrets().databaseWeb());
        engine = pool("pbx_engine", stack.secrets().databaseEngine());
    }

    @AfterAll
    static void stopDatabase() {
        List.of(owner, web, engine).forEach(HikariDataSource::close);
        stack.close();
    }

    @BeforeEach
    void openCompany() {
        tenant = tenant();
        sounds = new Sounds(folder);
        service = new PromptService(new PromptRepository(JdbcClient.create(web)), sounds.converter(),
                new InputChecker(Validation.buildDefaultValidatorFactory().getValidator()),
                new TransactionTemplate(new TenantTransactionManager(web)), Clock.systemUTC());
        files = new PromptFiles(folder.resolve("prompts"), engine, clock);
    }

    @Test
    void given_a_file_when_it_becomes_a_prompt_then_its_sound_is_kept_and_the_record_of_changes_has_no_sound() {
        Prompt made = in(tenant, () -> service.create(" Welcome ", tone("tone.mp3", 440)));

        assertThat(made.name()).isEqualTo("Welcome");
        assertThat(made.origin()).isEqualTo(PromptOrigin.UPLOAD);
        PromptSound sound = in(tenant, () -> service.sound(made.id()));
        assertThat(Sounds.heard(sound).partWithTone(440)).isGreaterThan(0.85);
        assertThat(made.length()).isEqualTo(sound.length());
        String record = new JdbcTemplate(owner).queryForObject(
                "select string_agg(c::text, '') from config_change c where tenant_id = ?", String.class, tenant);
        assertThat(record).contains("Welcome", "upload").doesNotContain("RIFF").doesNotContain("52494646").hasSizeLessThan(2_000);
    }

    @Test
    void given_words_when_changed_then_they_are_spoken_anew_and_a_new_name_alone_changes_no_sound() {
        Prompt made = in(tenant, () -> service.create(new PromptDraft("Closed", "안녕하세요", "ko")));
        byte[] first = in(tenant, () -> service.sound(made.id())).wav();
        assertThat(made.length().toMillis()).isGreaterThan(500);
        assertThat(made.voice()).isEqualTo("ko");

        Prompt renamed = in(tenant, () -> service.update(made.id(), today -> new PromptDraft("Shut", today.text(), today.language())));
        assertThat(renamed.name()).isEqualTo("Shut");
        assertThat(renamed.audioAt()).isEqualTo(made.audioAt());
        assertThat(in(tenant, () -> service.sound(made.id())).wav()).isEqualTo(first);

        Prompt changed = in(tenant, () -> service.update(made.id(), today -> new PromptDraft(today.name(), "We are closed today.", "en")));
        assertThat(changed.text()).isEqualTo("We are closed today.");
        assertThat(changed.voice()).isEqualTo("en-us");
        assertThat(in(tenant, () -> service.sound(made.id())).wav()).isNotEqualTo(first);

        Prompt replaced = in(tenant, () -> service.replace(made.id(), tone("other.wav", 600)));
        assertThat(replaced.origin()).isEqualTo(PromptOrigin.UPLOAD);
        assertThat(replaced.text()).isNull();
        assertThat(Sounds.heard(in(tenant, () -> service.sound(made.id()))).partWithTone(600)).isGreaterThan(0.85);
    }

    @Test
    void given_a_bad_file_when_it_would_replace_a_prompt_then_the_prompt_is_as_before() {
        Prompt made = in(tenant, () -> service.create("Welcome", tone("tone.wav", 440)));
        byte[] before = in(tenant, () -> service.sound(made.id())).wav();
        var zip = new FileSystemResource(sounds.bytes("zip.wav", new byte[] {'P', 'K', 3, 4, 0, 0}));

        assertThatThrownBy(() -> in(tenant, () -> service.replace(made.id(), zip)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems()).singleElement()
                        .satisfies(problem -> assertThat(problem.field() + " " + problem.code()).isEqualTo("file invalid.prompt.file.kind")));
        assertThat(in(tenant, () -> service.find(made.id()))).isEqualTo(made);
        assertThat(in(tenant, () -> service.sound(made.id())).wav()).isEqualTo(before);
    }

    @Test
    void given_a_recording_by_phone_when_kept_twice_under_one_name_then_the_second_replaces_the_first() {
        Path one = sounds.tone("one.wav", 8000, 1, 440, 0.2);
        Path two = sounds.tone("two.wav", 8000, 1, 700, 0.2);

        Prompt first = in(tenant, () -> service.fromRecording("By phone", one));
        Prompt second = in(tenant, () -> service.fromRecording("By phone", two));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.origin()).isEqualTo(PromptOrigin.PHONE);
        assertThat(Sounds.heard(in(tenant, () -> service.sound(first.id()))).partWithTone(700)).isGreaterThan(0.85);
        assertThat(in(tenant, service::count)).isEqualTo(1);
    }

    @Test
    void given_a_taken_name_when_used_again_then_refused_before_anything_is_made() {
        in(tenant, () -> service.create("Welcome", tone("tone.wav", 440)));

        assertThatThrownBy(() -> in(tenant, () -> service.create(new PromptDraft("Welcome", "Hello", "en"))))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("taken.prompt.name");
        assertThat(in(tenant(), () -> service.create(new PromptDraft("Welcome", "Hello", "en"))).name()).isEqualTo("Welcome");
    }

    @Test
    void given_a_prompt_that_a_menu_plays_when_deleted_then_refused_with_the_menus_name() {
        Prompt made = in(tenant, () -> service.create("Welcome", tone("tone.wav", 440)));
        new JdbcTemplate(owner).update("insert into menu (tenant_id, name, prompt_id, wrong_prompt_id) values (?, 'Main menu', ?, ?)",
                tenant, made.id(), made.id());

        assertThat(in(tenant, () -> service.usedBy(made.id()))).extracting(PromptUse::name).containsExactly("Main menu");
        assertThatThrownBy(() -> in(tenant, () -> {
            service.delete(made.id());
            return null;
        })).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems().getFirst().args()).containsExactly("Main menu"));
    }

    @Test
    void given_another_company_when_it_asks_then_there_is_nothing() {
        Prompt made = in(tenant, () -> service.create("Welcome", tone("tone.wav", 440)));
        UUID other = tenant();

        assertThat(in(other, () -> service.list("", null, 50)).items()).isEmpty();
        assertThatThrownBy(() -> in(other, () -> service.find(made.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(other, () -> service.sound(made.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(other, () -> service.replace(made.id(), tone("x.wav", 600)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(other, () -> service.update(made.id(), today -> new PromptDraft("X", "Y", "en")))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(other, () -> {
            service.delete(made.id());
            return null;
        })).isInstanceOf(NotFound.class);
        assertThat(in(tenant, () -> service.find(made.id()))).isEqualTo(made);
    }

    @Test
    void given_prompts_when_listed_then_by_name_page_by_page_and_words_are_found() {
        in(tenant, () -> service.create(new PromptDraft("B", "Press one for sales", "en")));
        in(tenant, () -> service.create(new PromptDraft("A", "We are closed", "en")));
        in(tenant, () -> service.create("C", tone("tone.wav", 440)));

        var first = in(tenant, () -> service.list(null, null, 2));
        assertThat(first.items()).extracting(Prompt::name).containsExactly("A", "B");
        assertThat(in(tenant, () -> service.list(null, first.next(), 2)).items()).extracting(Prompt::name).containsExactly("C");
        assertThat(in(tenant, () -> service.list("SALES", null, 2)).items()).extracting(Prompt::name).containsExactly("B");
    }

    @Test
    void given_prompts_when_the_files_are_refreshed_then_asterisk_finds_each_and_the_gone_go_after_an_hour() throws IOException {
        Prompt kept = in(tenant, () -> service.create("Kept", tone("kept.wav", 440)));
        Prompt gone = in(tenant, () -> service.create("Gone", tone("gone.wav", 600)));
        files.refreshAll();
        Path keptFile = file(kept);
        Path goneFile = file(gone);
        assertThat(Files.readAllBytes(keptFile)).isEqualTo(in(tenant, () -> service.sound(kept.id())).wav());
        Object untouched = Files.getAttribute(keptFile, "unix:ino");

        in(tenant, () -> {
            service.delete(gone.id());
            return null;
        });
        files.refresh(Set.of(tenant));
        assertThat(goneFile).as("somebody may be listening to it").exists();
        assertThat(Files.getAttribute(keptFile, "unix:ino")).as("is not written again").isEqualTo(untouched);

        now.updateAndGet(before -> before.plus(Duration.ofMinutes(61)));
        files.refresh(Set.of(tenant));
        assertThat(goneFile).doesNotExist();
        assertThat(keptFile).exists();
        try (var left = Files.list(folder.resolve("prompts"))) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(".wav16"))).isEmpty();
        }
    }

    @Test
    void given_new_sound_when_refreshed_then_the_file_has_it_and_a_damaged_file_is_mended() throws IOException {
        Prompt made = in(tenant, () -> service.create("Welcome", tone("one.wav", 440)));
        files.refresh(Set.of(tenant));
        in(tenant, () -> service.replace(made.id(), tone("two.wav", 600)));

        files.refresh(Set.of(tenant));
        byte[] wanted = in(tenant, () -> service.sound(made.id())).wav();
        assertThat(Files.readAllBytes(file(made))).isEqualTo(wanted);

        Files.write(file(made), new byte[10]);
        new PromptFiles(folder.resolve("prompts"), engine, clock).refreshAll();
        assertThat(Files.readAllBytes(file(made))).isEqualTo(wanted);
    }

    @Test
    void given_the_database_away_when_refreshed_then_the_old_files_stay() {
        Prompt made = in(tenant, () -> service.create("Welcome", tone("one.wav", 440)));
        files.refreshAll();
        try (var away = pool("pbx_engine", "wrong password")) {
            away.setInitializationFailTimeout(-1);
            away.setConnectionTimeout(300);
            var blind = new PromptFiles(folder.resolve("prompts"), away, clock);
            assertThatThrownBy(blind::refreshAll).isInstanceOf(DataAccessException.class);
        }
        assertThat(file(made)).exists();
    }

    @Test
    void given_a_folder_that_cannot_be_written_when_refreshed_then_it_goes_on_and_catches_up_later() throws IOException {
        Prompt made = in(tenant, () -> service.create("Welcome", tone("one.wav", 440)));
        Files.write(folder.resolve("prompts"), new byte[0]);

        files.refreshAll();
        files.refresh(Set.of(tenant));

        Files.delete(folder.resolve("prompts"));
        files.refresh(Set.of(tenant));
        assertThat(file(made)).exists();
    }

    private FileSystemResource tone(String name, int hertz) {
        return new FileSystemResource(sounds.tone(name, 44_100, 2, hertz, 0.3));
    }

    private Path file(Prompt prompt) {
        String media = files.media(prompt.id());
        assertThat(media).startsWith("sound:/");
        return Path.of(media.substring("sound:".length()) + ".wav16");
    }

    private static <T> T in(UUID tenant, Supplier<T> work) {
        return TenantScope.tenant(tenant, "admin@test.example").call(work::get);
    }

    private static UUID tenant() {
        UUID id = UUID.randomUUID();
        new JdbcTemplate(owner).update("insert into tenant (id, slug, name) values (?, ?, 'Test')", id, "t" + id.toString().substring(0, 8));
        return id;
    }

    private static HikariDataSource pool(String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(stack.jdbcUrl());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(3);
        return pool;
    }
}

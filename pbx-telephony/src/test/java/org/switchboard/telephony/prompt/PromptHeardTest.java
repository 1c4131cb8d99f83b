package org.switchboard.telephony.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.SipAccount;

/** A real phone hears what was uploaded: recognised by its tone, not by a line in a log. */
class PromptHeardTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String USER = "abcdefghijkmnpqr";

    @Test
    void given_an_uploaded_file_when_asterisk_plays_it_then_the_caller_hears_its_tone_and_then_the_new_one(@TempDir Path folder) throws Exception {
        Sounds sounds = new Sounds(folder);
        try (var stack = LocalStack.start(folder.resolve("data")); var owner = pool(stack, stack.settings().databaseOwner(), stack.ownerPassword());
             var engine = pool(stack, "pbx_engine", stack.secrets().databaseEngine())) {
            UUID tenant = company(new JdbcTemplate(owner));
            UUID prompt = store(owner, tenant, sounds, sounds.tone("first.mp3", 44_100, 2, 700, 0.2));
            var files = new PromptFiles(stack.layout().prompts(), engine, Clock.systemUTC());
            files.refreshAll();
            String path = files.media(prompt).substring("sound:".length());
            for (String step : List.of("1,Answer()", "2,Playback(" + path + ")", "3,Wait(1)", "4,Hangup()")) {
                assertThat(stack.asterisk().cli("dialplan add extension 7777," + step + " into from-device").ok()).isTrue();
            }
            var account = new SipAccount(USER, "secret", "127.0.0.1", stack.settings().sipPort());
            try (var phone = BaresipPhone.start(PhoneSettings.plain("caller", account, 440), folder, Clock.systemUTC())) {
                phone.register();
                phone.awaitEvent(SOON, "registered", event -> event.type().equals("REGISTER_OK"));
                listen(phone, 700);

                replace(owner, tenant, prompt, sounds.converter().convert(new FileSystemResource(sounds.tone("second.ogg", 48_000, 1, 1000, 0.6))));
                files.refresh(Set.of(tenant));
                listen(phone, 1000);
            }
        }
    }

    private static void listen(BaresipPhone phone, int hertz) {
        var mark = phone.ear().mark();
        int before = phone.calls().size();
        phone.dial("7777");
        Awaitility.await().atMost(SOON).until(() -> phone.calls().size() > before && phone.calls().stream().noneMatch(PhoneCall::isOpen));
        assertThat(phone.ear().since(mark)).anySatisfy(heard ->
                assertThat(heard.partWithTone(hertz) * heard.seconds()).as("seconds of %d Hz", hertz).isGreaterThan(1.5));
    }

    private static UUID company(JdbcTemplate owner) {
        UUID tenant = UUID.randomUUID();
        UUID extension = UUID.randomUUID();
        owner.update("insert into tenant (id, slug, name) values (?, 'heard', 'Heard')", tenant);
        owner.update("insert into extension (id, tenant_id, number, name) values (?, ?, '101', 'Caller')", extension, tenant);
        owner.update("insert into device (tenant_id, extension_id, name, sip_username, ha1) values (?, ?, 'desk', ?, ?)", tenant, extension,
                USER, DigestUtils.md5DigestAsHex((USER + ":switchboard:secret").getBytes(StandardCharsets.UTF_8)));
        return tenant;
    }

    private static UUID store(HikariDataSource owner, UUID tenant, Sounds sounds, Path file) throws Exception {
        PromptSound sound = sounds.converter().convert(new FileSystemResource(file));
        var prompts = new PromptRepository(JdbcClient.create(owner));
        UUID id = prompts.insert(tenant, PromptContent.sounded("Heard", PromptOrigin.UPLOAD, sound, Clock.systemUTC().instant())).id();
        prompts.storeSound(tenant, id, sound);
        return id;
    }

    private static void replace(HikariDataSource owner, UUID tenant, UUID id, PromptSound sound) {
        var prompts = new PromptRepository(JdbcClient.create(owner));
        prompts.storeSound(tenant, id, sound);
        prompts.update(id, PromptContent.sounded("Heard", PromptOrigin.UPLOAD, sound, Clock.systemUTC().instant())).orElseThrow();
    }

    private static HikariDataSource pool(LocalStack stack, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(stack.jdbcUrl());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        return pool;
    }
}

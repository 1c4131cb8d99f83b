package org.switchboard.telephony.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;

/** PINs are tried against the real database, as the engine's role. */
@Timeout(30)
final class VoicemailAccessTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final BCryptPasswordEncoder ENCODER = new BCryptPasswordEncoder(4);

    @TempDir
    private static Path folder;
    private static LocalStack stack;
    private static PGSimpleDataSource engine;

    @BeforeAll
    static void start() {
        stack = new LocalStack(new Layout(folder.resolve("data")), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        engine = new PGSimpleDataSource();
        engine.setUrl(stack.jdbcUrl());
        engine.setUser("pbx_engine");
        engine.setPassword(stack.secrets().databaseEngine());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private final VoicemailAccess access = new VoicemailAccess(engine, ENCODER);

    private static VoicemailCompany company(String slug) {
        var company = new VoicemailCompany(stack, slug);
        company.extension("101", "Alice");
        company.boxOf("101");
        company.owner().sql("update voicemail_box set pin_hash = :hash where tenant_id = :id").param("hash", ENCODER.encode("8471")).param("id", company.id()).update();
        return company;
    }

    @Test
    void given_the_right_pin_when_tried_then_ok_and_wrong_ones_before_are_forgotten() {
        var company = company("right");

        assertThat(access.check(company.id(), "101", "8472", NOON)).isEqualTo(new PinAnswer.Wrong(4));
        assertThat(access.check(company.id(), "101", "8471", NOON)).isEqualTo(new PinAnswer.Ok());
        assertThat(access.check(company.id(), "101", "", NOON)).isEqualTo(new PinAnswer.Wrong(4));
    }

    @Test
    void given_five_wrong_pins_when_the_right_one_is_tried_then_the_box_is_locked_for_fifteen_minutes() {
        var company = company("locked");
        IntStream.rangeClosed(1, 4).forEach(at -> assertThat(access.check(company.id(), "101", "0001", NOON)).isEqualTo(new PinAnswer.Wrong(5 - at)));

        var locked = new PinAnswer.Locked(NOON.plus(Duration.ofMinutes(15)));
        assertThat(access.check(company.id(), "101", "0001", NOON)).isEqualTo(locked);
        assertThat(access.check(company.id(), "101", "8471", NOON.plusSeconds(899))).isEqualTo(locked);
        assertThat(access.check(company.id(), "101", "0001", NOON.plusSeconds(901))).isEqualTo(new PinAnswer.Wrong(4));
        assertThat(access.check(company.id(), "101", "8471", NOON.plusSeconds(902))).isEqualTo(new PinAnswer.Ok());
    }

    @Test
    void given_many_guesses_at_once_when_counted_then_no_more_than_four_are_compared() throws Exception {
        var company = company("at-once");
        List<PinAnswer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(IntStream.range(0, 20).<java.util.concurrent.Callable<PinAnswer>>mapToObj(at ->
                    () -> access.check(company.id(), "101", "000" + at % 10, NOON)).toList()).stream().map(one -> one.resultNow()).toList();
        }

        assertThat(answers).filteredOn(PinAnswer.Wrong.class::isInstance).hasSize(4);
        assertThat(answers).filteredOn(PinAnswer.Locked.class::isInstance).hasSize(16);
    }

    @Test
    void given_another_company_or_no_box_when_tried_then_there_is_none() {
        company("mine");
        var other = new VoicemailCompany(stack, "others");

        assertThat(access.check(other.id(), "101", "8471", NOON)).isEqualTo(new PinAnswer.NoBox());
        assertThat(access.own(other.id(), "101")).isEmpty();
    }

    @Test
    void given_a_box_without_pin_when_tried_then_nothing_is_right() {
        var company = company("without");
        company.owner().sql("update voicemail_box set pin_hash = null where tenant_id = :id").param("id", company.id()).update();

        assertThat(access.check(company.id(), "101", "", NOON)).isEqualTo(new PinAnswer.Wrong(4));
        assertThat(access.own(company.id(), "101")).contains(new VoicemailAccess.OwnBox("101", false));
    }

    @Test
    void given_the_roles_of_engine_and_asterisk_when_they_read_a_digest_then_they_are_refused() {
        var asterisk = new PGSimpleDataSource();
        asterisk.setUrl(stack.jdbcUrl());
        asterisk.setUser("pbx_asterisk");
        asterisk.setPassword(stack.secrets().databaseAsterisk());

        for (var role : List.of(engine, asterisk)) {
            assertThatThrownBy(() -> JdbcClient.create(role).sql("select pin_hash from voicemail_box").query(String.class).list())
                    .isInstanceOf(DataAccessException.class).hasRootCauseMessage("ERROR: permission denied for table voicemail_box");
        }
        assertThat(JdbcClient.create(asterisk).sql("select count(*) from voicemail_users where password <> '-closed'").query(Integer.class).single()).isZero();
    }

    @Test
    void given_an_extension_with_a_box_when_renumbered_or_deleted_then_box_and_messages_follow_or_stay() {
        var company = company("follows");
        company.message("101", 0);

        company.owner().sql("update extension set number = '105', name = 'Alicia' where tenant_id = :id").param("id", company.id()).update();
        assertThat(company.owner().sql("select number || name from voicemail_box where tenant_id = :id").param("id", company.id()).query(String.class).single())
                .isEqualTo("105Alicia");
        assertThat(company.count("105", "INBOX")).isEqualTo(1);
        assertThat(company.owner().sql("select dir from voicemail_message where tenant_id = :id").param("id", company.id()).query(String.class).single())
                .endsWith("/" + company.id() + "/105/INBOX");

        company.owner().sql("delete from extension where tenant_id = :id").param("id", company.id()).update();
        assertThat(company.count("105", "INBOX")).as("messages stay, in a shared box").isEqualTo(1);
    }

    @Test
    void given_a_row_for_a_box_that_does_not_exist_when_stored_then_it_is_refused() {
        var company = company("strict");

        assertThatThrownBy(() -> company.message("999", 0)).hasMessageContaining("no voicemail box");
    }
}

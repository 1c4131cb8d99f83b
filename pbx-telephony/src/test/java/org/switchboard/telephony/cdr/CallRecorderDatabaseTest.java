package org.switchboard.telephony.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.spool.StaleSpoolPosition;
import org.switchboard.telephony.tenant.TenantScope;

/** The recorder and the history on a real PostgreSQL, with its roles and row-level security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRecorderDatabaseTest {

    private static final String ALL_ROWS = """
            select coalesce((select string_agg(c::text, E'\\n' order by c.started_at, c.id) from call c), '') || E'\\n'
                || coalesce((select string_agg(l::text, E'\\n' order by l.call_started_at, l.call_id, l.position) from call_leg l), '')""";

    private LocalStack stack;
    private Databases databases;
    private CallHistory history;
    private UUID tenant;
    private UUID other;

    @TempDir
    private Path spool;

    @BeforeAll
    void startDatabase(@TempDir Path data) {
        stack = new LocalStack(new Layout(data), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        databases = new Databases(stack);
        history = new CallHistory(new CallHistoryRepository(JdbcClient.create(databases.web())), databases.webTransactions());
        tenant = Samples.tenant();
        databases.owner("insert into tenant (id, slug, name) values (?, 'sampled', 'Sampled')", tenant);
        other = databases.tenant("other");
    }

    @AfterAll
    void stopDatabase() {
        databases.close();
        stack.close();
    }

    @BeforeEach
    void empty() {
        databases.owner("delete from call");
        databases.owner("delete from call_event");
        databases.owner("delete from spool_position");
    }

    private CallRecorder recorder() {
        return new CallRecorder(spool, databases.engine(), new SimpleMeterRegistry());
    }

    @Test
    void given_the_files_of_real_calls_when_read_in_one_go_then_each_call_is_there_once() throws IOException {
        append("steps.jsonl", Samples.text("steps.jsonl"));
        append("cel.csv", Samples.text("cel.csv"));
        int calls = recorder().readAll();
        assertThat(calls).isEqualTo(Samples.byCall().size());
        assertThat(databases.ask("select count(*) from call", Integer.class)).isEqualTo(calls);
        assertThat(databases.ask("select count(*) from call_event", Integer.class)).isZero();
    }

    @Test
    void given_kills_and_failing_commits_between_any_two_lines_when_all_is_read_then_the_rows_are_the_same() throws IOException {
        append("steps.jsonl", Samples.text("steps.jsonl"));
        append("cel.csv", Samples.text("cel.csv"));
        recorder().readAll();
        String expected = databases.ask(ALL_ROWS, String.class);
        byte[] bytes = Samples.text("cel.csv").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 4; round++) {
            empty();
            Files.delete(spool.resolve("cel.csv"));
            Random random = new Random(round);
            DyingTransactions transactions = new DyingTransactions(databases, random);
            CallRecorder recorder = new CallRecorder(spool, databases.engine(), transactions, new SimpleMeterRegistry());
            int at = 0;
            while (at < bytes.length) {
                int next = Math.min(bytes.length, at + 1 + random.nextInt(500));
                Files.write(spool.resolve("cel.csv"), Arrays.copyOfRange(bytes, at, next), StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                at = next;
                if (!survives(recorder)) {
                    recorder = new CallRecorder(spool, databases.engine(), transactions, new SimpleMeterRegistry());
                }
            }
            transactions.calm();
            recorder().readAll();
            assertThat(transactions.died).isPositive();
            assertThat(databases.ask(ALL_ROWS, String.class)).as("round %d", round).isEqualTo(expected);
        }
    }

    @Test
    void given_positions_that_were_lost_when_all_is_read_again_then_no_row_doubles() throws IOException {
        append("steps.jsonl", Samples.text("steps.jsonl"));
        append("cel.csv", Samples.text("cel.csv"));
        recorder().readAll();
        String expected = databases.ask(ALL_ROWS, String.class);
        databases.owner("delete from spool_position");
        recorder().readAll();
        assertThat(databases.ask(ALL_ROWS, String.class)).isEqualTo(expected);
    }

    @Test
    void given_two_recorders_on_one_spool_when_both_read_then_the_second_notices_and_no_row_doubles() throws IOException {
        String[] lines = Samples.text("cel.csv").split("(?<=\n)");
        CallRecorder first = recorder();
        CallRecorder second = recorder();
        append("cel.csv", String.join("", List.of(lines).subList(0, 10)));
        first.readAll();
        assertThat(second.readAll()).isZero();
        append("cel.csv", String.join("", List.of(lines).subList(10, lines.length)));
        first.readAll();
        assertThatThrownBy(second::readAll).isInstanceOf(StaleSpoolPosition.class);
        assertThat(databases.ask("select count(*) from call", Integer.class)).isEqualTo(Samples.byCall().size());
    }

    @Test
    void given_a_step_that_comes_after_its_call_when_read_then_it_is_added_to_the_record() throws IOException {
        append("cel.csv", Samples.text("cel.csv"));
        recorder().readAll();
        assertThat(databases.ask("select count(*) from call where steps <> '[]'", Integer.class)).isZero();
        append("steps.jsonl", Samples.text("steps.jsonl"));
        recorder().readAll();
        long steps = Samples.text("steps.jsonl").lines().count();
        assertThat(databases.ask("select sum(jsonb_array_length(steps)) from call", Long.class)).isEqualTo(steps);
        assertThat(databases.ask("select count(*) from call_event", Integer.class)).isZero();
    }

    @Test
    void given_a_call_without_an_end_when_asterisk_starts_again_then_it_is_recorded_as_cut_short() throws IOException {
        String[] lines = Samples.text("cel.csv").split("(?<=\n)");
        append("cel.csv", String.join("", List.of(lines).subList(0, 8)));
        recorder().readAll();
        assertThat(databases.ask("select count(*) from call", Integer.class)).isZero();
        // The next run counts from 0 again, an hour later.
        append("cel.csv", lines[0].replaceAll("(?<=-|\")17(\\d{8})\\.", "18$1."));
        recorder().readAll();
        assertThat(databases.ask("select count(*) from call where cut_short and disposition = 'answered'", Integer.class)).isEqualTo(1);
    }

    @Test
    void given_word_of_asterisks_start_when_calls_are_open_then_they_are_recorded_as_cut_short() throws IOException {
        String[] lines = Samples.text("cel.csv").split("(?<=\n)");
        append("cel.csv", String.join("", List.of(lines).subList(0, 6)));
        CallRecorder recorder = recorder();
        recorder.readAll();
        recorder.engineStarted(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(recorder.readAll()).isEqualTo(1);
        assertThat(databases.ask("select cut_short from call", Boolean.class)).isTrue();
    }

    @Test
    void given_large_files_when_put_away_then_nothing_is_lost_or_read_twice_and_old_ones_go() throws IOException {
        CallRecorder recorder = recorder();
        String[] lines = Samples.text("cel.csv").split("(?<=\n)");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (StepFile journal = new StepFile(spool, meters, 500)) {
            Samples.events().forEach(event -> {
                if (event instanceof CallEvent.StepTaken(Step step)) {
                    journal.append(step);
                }
            });
        }
        int calls = 0;
        Instant now = Instant.now();
        for (int i = 0; i < lines.length; i++) {
            append("cel.csv", lines[i]);
            calls += recorder.readAll();
            recorder.tidy(2_000, now.plusMillis(i));
        }
        assertThat(calls).isEqualTo(Samples.byCall().size());
        assertThat(databases.ask("select sum(jsonb_array_length(steps)) from call", Long.class))
                .isEqualTo(Samples.text("steps.jsonl").lines().count());
        assertThat(spool.toFile().list()).hasSizeGreaterThan(10);
        recorder.tidy(2_000, now.plus(Duration.ofDays(3)));
        assertThat(spool.toFile().list()).hasSizeLessThanOrEqualTo(3);
        assertThat(recorder().readAll()).isZero();
    }

    @Test
    void given_a_company_that_is_gone_when_its_calls_are_read_then_others_calls_are_recorded() throws IOException {
        append("cel.csv", Samples.text("cel.csv").replace(tenant.toString(), UUID.randomUUID().toString()));
        append("cel.csv", Samples.text("cel.csv").replace("pbx", "qbx"));
        recorder().readAll();
        assertThat(databases.ask("select count(*) from call", Integer.class)).isEqualTo(Samples.byCall().size());
    }

    @Test
    void given_recorded_calls_when_paged_and_searched_then_each_comes_once_and_only_to_its_company() throws IOException {
        append("cel.csv", Samples.text("cel.csv"));
        int count = recorder().readAll();
        TenantScope scope = TenantScope.tenant(tenant, "test");
        List<PastCall> paged = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<PastCall> page = scope.call(() -> history.list(CallFilter.all(), from, 2));
            paged.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(paged).hasSize(count).isSortedAccordingTo((a, b) -> b.startedAt().compareTo(a.startedAt()));
        Set<PastCall> exported = new HashSet<>();
        scope.run(() -> history.export(CallFilter.all(), exported::add));
        assertThat(exported).hasSize(count);
        assertThat(scope.call(() -> history.count(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).values().stream()
                .mapToLong(Long::longValue).sum())).isEqualTo(count);
        for (CallFilter filter : List.of(CallFilter.all().searching("103"), CallFilter.all().searching("kim"),
                CallFilter.all().endedAs(Disposition.ANSWERED), CallFilter.all().of("102"), CallFilter.all().inDirection(CallDirection.INTERNAL),
                CallFilter.all().between(paged.getLast().startedAt(), paged.getFirst().startedAt()))) {
            List<PastCall> found = scope.call(() -> history.list(filter, null, 200)).items();
            assertThat(found).as("%s", filter).isNotEmpty().doesNotHaveDuplicates().allMatch(call -> passes(filter, call));
            assertThat(found).as("%s", filter).hasSize((int) paged.stream().filter(call -> passes(filter, call)).count());
            assertThat(TenantScope.tenant(other, "test").call(() -> history.list(filter, null, 200)).items()).isEmpty();
            assertThat(TenantScope.nobody().call(() -> history.list(filter, null, 200)).items()).isEmpty();
        }
        assertThat(TenantScope.operator("test").call(() -> history.list(CallFilter.all(), null, 200)).items()).isEmpty();
        assertThatThrownBy(() -> scope.call(() -> history.list(CallFilter.all(), "bogus", 2))).isInstanceOf(InvalidInput.class);
    }

    private static boolean passes(CallFilter filter, PastCall call) {
        return (filter.from() == null || !call.startedAt().isBefore(filter.from()))
                && (filter.to() == null || call.startedAt().isBefore(filter.to()))
                && (filter.disposition() == null || call.disposition() == filter.disposition())
                && (filter.direction() == null || call.direction() == filter.direction())
                && (filter.extension() == null || call.legs().stream().anyMatch(leg -> leg.number().equals(filter.extension())))
                && (filter.search() == null || List.of(call.callerNumber(), call.calleeNumber()).contains(filter.search())
                    || (call.callerName() + "\n" + call.calleeName()).toLowerCase(Locale.ROOT).contains(filter.search()) && !filter.searchesNumber());
    }

    @Test
    void given_many_calls_when_listed_as_the_web_role_then_indexes_are_used() {
        new JdbcTemplate(databases.engine()).execute("select ensure_call_partition('2026-11-01T00:00:00Z')");
        databases.owner("""
                insert into call (tenant_id, id, linked_id, started_at, ended_at, caller_number, caller_name, callee_number, callee_name, disposition)
                select ?, gen_random_uuid(), 'x' || n, timestamptz '2026-11-01 00:00Z' + n * interval '1 minute',
                       timestamptz '2026-11-01 00:00Z' + n * interval '1 minute', (n % 500)::text, 'A', (n % 700)::text, 'B', 'answered'
                  from generate_series(1, 30000) n""", tenant);
        databases.owner("analyze call");
        for (String condition : List.of("caller_number = '77'", "callee_number = '77'", "(started_at, id) < (timestamptz '2026-11-20 00:00Z', gen_random_uuid())",
                "true")) {
            String plan = TenantScope.tenant(tenant, "test").call(() -> databases.webTransactions().execute(status -> String.join("\n",
                    new JdbcTemplate(databases.web()).queryForList("explain select * from call where " + condition
                            + " order by started_at desc, id desc limit 51", String.class))));
            assertThat(plan).as(condition).contains("Index Scan").doesNotContain("Seq Scan").doesNotContain("Sort");
        }
    }

    private boolean survives(CallRecorder recorder) {
        try {
            recorder.readAll();
            return true;
        } catch (TransientDataAccessResourceException died) {
            return false;
        }
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(spool.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Fails one commit in three: before it (all is rolled back) or after it (all is there, and the caller does not know). */
    private static final class DyingTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;
        private final transient Random random;
        private boolean calm;
        private int died;

        private DyingTransactions(Databases databases, Random random) {
            super(databases.engine());
            this.random = random;
            setRollbackOnCommitFailure(true);
        }

        private void calm() {
            calm = true;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            int lot = calm ? 2 : random.nextInt(6);
            if (lot == 0) {
                died++;
                throw new TransientDataAccessResourceException("killed before the commit");
            }
            super.doCommit(status);
            if (lot == 1) {
                died++;
                throw new TransientDataAccessResourceException("killed after the commit");
            }
        }
    }
}

package org.switchboard.telephony.queuelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.telephony.cdr.Databases;
import org.switchboard.telephony.spool.StaleSpoolPosition;
import org.switchboard.telephony.tenant.TenantScope;

/** The record of queues on its way from the engine's file into a real PostgreSQL, with its roles and row-level security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueRecorderDatabaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ALL_ROWS = "select coalesce(string_agg(tenant_id || ' ' || id || ' ' || at || ' ' || kind || ' ' || coalesce(queue_name, '') || "
            + "coalesce(visit, '') || detail, E'\\n' order by at, id), '') from queue_event";

    private LocalStack stack;
    private Databases databases;
    private UUID tenant;
    private UUID other;
    private UUID queue;
    private UUID agent;

    private Path spool;

    @BeforeAll
    void startDatabase(@TempDir Path data) {
        stack = new LocalStack(new Layout(data), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        databases = new Databases(stack);
        tenant = databases.tenant("queues");
        other = databases.tenant("other");
        queue = UUID.randomUUID();
        agent = UUID.randomUUID();
        databases.owner("insert into queue (id, tenant_id, name) values (?, ?, 'Support')", queue, tenant);
        databases.owner("insert into agent (id, tenant_id, name, number) values (?, ?, 'Kim', '701')", agent, tenant);
    }

    @AfterAll
    void stopDatabase() {
        databases.close();
        stack.close();
    }

    @BeforeEach
    void begin(@TempDir Path folder) {
        spool = folder;
        empty();
    }

    private void empty() {
        databases.owner("delete from queue_event");
        databases.owner("delete from spool_position");
    }

    private QueueRecorder recorder() {
        return new QueueRecorder(spool, databases.engine(), new SimpleMeterRegistry());
    }

    private QueueEvent event(Instant at, QueueEventKind kind, String visit, Map<String, String> detail) {
        return new QueueEvent(UUID.randomUUID(), tenant, at, kind, queue, agent, visit, "pbx-1.1", detail);
    }

    private List<QueueEvent> events(int count) {
        List<QueueEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Several of the same moment, and some in the next month.
            events.add(event(NOON.plus(Duration.ofHours(i / 3 * 5L)), QueueEventKind.values()[i % QueueEventKind.values().length], "visit \"" + i + "\"\n",
                    Map.of("caller", "+8250\u0000" + i)));
        }
        return events;
    }

    private void write(List<QueueEvent> events) {
        try (QueueLogFile log = new QueueLogFile(spool, new SimpleMeterRegistry())) {
            events.forEach(log::append);
        }
    }

    private List<QueueEvent> read(UUID company) {
        QueueEventRepository repository = new QueueEventRepository(JdbcClient.create(databases.web()));
        return TenantScope.tenant(company, "test").call(() -> databases.webTransactions().execute(status -> {
            try (var all = repository.between(tenant, NOON.minusSeconds(1), NOON.plus(Duration.ofDays(400)))) {
                return all.map(RecordedEvent::event).toList();
            }
        }));
    }

    @Test
    void given_events_when_recorded_then_they_are_read_in_their_order_with_the_names_of_then_and_by_their_company_alone() {
        List<QueueEvent> events = events(60).stream().map(event -> new QueueEvent(event.id(), event.tenantId(), event.at(), event.kind(),
                event.queueId(), event.agentId(), "v" + event.at(), event.linkedId(), Map.of("caller", "+8250"))).toList();
        write(events);
        assertThat(recorder().readAll()).isEqualTo(60);
        assertThat(read(tenant)).isEqualTo(events);
        assertThat(read(other)).isEmpty();
        assertThat(databases.ask("select count(*) from queue_event where queue_name = 'Support' and agent_name = 'Kim'", Integer.class)).isEqualTo(60);
        assertThat(databases.ask("select count(distinct call_id) from queue_event where call_id is not null", Integer.class)).isEqualTo(1);
    }

    @Test
    void given_kills_and_failing_commits_when_all_is_read_then_each_event_is_there_once() throws IOException {
        write(events(90));
        recorder().readAll();
        String expected = databases.ask(ALL_ROWS, String.class);
        byte[] bytes = Files.readAllBytes(spool.resolve("queues.jsonl"));
        for (int round = 0; round < 3; round++) {
            empty();
            Files.delete(spool.resolve("queues.jsonl"));
            Random random = new Random(round);
            DyingTransactions transactions = new DyingTransactions(databases, random);
            QueueRecorder recorder = new QueueRecorder(spool, databases.engine(), transactions, new SimpleMeterRegistry());
            int at = 0;
            while (at < bytes.length) {
                int next = Math.min(bytes.length, at + 1 + random.nextInt(900));
                Files.write(spool.resolve("queues.jsonl"), Arrays.copyOfRange(bytes, at, next), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                at = next;
                try {
                    recorder.readAll();
                } catch (TransientDataAccessResourceException died) {
                    recorder = new QueueRecorder(spool, databases.engine(), transactions, new SimpleMeterRegistry());
                }
            }
            recorder().readAll();
            assertThat(transactions.died).isPositive();
            assertThat(databases.ask(ALL_ROWS, String.class)).as("round %d", round).isEqualTo(expected);
        }
    }

    @Test
    void given_lost_positions_and_two_readers_when_read_again_then_no_row_doubles() {
        write(events(20));
        QueueRecorder first = recorder();
        QueueRecorder second = recorder();
        first.readAll();
        second.readAll();
        write(events(5));
        first.readAll();
        assertThatThrownBy(second::readAll).isInstanceOf(StaleSpoolPosition.class);
        databases.owner("delete from spool_position");
        recorder().readAll();
        assertThat(databases.ask("select count(*) from queue_event", Integer.class)).isEqualTo(25);
    }

    @Test
    void given_an_end_that_an_engine_tells_again_later_when_recorded_then_the_first_counts() {
        QueueEvent told = event(NOON, QueueEventKind.ABANDONED, "v1", Map.of("waited", "1000"));
        QueueEvent again = new QueueEvent(told.id(), tenant, NOON.plusSeconds(40), QueueEventKind.ABANDONED, queue, agent, "v1", "pbx-1.1", Map.of());
        write(List.of(told, again));
        recorder().readAll();
        assertThat(read(tenant)).containsExactly(told);
    }

    @Test
    void given_a_torn_line_nonsense_and_a_company_that_is_gone_when_read_then_only_these_are_missing() throws IOException {
        write(events(2));
        Files.writeString(spool.resolve("queues.jsonl"), "{\"id\":\"torn", StandardOpenOption.APPEND);
        QueueEvent gone = new QueueEvent(UUID.randomUUID(), UUID.randomUUID(), NOON, QueueEventKind.ENTERED, null, null, null, null, null);
        write(List.of(gone, events(1).getFirst()));
        Files.writeString(spool.resolve("queues.jsonl"), "{\"id\":\"nonsense\"}\n", StandardOpenOption.APPEND);
        recorder().readAll();
        assertThat(databases.ask("select count(*) from queue_event", Integer.class)).isEqualTo(3);
        assertThat(databases.ask("select count(*) from queue_event where detail ->> 'caller' = '+8250 0' and visit = 'visit \"0\" '", Integer.class))
                .isEqualTo(2);
        assertThat(Files.readAllLines(spool.resolve("rejected.txt"))).hasSize(2);
    }

    @Test
    void given_a_full_file_when_a_new_one_is_begun_then_both_are_read_and_the_old_one_goes_later() throws IOException {
        try (QueueLogFile log = new QueueLogFile(spool, new SimpleMeterRegistry(), 2_000)) {
            events(60).forEach(log::append);
        }
        QueueRecorder recorder = recorder();
        assertThat(recorder.readAll()).isEqualTo(60);
        assertThat(spool.toFile().list()).hasSizeGreaterThan(3);
        recorder.tidy(1, Instant.now().plus(Duration.ofDays(3)));
        assertThat(spool.toFile().list()).containsExactly("queues.jsonl");
    }

    @Test
    void given_what_agents_did_when_asked_what_was_last_before_then_the_last_of_each_sort_comes() {
        List<QueueEvent> events = List.of(
                event(NOON, QueueEventKind.SIGNED_IN, null, Map.of()),
                event(NOON.plusSeconds(1), QueueEventKind.PAUSED, null, Map.of("reason", "Lunch")),
                event(NOON.plusSeconds(2), QueueEventKind.RESUMED, null, Map.of()),
                event(NOON.plusSeconds(3), QueueEventKind.ANSWERED, "v1", Map.of()),
                event(NOON.plusSeconds(4), QueueEventKind.OFFERED, "v2", Map.of()),
                event(NOON.plusSeconds(9), QueueEventKind.TALK_ENDED, "v1", Map.of()));
        write(events);
        recorder().readAll();
        QueueEventRepository repository = new QueueEventRepository(JdbcClient.create(databases.engine()));
        assertThat(repository.lastBefore(tenant, NOON.plusSeconds(9))).extracting(RecordedEvent::event)
                .containsExactly(events.get(0), events.get(2), events.get(3));
        assertThat(repository.ofVisit(tenant, "v1")).extracting(RecordedEvent::event).containsExactly(events.get(3), events.get(5));
        assertThat(repository.lastBefore(other, NOON.plusSeconds(9))).isEmpty();
    }

    /** Fails one commit in three: before it (all is rolled back) or after it (all is there, and the caller does not know). */
    private static final class DyingTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;
        private final transient Random random;
        private int died;

        private DyingTransactions(Databases databases, Random random) {
            super(databases.engine());
            this.random = random;
            setRollbackOnCommitFailure(true);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            int lot = random.nextInt(6);
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

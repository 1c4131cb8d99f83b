package org.switchboard.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/**
 * 200 open wallboards of a company with 50 queues and 500 agents at 20 calls a second, over HTTP: how much one browser gets, and how long after a
 * change. Prints its figures. The seconds of the measurement can be set: {@code -Dwallboard.seconds=60}.
 */
@PageTest
class WallboardLoadTest {

    private static final int QUEUES = 50;
    private static final int AGENTS = 500;
    private static final int BROWSERS = 200;
    private static final int CALLS_A_SECOND = 20;
    private static final int WARM_UP_SECONDS = 9;
    private static final int SECONDS = Integer.getInteger("wallboard.seconds", 10);
    // The reason of a pause carries the moment of the change to the browser, in nanoseconds.
    private static final Pattern STAMP = Pattern.compile("\"r\":\"#(-?\\d+)\"");

    @LocalServerPort
    int port;
    @Autowired
    OwnersHands owner;
    @Autowired
    FakeAri ari;
    @Autowired
    FakeFloor floor;
    @Autowired
    LiveCalls calls;
    @Autowired
    DeviceStates devices;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private String cookie;
    private UUID tenant;
    private final List<UUID> queues = new ArrayList<>();
    private final List<UUID> agents = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Queue<Long> delays = new ConcurrentLinkedQueue<>();
    private final CountDownLatch opened = new CountDownLatch(BROWSERS);
    private volatile boolean measuring;

    @BeforeAll
    void build(Chromium chromium) {
        Scenery scenery = new Scenery(owner, ari, calls, devices, demoFile);
        tenant = scenery.tenant();
        try (Visitor supervisor = chromium.visitor(port, "en", 1280, ColorScheme.LIGHT)) {
            supervisor.signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
            cookie = "switchboard=" + supervisor.cookie().value;
        }
        new CentreScenery(owner, floor, tenant).clear();
        owner.jdbc().sql("insert into queue (tenant_id, name) select :tenant, 'Load ' || n from generate_series(1, :queues) n").param("tenant", tenant)
                .param("queues", QUEUES).update();
        owner.jdbc().sql("insert into agent (tenant_id, name, number) select :tenant, 'Load agent ' || n, (90000 + n)::text from generate_series(1, :agents) n")
                .param("tenant", tenant).param("agents", AGENTS).update();
        // Each agent serves two queues.
        owner.jdbc().sql("""
                insert into queue_agent (tenant_id, queue_id, agent_id)
                select :tenant, q.id, a.id from (select id, row_number() over (order by name) n from agent where tenant_id = :tenant and name like 'Load %') a
                  join (select id, row_number() over (order by name) n from queue where tenant_id = :tenant and name like 'Load %') q
                    on q.n = a.n % :queues + 1 or q.n = (a.n * 7 + 3) % :queues + 1 on conflict do nothing""")
                .param("tenant", tenant).param("queues", QUEUES).update();
        queues.addAll(owner.jdbc().sql("select id from queue where tenant_id = :tenant and name like 'Load %'").param("tenant", tenant).query(UUID.class).list());
        agents.addAll(owner.jdbc().sql("select id from agent where tenant_id = :tenant and name like 'Load %'").param("tenant", tenant).query(UUID.class).list());
    }

    @Test
    void givenTwoHundredWallboards_whenTwentyCallsComeEachSecond_thenEachBrowserGetsLittleAndSoon() throws Exception {
        FloorView.Agent[] people = agents.stream().map(id -> agent(id, AgentStatus.FREE, "", null)).toArray(FloorView.Agent[]::new);
        int[] waiting = new int[QUEUES];
        publish(people, waiting);
        List<Thread> readers = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            for (int i = 0; i < BROWSERS; i++) {
                // One after the other: a server takes only so many connections in one moment.
                HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/wallboard/events"))
                        .header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofInputStream());
                assertThat(answer.statusCode()).isEqualTo(200);
                boolean first = i == 0;
                readers.add(Thread.ofVirtual().start(() -> read(answer.body(), first)));
            }
            assertThat(opened.await(120, TimeUnit.SECONDS)).as("all wallboards are open, %d are not", opened.getCount()).isTrue();
            work(people, waiting);
        } finally {
            measuring = false;
            // Its close() would wait for streams that never end.
            client.shutdownNow();
            for (Thread reader : readers) {
                reader.join(Duration.ofSeconds(5));
            }
        }
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        double p50 = sorted[sorted.length / 2] / 1e6;
        double p95 = sorted[(int) (sorted.length * 0.95)] / 1e6;
        double kilobytes = bytes.get() / 1000.0 / SECONDS;
        System.out.printf("wallboard: %d browsers, %d queues, %d agents, %d calls/s for %d s: %.1f kB/s to one browser, shown after %.0f ms (p50), %.0f ms (p95), %d changes seen%n",
                BROWSERS, QUEUES, AGENTS, CALLS_A_SECOND, SECONDS, kilobytes, p50, p95, sorted.length);
        assertThat(kilobytes).as("kB/s to one browser").isBetween(1.0, 50.0);
        assertThat(p95).as("milliseconds until 95 of 100 changes are there").isLessThan(500);
    }

    /**
     * Each call is five changes: it comes; after half a second a phone rings, after two it is answered, after six it ends, after eight the
     * agent is free again. What is measured begins when calls of all ages are on.
     */
    private void work(FloorView.Agent[] people, int[] waiting) {
        int[] age = {0, 10, 40, 120, 160};
        int steps = (SECONDS + WARM_UP_SECONDS) * CALLS_A_SECOND * age.length;
        long pause = TimeUnit.SECONDS.toNanos(1) / (CALLS_A_SECOND * age.length);
        long next = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            measuring = step >= WARM_UP_SECONDS * CALLS_A_SECOND * age.length;
            int call = step / age.length - age[step % age.length];
            if (call >= 0) {
                change(step % age.length, call, people, waiting);
                publish(people, waiting);
            }
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void change(int kind, int call, FloorView.Agent[] people, int[] waiting) {
        int queue = call % QUEUES;
        int who = (call * 37) % AGENTS;
        UUID id = agents.get(who);
        FloorView.AgentCall caller = new FloorView.AgentCall(queues.get(queue), "v" + call, null, "+8225551" + (1000 + call % 9000), "", false);
        String stamp = "#" + System.nanoTime();
        switch (kind) {
            case 0 -> waiting[queue]++;
            case 1 -> people[who] = agent(id, AgentStatus.RINGING, stamp, caller);
            case 2 -> {
                waiting[queue]--;
                people[who] = agent(id, AgentStatus.TALKING, stamp, caller);
            }
            case 3 -> people[who] = agent(id, AgentStatus.WRAP_UP, stamp, null);
            default -> people[who] = agent(id, AgentStatus.FREE, stamp, null);
        }
    }

    private void publish(FloorView.Agent[] people, int[] waiting) {
        Instant now = Instant.now();
        List<FloorView.Queue> lines = new ArrayList<>();
        for (int i = 0; i < QUEUES; i++) {
            List<FloorView.Waiting> callers = new ArrayList<>();
            for (int n = 0; n < waiting[i]; n++) {
                callers.add(new FloorView.Waiting("w" + i + "." + n, null, n + 1, "+82255501", "", now.minusSeconds(9), 5, false, false, List.of()));
            }
            lines.add(new FloorView.Queue(queues.get(i), callers));
        }
        floor.put(new FloorView(tenant, now, lines, Arrays.asList(people)));
    }

    private static FloorView.Agent agent(UUID id, AgentStatus status, String stamp, FloorView.AgentCall call) {
        return new FloorView.Agent(id, status, Instant.now(), null, null, false, stamp, call);
    }

    private void read(InputStream body, boolean counts) {
        try {
            StringBuilder text = new StringBuilder();
            byte[] buffer = new byte[65_536];
            boolean first = true;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                long now = System.nanoTime();
                text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (measuring && counts) {
                    bytes.addAndGet(read);
                }
                for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                    if (first) {
                        first = false;
                        opened.countDown();
                    } else if (measuring) {
                        seen(text.substring(0, end), now);
                    }
                    text.delete(0, end + 2);
                }
            }
        } catch (IOException closed) {
            if (measuring) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void seen(String event, long now) {
        Matcher stamps = STAMP.matcher(event);
        while (stamps.find()) {
            delays.add(now - Long.parseLong(stamps.group(1)));
        }
    }

    @AfterAll
    void clear() {
        owner.jdbc().sql("delete from agent where tenant_id = :tenant and name like 'Load %'").param("tenant", tenant).update();
        owner.jdbc().sql("delete from queue where tenant_id = :tenant and name like 'Load %'").param("tenant", tenant).update();
        floor.put(new FloorView(tenant, Instant.now(), List.of(), List.of()));
    }
}

package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.callcentre.FloorTools;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.PlanSource;
import org.switchboard.telephony.plan.PlanStore;
import org.switchboard.telephony.plan.PlannedAgent;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;
import org.switchboard.telephony.plan.ToldPlans;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.QueueStrategy;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.queue.Staffing;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/**
 * Call centres in which everything happens at any moment: hundreds of random schedules of callers, agents, phones, supervisors and engines that are
 * replaced, in virtual time. Whatever happens: every stay ends exactly once, no agent is rung twice, no phone rings or talks on.
 */
class QueueSchedulesTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000004");
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration BUSY = Duration.ofMinutes(8);
    private static final Set<QueueEventKind> ENDS = Set.of(QueueEventKind.ANSWERED, QueueEventKind.ABANDONED, QueueEventKind.LEFT);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void given_any_schedule_then_everybody_is_served_or_gone_once(int part) {
        for (var seed = part * 30; seed < (part + 1) * 30; seed++) {
            new Schedule(seed, seed % 3 == 0).run();
        }
    }

    /** One random schedule. */
    private static final class Schedule {

        private final int seed;
        private final Random random;
        private final boolean restarts;
        private final VirtualTime time = new VirtualTime(BEGIN);
        private final QueueWorld world;
        private final FakeAsterisk asterisk;
        private final AriClient ari;
        private final FakeFloorMemory memory = new FakeFloorMemory();
        private final List<QueueEvent> events = new CopyOnWriteArrayList<>();
        private final List<UUID> agents = new ArrayList<>();
        private final List<String> devices = new ArrayList<>();
        private final TenantPlan plan;
        private final List<Instant> restarted = new ArrayList<>();
        private CallRegistry calls;
        private Floors floors;
        private boolean down;

        Schedule(int seed, boolean restarts) {
            this.seed = seed;
            this.restarts = restarts;
            this.random = new Random(seed);
            this.world = new QueueWorld(time, new Random(seed + 1));
            this.asterisk = new FakeAsterisk(time, world);
            this.ari = new AriClient(asterisk);
            this.plan = plan();
            asterisk.company(TENANT);
            world.phonesOf(asterisk);
        }

        private TenantPlan plan() {
            var builder = TestPlans.builder(TENANT);
            var queues = 1 + random.nextInt(3);
            for (var i = 0; i < queues; i++) {
                builder.add(new PlannedQueue(TestPlans.id("queue" + i), "Queue " + i, "70" + i, 5, random.nextBoolean() ? 60 : 0,
                        new QueueOffers(QueueStrategy.values()[random.nextInt(QueueStrategy.values().length)], 8, random.nextInt(3) * 5, random.nextInt(3), 30),
                        new QueueLimits(random.nextInt(4) == 0 ? 4 : null, random.nextInt(4) == 0 ? 60 : null, Staffing.ALWAYS, Staffing.ALWAYS),
                        new QueueSounds(random.nextBoolean() ? TestPlans.id("greeting") : null, random.nextBoolean() ? TestPlans.id("music") : null,
                                true, true, 15, null, null),
                        new QueueCallback(), new ServiceGoal(), new QueueAlerts(), new QueueRecording(), new TreeMap<>(), List.of()));
                builder.exit(TestPlans.id("queue" + i), "key_3", TestPlans.hangup("normal"));
            }
            for (var i = 0; i < 2 + random.nextInt(5); i++) {
                var device = ("agent" + (char) ('a' + i) + "aaaaaaaaaaaaaaaa").substring(0, 16);
                devices.add(device);
                builder.add(TestPlans.extension("11" + i, device));
                var agent = TestPlans.id("agent" + i);
                agents.add(agent);
                var places = new ArrayList<PlannedAgent.Membership>();
                for (var queue = 0; queue < queues; queue++) {
                    if (i == 0 || queue == 0 || random.nextBoolean()) {
                        places.add(new PlannedAgent.Membership(TestPlans.id("queue" + queue), 1, i + 1));
                    }
                }
                builder.add(new PlannedAgent(agent, "Agent " + i, "91" + i, null, TestPlans.id("11" + i), Map.of(), places));
            }
            for (var i = 0; i < 30; i++) {
                builder.add(TestPlans.extension("2" + (10 + i), device(i)));
            }
            return builder.build();
        }

        private static String device(int caller) {
            return "caller" + (char) ('a' + caller / 10) + (char) ('a' + caller % 10) + "aaaaaaaa";
        }

        private void startEngine() {
            floors = new Floors(new FloorTools(ari, time, time, events::add, memory, world, TestPrograms.SOUNDS));
            var store = new PlanStore(new ToldPlans(new PlanSource() {
                @Override
                public Map<UUID, TenantPlan> loadAll() {
                    return Map.of(TENANT, plan);
                }

                @Override
                public Map<UUID, TenantPlan> load(Set<UUID> tenantIds) {
                    return loadAll();
                }
            }, floors), time);
            store.reloadAll();
            calls = new CallRegistry(new CallTools(ari, time, _ -> { }, CallPatience.USUAL, time), CallLimits.USUAL, new SimpleMeterRegistry());
            var control = new CallControl(ari, store, calls, TestPrograms.at(time, floors), CallbackLegs.NONE);
            asterisk.tell(control, new LiveWatch(ari, calls, control::reconcile, List.of(floors)));
            control.reconcile();
        }

        /** An engine dies, and the next one comes a while later. */
        private void restart() {
            if (down) {
                return;
            }
            down = true;
            restarted.add(time.instant());
            calls.close();
            floors.close();
            asterisk.tellNobody();
            time.after(Duration.ofMillis(500 + random.nextInt(20_000)), () -> {
                down = false;
                startEngine();
            });
        }

        void run() {
            devices.forEach(device -> world.registered(device, true));
            startEngine();
            agents.forEach(agent -> at(() -> signIn(agent)));
            for (var i = 0; i < 8 + random.nextInt(20); i++) {
                calls("call-" + i, device(i), "70" + random.nextInt(plan.callCentre().queues().size()), "2" + (10 + i));
            }
            for (var i = 0; i < 25; i++) {
                at(this::anything);
            }
            if (restarts) {
                at(this::restart);
                at(this::restart);
            }
            time.after(BUSY, this::everybodyToWork);
            time.run(BUSY.plusHours(1));
            check();
            floors.close();
            time.run(Duration.ofHours(2));
        }

        /** Some time in the busy minutes. */
        private void at(Runnable what) {
            time.after(Duration.ofMillis(random.nextInt((int) BUSY.toMillis())), () -> tolerant(what));
        }

        /** What is not possible at that moment is refused. */
        private void tolerant(Runnable what) {
            if (down) {
                return;
            }
            try {
                what.run();
            } catch (InvalidInput | NotFound refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }

        private void calls(String id, String device, String number, String from) {
            var when = Duration.ofMillis(random.nextInt((int) BUSY.toMillis()));
            asterisk.calls(when, id, device, number, from);
            if (random.nextInt(3) == 0) {
                asterisk.hangsUp(when.plusMillis(random.nextInt(60_000)), id);
            }
            if (random.nextInt(6) == 0) {
                asterisk.presses(when.plusMillis(random.nextInt(30_000)), id, "3");
            }
        }

        private void anything() {
            var agent = agents.get(random.nextInt(agents.size()));
            var device = devices.get(random.nextInt(devices.size()));
            var waiting = floors.view(TENANT).queues().stream().flatMap(queue -> queue.waiting().stream()).toList();
            switch (random.nextInt(9)) {
                case 0 -> floors.signOut(TENANT, agent, "test");
                case 1 -> floors.pause(TENANT, agent, null, "test");
                case 2 -> floors.resume(TENANT, agent, "test");
                case 3 -> floors.endWrapUp(TENANT, agent, "test");
                case 4 -> world.callsElsewhere(device);
                case 5 -> world.registered(device, random.nextBoolean());
                case 6 -> {
                    if (!waiting.isEmpty()) {
                        floors.toFront(TENANT, waiting.getLast().visit(), "test");
                    }
                }
                case 7 -> {
                    if (!waiting.isEmpty()) {
                        floors.remove(TENANT, waiting.getFirst().visit(), "test");
                    }
                }
                default -> signIn(agent);
            }
        }

        private void signIn(UUID agent) {
            floors.signIn(TENANT, agent, null, "test");
        }

        /** In the end there is somebody for everybody. */
        private void everybodyToWork() {
            devices.forEach(device -> world.registered(device, true));
            for (var agent : agents) {
                tolerant(() -> signIn(agent));
                tolerant(() -> floors.resume(TENANT, agent, "test"));
            }
            time.after(Duration.ofSeconds(30), () -> {
                if (time.instant().isBefore(BEGIN.plus(BUSY).plusSeconds(1800))) {
                    everybodyToWork();
                }
            });
        }

        private void check() {
            assertThat(world.violations()).as(this::story).isEmpty();
            assertThat(asterisk.violations()).as(this::story).isEmpty();
            assertThat(asterisk.leftovers()).as(this::story).isEmpty();
            assertThat(calls.inHand()).as(this::story).isZero();
            assertThat(floors.view(TENANT).queues()).as(this::story).allSatisfy(queue -> assertThat(queue.waiting()).isEmpty());
            assertThat(floors.view(TENANT).agents()).as(this::story).extracting(agent -> agent.status())
                    .doesNotContain(AgentStatus.TALKING, AgentStatus.RINGING, AgentStatus.OTHER_CALL);
            assertThat(memory.stays(TENANT)).as(this::story).isEmpty();
            everyStayEndsOnce();
            nobodyIsOfferedTwice();
        }

        private String story() {
            return "seed " + seed + ", restarts " + restarted + "\n" + events.stream().map(event -> event.at() + " " + event.kind() + " " + event.visit() + " "
                    + agents.indexOf(event.agentId()) + " " + event.detail()).collect(Collectors.joining("\n")) + "\n" + floors.view(TENANT);
        }

        private List<QueueEvent> eachOnce() {
            var byId = new LinkedHashMap<UUID, QueueEvent>();
            events.forEach(event -> byId.putIfAbsent(event.id(), event));
            return List.copyOf(byId.values());
        }

        private void everyStayEndsOnce() {
            var byVisit = new LinkedHashMap<String, List<QueueEventKind>>();
            eachOnce().stream().filter(event -> event.visit() != null)
                    .forEach(event -> byVisit.computeIfAbsent(event.visit(), _ -> new ArrayList<>()).add(event.kind()));
            byVisit.forEach((visit, kinds) -> {
                assertThat(kinds).as(() -> visit + story()).containsOnlyOnce(QueueEventKind.ENTERED);
                assertThat(kinds.stream().filter(ENDS::contains)).as(() -> visit + kinds + story()).hasSize(1);
                assertThat(kinds.stream().filter(QueueEventKind.TALK_ENDED::equals).count()).as(() -> visit + kinds + story())
                        .isEqualTo(kinds.stream().filter(QueueEventKind.ANSWERED::equals).count());
            });
            assertThat(eachOnce().stream().filter(event -> event.kind() == QueueEventKind.ANSWERED).count()).as(this::story)
                    .isLessThanOrEqualTo(world.answers());
        }

        /** An engine that died leaves offers without an end, which the one after it does not know. */
        private void nobodyIsOfferedTwice() {
            var busy = new HashMap<UUID, String>();
            var forgiven = new HashSet<>(restarted);
            for (var event : eachOnce()) {
                if (forgiven.removeIf(at -> !at.isAfter(event.at()))) {
                    busy.clear();
                }
                switch (event.kind()) {
                    case OFFERED -> assertThat(busy.put(event.agentId(), event.visit())).as(() -> event + story()).isNull();
                    case OFFER_ENDED -> busy.remove(event.agentId());
                    case ANSWERED -> busy.put(event.agentId(), event.visit());
                    case TALK_ENDED -> busy.remove(event.agentId());
                    default -> {
                        // Says nothing of who is busy.
                    }
                }
            }
        }
    }
}

package org.switchboard.telephony.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.AmiConnection;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriConnection;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.call.StepJournal;
import org.switchboard.telephony.call.VirtualThreads;
import org.switchboard.telephony.plan.DeviceChanges;
import org.switchboard.telephony.plan.PlanListener;
import org.switchboard.telephony.plan.PlanRepository;
import org.switchboard.telephony.plan.PlanStore;
import org.switchboard.telephony.plan.ToldPlans;
import org.switchboard.telephony.schedule.ScheduleSwitch;

/**
 * The call engine as a whole. It decides what happens to every call; Asterisk rings and talks, and goes on by itself
 * where the engine is away.
 *
 * <p>It takes calls only once plans have been loaded, so that until then Asterisk uses its own fallback.
 */
public final class CallEngine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallEngine.class);
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(30);

    private final HttpAriTransport transport;
    private final PlanStore plans;
    private final PlanListener planListener;
    private final CallRegistry calls;
    private final CallControl control;
    private final AriConnection controlLink;
    private final AriConnection liveLink;
    private final AmiConnection manager;
    private final AtomicBoolean takingCalls = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("engine-timer").daemon().factory());

    /**
     * Puts an engine together; nothing happens before {@link #start()}.
     *
     * @param ari        Asterisk's REST Interface
     * @param ami        Asterisk's Manager Interface
     * @param dataSource connections as role {@code pbx_engine}; one of them is kept
     * @param journal    where decisions are written down
     * @param clock      what time it is
     * @param limits     how many calls at once
     * @param meters     where things are counted
     * @param parts      what calls are played and kept by
     * @param listeners  who else hears all events of Asterisk, such as the live calls
     */
    public CallEngine(AriConfig ari, AmiConfig ami, DataSource dataSource, StepJournal journal, InstantSource clock,
                      CallLimits limits, MeterRegistry meters, EngineParts parts, Collection<? extends AriEventListener> listeners) {
        this.transport = new HttpAriTransport(ari);
        var client = new AriClient(transport);
        this.plans = new PlanStore(new ToldPlans(new SoundedPlans(PlanRepository.ofMoments(dataSource), parts.sounds()), parts.queues()), clock);
        this.calls = new CallRegistry(new CallTools(client, clock, journal, CallPatience.USUAL, new VirtualThreads()), limits, meters);
        var services = new OwnServices(parts.sounds(), new OwnSettings(dataSource), new ScheduleSwitch(dataSource), parts.voicemail(),
                parts.prompts(), parts.floor(), clock);
        this.control = new CallControl(client, plans, calls, new CallPrograms(parts.sounds(), services, parts.queues(), new TalkMemory(), parts.onCall(),
                calls::inHand, clock), parts.callbacks());
        this.controlLink = new AriConnection(ari, CallControl.APPLICATION, false, control);
        var live = new LiveWatch(client, calls, control::reconcile, List.copyOf(listeners));
        this.liveLink = new AriConnection(ari, LiveWatch.APPLICATION, true, live);
        this.manager = new AmiConnection(ami);
        this.planListener = new PlanListener(dataSource, plans, new CacheKeeper(manager), this::plansLoaded);
    }

    /** Begins to work. Returns at once; {@link #health()} tells how far it is. */
    public void start() {
        manager.start();
        liveLink.start();
        planListener.start();
    }

    private void plansLoaded() {
        if (takingCalls.compareAndSet(false, true)) {
            log.info("The call engine takes calls");
            controlLink.start();
            timer.scheduleWithFixedDelay(control::reconcile, COMPARE_EVERY.toSeconds(), COMPARE_EVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** The plans in force. */
    PlanStore plans() {
        return plans;
    }

    /**
     * How the engine does now.
     *
     * @return a snapshot
     */
    public EngineHealth health() {
        return new EngineHealth(controlLink.isUp(), liveLink.isUp(), manager.isUp(), planListener.isListening(),
                plans.loadedAt(), calls.inHand());
    }

    /** Lets go of all calls without hanging up, and ends all connections. Asterisk goes on by its own fallback. */
    @Override
    public void close() {
        timer.shutdownNow();
        planListener.close();
        if (takingCalls.get()) {
            controlLink.close();
        }
        liveLink.close();
        calls.close();
        manager.close();
        transport.close();
    }

    /** Keeps what Asterisk has cached of devices in step with the database. */
    private record CacheKeeper(AmiConnection manager) implements DeviceChanges {

        @Override
        public void changed(String sipUsername) {
            manager.forget(sipUsername);
        }

        @Override
        public void gone(String sipUsername) {
            manager.deleteRegistrations(sipUsername);
        }

        @Override
        public void anyMayHaveChanged() {
            manager.forgetEverything();
        }
    }
}

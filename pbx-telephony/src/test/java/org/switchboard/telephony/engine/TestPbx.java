package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Settings;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.queuelog.QueueEvent;

/** A real PostgreSQL, a real Asterisk, real phones, and engines that come and go. */
final class TestPbx implements AutoCloseable {

    private final LocalStack stack;
    private final Path folder;
    private final HttpAriTransport transport;
    private final AriClient ari;
    private final List<BaresipPhone> phones = new ArrayList<>();
    private final Map<UUID, String> prompts = new ConcurrentHashMap<>();
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<QueueEvent> events = new CopyOnWriteArrayList<>();
    private boolean withQueues;
    private FloorKit floor;
    private CallEngine engine;
    private int phoneCount;

    TestPbx(Path folder) {
        this(folder, Settings.forTest());
    }

    TestPbx(Path folder, Settings settings) {
        this.folder = folder;
        this.stack = LocalStack.start(folder.resolve("data"), settings);
        this.transport = new HttpAriTransport(ariConfig());
        this.ari = new AriClient(transport);
    }

    LocalStack stack() {
        return stack;
    }

    Company company(String slug) {
        return Company.create(stack, slug);
    }

    AriConfig ariConfig() {
        return AriConfig.of(URI.create(stack.settings().ariUrl()), "pbx", stack.secrets().ari());
    }

    void startEngine() {
        startEngine(CallLimits.USUAL);
    }

    void startEngine(CallLimits limits) {
        startEngine(limits, ariConfig());
    }

    void startEngine(CallLimits limits, AriConfig ari) {
        meters = new SimpleMeterRegistry();
        var ami = new AmiConfig("127.0.0.1", stack.settings().amiPort(), "pbx", stack.secrets().ami());
        var parts = TestParts.of(engineDatabase(), prompts);
        List<AriEventListener> listeners = List.of();
        if (withQueues) {
            floor = new FloorKit(ari, ami, engineDatabase(), parts.sounds(), events::add);
            parts = new EngineParts(parts.sounds(), parts.voicemail(), parts.prompts(), floor.floors(), parts.onCall(), floor.codes(), floor.callbacks());
            listeners = floor.listeners();
        }
        engine = new CallEngine(ari, ami, engineDatabase(), steps::add, Clock.systemUTC(), limits, meters, parts, listeners);
        engine.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> engine.health().isWell());
    }

    /** Engines that start from now on have a call centre. */
    TestPbx withQueues() {
        withQueues = true;
        return this;
    }

    Floors floors() {
        return floor.floors();
    }

    boolean cancelCallback(UUID tenantId, UUID callbackId) {
        return floor.callbacks().cancel(tenantId, callbackId);
    }

    /** What the call centre wrote down for a company. */
    List<QueueEvent> events(UUID tenantId) {
        return events.stream().filter(event -> event.tenantId().equals(tenantId)).toList();
    }

    /** Lets a prompt be a sound that a test has made. */
    void prompt(UUID promptId, String media) {
        prompts.put(promptId, media);
    }

    DataSource engineDatabase() {
        var database = new PGSimpleDataSource();
        database.setUrl(stack.jdbcUrl());
        database.setUser("pbx_engine");
        database.setPassword(stack.secrets().databaseEngine());
        return database;
    }

    CallEngine engine() {
        return engine;
    }

    void stopEngine() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
        if (floor != null) {
            floor.close();
            floor = null;
        }
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    /** What the engine wrote down for a company, as {@code kind name outcome}. */
    List<String> steps(UUID tenantId) {
        return steps.stream().filter(step -> step.tenantId().equals(tenantId))
                .map(step -> step.kind() + " " + step.name() + " " + step.outcome()).toList();
    }

    /** What the engine wrote down for a company. */
    List<Step> told(UUID tenantId) {
        return steps.stream().filter(step -> step.tenantId().equals(tenantId)).toList();
    }

    /** The calls that the engine wrote something down for. */
    Set<String> linkedIds(UUID tenantId) {
        return steps.stream().filter(step -> step.tenantId().equals(tenantId)).map(Step::linkedId).collect(Collectors.toSet());
    }

    void forgetSteps() {
        steps.clear();
    }

    /** A registered phone. */
    BaresipPhone phone(String name, SipAccount account) {
        return phone(PhoneSettings.plain(name + "-" + phoneCount++, account, 440));
    }

    BaresipPhone phone(PhoneSettings settings) {
        var phone = BaresipPhone.start(settings, folder, Clock.systemUTC());
        phones.add(phone);
        phone.register();
        phone.awaitEvent(Duration.ofSeconds(20), "registered", event -> event.type().equals("REGISTER_OK"));
        return phone;
    }

    List<AriChannel> channels() {
        return ari.channels();
    }

    /** Every call of a test must leave nothing behind. */
    void awaitNothingLeft() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ari.channels()).isEmpty();
            assertThat(ari.bridges()).isEmpty();
            assertThat(engine == null ? 0 : engine.health().callsInHand()).isZero();
        });
    }

    @Override
    public void close() {
        phones.forEach(BaresipPhone::close);
        stopEngine();
        transport.close();
        stack.close();
    }
}

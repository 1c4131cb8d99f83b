package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Settings;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriConnection;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallParty;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.call.VirtualThreads;

/** A real Asterisk with real phones, whose calls do what a test's own program says: calls without plans and routing. */
public final class HandMadePbx implements AutoCloseable {

    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final LocalStack stack;
    private final Path folder;
    private final HttpAriTransport transport;
    private final AriClient ari;
    private final List<BaresipPhone> phones = new ArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private AriConnection control;
    private AriConnection live;
    private final List<CallRegistry> dead = new ArrayList<>();
    private CallRegistry calls;
    private volatile CallProgram program;

    /** Starts all of it. */
    public HandMadePbx(Path folder) {
        this.folder = folder;
        this.stack = LocalStack.start(folder.resolve("data"), Settings.forTest());
        this.transport = new HttpAriTransport(config());
        this.ari = new AriClient(transport);
        startEngine();
    }

    /** An event of the controlling application, with the moment in which it came. */
    public record Heard(long nanos, AriEvent event) {
    }

    private AriConfig config() {
        return AriConfig.of(URI.create(stack.settings().ariUrl()), "pbx", stack.secrets().ari());
    }

    public void startEngine() {
        var registry = new CallRegistry(new CallTools(ari, Clock.systemUTC(), _ -> { }, CallPatience.USUAL, new VirtualThreads()),
                CallLimits.USUAL, new SimpleMeterRegistry());
        calls = registry;
        control = new AriConnection(config(), CallControl.APPLICATION, false, new Ear(registry, true));
        live = new AriConnection(config(), LiveWatch.APPLICATION, true, new Ear(registry, false));
        control.start();
        live.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> control.isUp() && live.isUp());
    }

    /** As a process that dies: nothing is told to Asterisk. */
    public void killEngine() {
        control.close();
        live.close();
        dead.add(calls);
    }

    /** What a new engine does when it comes: takes up what waits in the application. */
    public void takeUpWaiting() {
        for (var channel : ari.channels()) {
            if (channel.dialplan().appData().startsWith("pbx,")) {
                calls.arrived(channel, List.of("new"), party(channel), true, call -> program.run(call));
            }
        }
    }

    public void eachCallDoes(CallProgram wanted) {
        program = wanted;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public Company company(String slug) {
        return Company.create(stack, slug);
    }

    public LocalStack stack() {
        return stack;
    }

    public AriClient ari() {
        return ari;
    }

    public BaresipPhone phone(String name, SipAccount account, int hertz) {
        var phone = BaresipPhone.start(PhoneSettings.plain(name, account, hertz), folder, Clock.systemUTC());
        phones.add(phone);
        phone.register();
        phone.awaitEvent(Duration.ofSeconds(20), "registered", event -> event.type().equals("REGISTER_OK"));
        return phone;
    }

    public void awaitNothingLeft() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ari.channels()).extracting(AriChannel::name).isEmpty();
            assertThat(ari.bridges()).isEmpty();
            assertThat(calls.inHand()).isZero();
        });
    }

    private static CallParty party(AriChannel channel) {
        if (TrunkRef.isTrunk(channel.endpoint())) {
            return new CallParty(TENANT, new Caller.Outside(new TrunkRef(channel.endpoint()), channel.caller().number(), ""));
        }
        return new CallParty(TENANT, new Caller.Inside(new DeviceRef(channel.endpoint()), channel.caller().number()));
    }

    @Override
    public void close() {
        phones.forEach(BaresipPhone::close);
        killEngine();
        // A process that dies takes its threads with it.
        dead.forEach(CallRegistry::close);
        transport.close();
        stack.close();
    }

    /** Passes events on to one registry. */
    private final class Ear implements AriEventListener {

        private final CallRegistry registry;
        private final boolean controls;

        Ear(CallRegistry registry, boolean controls) {
            this.registry = registry;
            this.controls = controls;
        }

        @Override
        public void onEvent(AriEvent event) {
            if (controls) {
                heard.add(new Heard(System.nanoTime(), event));
                control(event);
            } else if (event instanceof AriEvent.ChannelDestroyed destroyed) {
                registry.gone(destroyed.channel().id());
            } else if (event instanceof AriEvent.Dial dial && dial.caller() != null && "ANSWER".equals(dial.dialstatus())) {
                registry.answered(dial.caller().id());
            }
        }

        private void control(AriEvent event) {
            if (event instanceof AriEvent.StasisStart start) {
                registry.arrived(start.channel(), start.args(), party(start.channel()), false, call -> program.run(call));
            } else {
                registry.heard(event);
            }
        }

        @Override
        public void onConnected() {
            heard.clear();
        }

        @Override
        public void onDisconnected(String reason) {
            heard.clear();
        }
    }
}

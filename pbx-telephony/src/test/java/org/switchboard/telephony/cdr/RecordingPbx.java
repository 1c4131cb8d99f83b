package org.switchboard.telephony.cdr;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.RegisteredDevices;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.engine.CallEngine;
import org.switchboard.telephony.engine.TestParts;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.live.RegistrationWatch;

/** Real PostgreSQL, Asterisk, engine and phones, with everything that writes and reads call records in its place. */
final class RecordingPbx implements AutoCloseable {

    private final Path folder;
    private final LocalStack stack;
    private final Databases databases;
    private final HttpAriTransport transport;
    private final List<BaresipPhone> phones = new ArrayList<>();
    private final StepFile steps;
    private final CallRecorder recorder;
    private final LiveCalls live;
    private final DeviceStates devices;
    private final RegisteredDevices contacts;
    private final RegistrationWatch registrations;
    private CallEngine engine;

    RecordingPbx(Path folder) {
        this.folder = folder;
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        stack = LocalStack.start(folder.resolve("data"));
        databases = new Databases(stack);
        transport = new HttpAriTransport(ariConfig());
        steps = new StepFile(stack.layout().spool(), meters);
        recorder = new CallRecorder(stack.layout().spool(), databases.engine(), meters);
        AriClient ari = new AriClient(transport);
        live = new LiveCalls(ari, Clock.systemUTC());
        devices = new DeviceStates(ari);
        contacts = new RegisteredDevices(amiConfig());
        registrations = new RegistrationWatch(contacts::registered, devices);
        registrations.start();
        recorder.start();
    }

    private AmiConfig amiConfig() {
        return new AmiConfig("127.0.0.1", stack.settings().amiPort(), "pbx", stack.secrets().ami());
    }

    private AriConfig ariConfig() {
        return AriConfig.of(URI.create(stack.settings().ariUrl()), "pbx", stack.secrets().ari());
    }

    void startEngine() {
        engine = new CallEngine(ariConfig(), amiConfig(),
                databases.engine(), steps, Clock.systemUTC(), CallLimits.USUAL, new SimpleMeterRegistry(),
                TestParts.of(databases.engine(), Map.of()), List.of(live, devices));
        engine.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> engine.health().isWell() && live.isUp());
    }

    void stopEngine() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    /** A registered phone of an extension, which is made when it is missing. */
    BaresipPhone phone(UUID tenantId, String number, String extensionName, String deviceName) {
        databases.owner("insert into extension (tenant_id, number, name, ring_seconds) values (?, ?, ?, 5) on conflict do nothing",
                tenantId, number, extensionName);
        String username = ThreadLocalRandom.current().ints(16, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        databases.owner("""
                insert into device (tenant_id, extension_id, name, sip_username, ha1)
                select tenant_id, id, ?, ?, ? from extension where tenant_id = ? and number = ?""",
                deviceName, username, ha1(username), tenantId, number);
        BaresipPhone phone = BaresipPhone.start(PhoneSettings.plain(number + deviceName + phones.size(),
                new SipAccount(username, "secret", "127.0.0.1", stack.settings().sipPort()), 440), folder, Clock.systemUTC());
        phones.add(phone);
        phone.register();
        phone.awaitEvent(Duration.ofSeconds(20), "registered", event -> event.type().equals("REGISTER_OK"));
        return phone;
    }

    private static String ha1(String username) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5")
                    .digest((username + ":switchboard:secret").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    LocalStack stack() {
        return stack;
    }

    Databases databases() {
        return databases;
    }

    LiveCalls live() {
        return live;
    }

    DeviceStates devices() {
        return devices;
    }

    CallHistory history() {
        TransactionTemplate web = databases.webTransactions();
        return new CallHistory(new CallHistoryRepository(JdbcClient.create(databases.web())), web);
    }

    @Override
    public void close() {
        phones.forEach(BaresipPhone::close);
        stopEngine();
        registrations.close();
        contacts.close();
        recorder.close();
        steps.close();
        transport.close();
        databases.close();
        stack.close();
    }
}

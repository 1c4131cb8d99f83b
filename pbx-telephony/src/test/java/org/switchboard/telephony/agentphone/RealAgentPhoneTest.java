package org.switchboard.telephony.agentphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Settings;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.RawSip;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.ChannelMover;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.callcentre.AgentTalk;
import org.switchboard.telephony.engine.CallEngine;
import org.switchboard.telephony.engine.Company;
import org.switchboard.telephony.engine.EngineParts;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.engine.TestParts;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.supervision.Supervision;

/** The codes and lamps of agents at real phones; what agents do is kept by a call centre of the test's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAgentPhoneTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final UUID kim = UUID.randomUUID();
    private final UUID lee = UUID.randomUUID();
    private final UUID queue = UUID.randomUUID();
    private final FakeCentre centre = new FakeCentre();
    private final List<SystemWord> said = new CopyOnWriteArrayList<>();
    private LocalStack stack;
    private HttpAriTransport transport;
    private CallEngine engine;
    private ChannelMover mover;
    private Supervision supervision;
    private AgentLamps lamps;
    private JdbcClient database;
    private Company acme;
    private SipAccount ofKim;
    private SipAccount stranger;
    private BaresipPhone atKims;
    private BaresipPhone atOther;
    private UUID kimsExtension;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        stack = LocalStack.start(folder.resolve("data"), Settings.forTest());
        acme = Company.create(stack, "acme");
        acme.extension("101", "Kim");
        acme.extension("102", "Other");
        ofKim = acme.device("101", "desk");
        var globex = Company.create(stack, "globex");
        globex.extension("101", "Stranger");
        stranger = globex.device("101", "desk");
        database = JdbcClient.create(source(stack.settings().databaseOwner(), stack.ownerPassword()));
        kimsExtension = database.sql("select id from extension where tenant_id = ? and number = '101'").param(acme.id()).query(UUID.class).single();
        var pin = new BCryptPasswordEncoder(4).encode("4711");
        database.sql("insert into queue (id, tenant_id, name) values (?, ?, 'Sales')").params(queue, acme.id()).update();
        database.sql("insert into agent (id, tenant_id, name, number, extension_id, pin_hash) values (?, ?, 'Kim', '901', ?, ?)")
                .params(kim, acme.id(), kimsExtension, pin).update();
        database.sql("insert into agent (id, tenant_id, name, number, pin_hash) values (?, ?, 'Lee', '902', ?)").params(lee, acme.id(), pin).update();
        database.sql("insert into pause_reason (tenant_id, name, digit) values (?, 'Lunch', '1')").param(acme.id()).update();
        startEngine();
        atKims = phone(folder, "kims", ofKim);
        atOther = phone(folder, "other", acme.device("102", "desk"));
    }

    private BaresipPhone phone(Path folder, String name, SipAccount account) {
        var phone = BaresipPhone.start(PhoneSettings.plain(name, account, 440), folder, Clock.systemUTC());
        phone.register();
        phone.awaitEvent(SOON, "registered", event -> event.type().equals("REGISTER_OK"));
        return phone;
    }

    private void startEngine() {
        var config = AriConfig.of(URI.create(stack.settings().ariUrl()), "pbx", stack.secrets().ari());
        var ami = new AmiConfig("127.0.0.1", stack.settings().amiPort(), "pbx", stack.secrets().ami());
        var source = source("pbx_engine", stack.secrets().databaseEngine());
        transport = new HttpAriTransport(config);
        var ari = new AriClient(transport);
        mover = new ChannelMover(ami);
        supervision = new Supervision(ari, mover, source, Clock.systemUTC(), centre::takingOver, _ -> { });
        var access = new AgentAccess(source, new BCryptPasswordEncoder(4));
        var sounds = new Sounds() {
            @Override
            public String prompt(UUID promptId) {
                return "sound:beep";
            }

            @Override
            public List<String> words(SystemWord word, String language) {
                said.add(word);
                return List.of("sound:beep");
            }

            @Override
            public void refreshAll() {
                // The test's own sounds need no database.
            }

            @Override
            public void refresh(Set<UUID> tenantIds) {
                // The test's own sounds need no database.
            }
        };
        var usual = TestParts.of(source, Map.of());
        var parts = new EngineParts(sounds, usual.voicemail(), usual.prompts(), usual.queues(), usual.onCall(),
                new AgentCodes(centre, supervision, access, sounds, Clock.systemUTC()), usual.callbacks());
        lamps = new AgentLamps(ari, centre, access);
        engine = new CallEngine(config, ami, source, _ -> { }, Clock.systemUTC(), CallLimits.USUAL, new SimpleMeterRegistry(), parts,
                List.of(supervision, lamps));
        engine.start();
        lamps.start();
        Awaitility.await().atMost(SOON).until(() -> engine.health().isWell());
    }

    private PGSimpleDataSource source(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(stack.jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @AfterAll
    void stopAll() {
        atKims.close();
        atOther.close();
        lamps.close();
        engine.close();
        supervision.close();
        mover.close();
        transport.close();
        stack.close();
    }

    @BeforeEach
    void nobodyWorks() {
        centre.agent(kim, null, false);
        centre.agent(lee, null, false);
        said.clear();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : List.of(atKims, atOther)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        Awaitility.await().atMost(SOON).until(() -> engine.health().callsInHand() == 0);
    }

    private String keyOf(UUID agent) {
        return database.sql("select key from agent_lamp where agent_id = ?").param(agent).query(String.class).single();
    }

    /** Dials, presses what is to be pressed, and waits for the end. */
    private void dials(BaresipPhone phone, String code, String... keys) {
        var before = phone.calls().size();
        var beginning = said.size();
        phone.dial(code);
        phone.awaitCall(SOON, "an answer", call -> phone.calls().size() > before && call.state() != PhoneCall.State.NEW);
        for (var i = 0; i < keys.length; i++) {
            var asked = i + 1;
            Awaitility.await().atMost(SOON).until(() -> said.subList(beginning, said.size()).stream().filter(SystemWord.ENTER_PIN::equals).count() >= asked);
            phone.press(phone.calls().getLast(), keys[i]);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> phone.calls().size() > before && !phone.calls().getLast().isOpen());
    }

    private List<String> commands(Runnable during) {
        var before = centre.commands().size();
        during.run();
        return new ArrayList<>(centre.commands().subList(before, centre.commands().size()));
    }

    @Test
    void given_the_phone_of_an_agent_when_the_code_is_dialled_then_he_works_and_then_he_does_not() {
        assertThat(commands(() -> dials(atKims, "*45"))).containsExactly("in " + kim + " by extension 101");
        assertThat(said).containsExactly(SystemWord.AGENT_SIGNED_IN);
        assertThat(commands(() -> dials(atKims, "*45"))).containsExactly("out " + kim + " by extension 101");
        assertThat(said).endsWith(SystemWord.AGENT_SIGNED_OUT);
    }

    @Test
    void given_the_phone_of_no_agent_when_the_code_is_dialled_then_it_says_so() {
        assertThat(commands(() -> dials(atOther, "*45"))).isEmpty();
        assertThat(said).containsExactly(SystemWord.AGENT_UNKNOWN);
    }

    @Test
    void given_another_phone_then_the_pin_is_asked_for_and_tries_are_bounded() {
        assertThat(commands(() -> dials(atOther, "*45901", "1111#", "4711#"))).containsExactly("in " + kim + " by extension 102");
        assertThat(commands(() -> dials(atOther, "*45901"))).as("signing out where he is needs no PIN").containsExactly("out " + kim + " by extension 102");
        assertThat(commands(() -> dials(atOther, "*45902", "1#", "2#", "3#"))).isEmpty();
        assertThat(commands(() -> dials(atOther, "*45902", "4#", "5#"))).isEmpty();
        assertThat(said).endsWith(SystemWord.AGENT_LOCKED);
        assertThat(commands(() -> dials(atOther, "*45902", "4711#"))).as("locked, also for the right one").isEmpty();
        database.sql("delete from agent_pin_failures").update();
        assertThat(commands(() -> dials(atOther, "*45902", "4711#"))).containsExactly("in " + lee + " by extension 102");
    }

    @Test
    void given_no_such_agent_then_it_sounds_as_with_a_wrong_pin() {
        assertThat(commands(() -> dials(atOther, "*45999", "1#", "2#", "3#"))).isEmpty();
        assertThat(said).containsExactly(SystemWord.ENTER_PIN, SystemWord.WRONG_PIN, SystemWord.ENTER_PIN, SystemWord.WRONG_PIN, SystemWord.ENTER_PIN,
                SystemWord.WRONG_PIN, SystemWord.GOODBYE);
    }

    @Test
    void given_an_agent_at_work_then_he_pauses_with_and_without_a_reason_and_goes_on() {
        centre.agent(kim, kimsExtension, false);
        var reason = database.sql("select id from pause_reason").query(UUID.class).single();
        assertThat(commands(() -> dials(atKims, "*461"))).containsExactly("pause " + kim + " " + reason);
        assertThat(commands(() -> dials(atKims, "*46"))).containsExactly("resume " + kim);
        assertThat(commands(() -> dials(atKims, "*46"))).containsExactly("pause " + kim + " null");
        assertThat(commands(() -> dials(atKims, "*469"))).isEmpty();
        assertThat(commands(() -> dials(atKims, "*47"))).containsExactly("ready " + kim);
        assertThat(said).containsExactly(SystemWord.AGENT_PAUSED, SystemWord.AGENT_RESUMED, SystemWord.AGENT_PAUSED, SystemWord.INVALID_CHOICE,
                SystemWord.AGENT_READY);
    }

    @Test
    void given_a_phone_without_a_supervisor_when_it_dials_to_listen_then_it_is_refused_and_learns_nothing() {
        dials(atOther, "*51901");
        centre.talk(new AgentTalk(kim, queue, "v", "linked", "a", "b", "c", Instant.EPOCH));
        dials(atOther, "*51901");
        dials(atOther, "*54999");
        assertThat(said).containsExactly(SystemWord.SUPERVISION_REFUSED, SystemWord.SUPERVISION_REFUSED, SystemWord.SUPERVISION_REFUSED);
    }

    @Test
    void given_a_lamp_key_then_it_lights_blinks_and_works_the_agent() {
        var key = keyOf(kim);
        try (var watcher = RawSip.open(stack.settings().sipPort()); var pause = RawSip.open(stack.settings().sipPort())) {
            assertThat(watcher.subscribe(ofKim, "*45" + key).status()).contains(200);
            watcher.notified(news -> news.text().contains("terminated"));
            assertThat(pause.subscribe(ofKim, "*46" + key).status()).contains(200);
            pause.notified(news -> news.text().contains("terminated"));
            assertThat(commands(() -> dials(atKims, "*45" + key))).containsExactly("in " + kim + " by extension 101");
            watcher.notified(news -> news.text().contains("confirmed"));
            assertThat(commands(() -> dials(atKims, "*46" + key))).containsExactly("pause " + kim + " null");
            watcher.notified(news -> news.text().contains("early"));
            pause.notified(news -> news.text().contains("confirmed"));
            assertThat(commands(() -> dials(atKims, "*46" + key))).containsExactly("resume " + kim);
            watcher.notified(news -> news.text().contains("confirmed"));
            assertThat(commands(() -> dials(atKims, "*45" + key))).containsExactly("out " + kim + " by extension 101");
            watcher.notified(news -> news.text().contains("terminated"));
        }
    }

    @Test
    void given_the_lamp_key_of_another_then_it_asks_for_the_pin_and_cannot_pause_him() {
        var key = keyOf(kim);
        assertThat(commands(() -> dials(atOther, "*45" + key, "4711#"))).containsExactly("in " + kim + " by extension 102");
        assertThat(commands(() -> dials(atKims, "*46" + key))).isEmpty();
    }

    @Test
    void given_another_company_then_neither_number_nor_key_reaches_the_agent_and_only_lamps_can_be_watched() {
        assertThat(database.sql("select count(*) from agent_lamp where key ~ '^[0-9]{20}$'").query(Long.class).single()).isEqualTo(2);
        try (var phone = RawSip.open(stack.settings().sipPort())) {
            assertThat(phone.subscribe(stranger, "101").status()).as("no extension can be watched").contains(404);
            assertThat(phone.subscribe(stranger, "*43").status()).contains(404);
            assertThat(phone.subscribe(stranger, "*45901").status()).as("an agent's number is no key").contains(404);
        }
    }
}

package org.switchboard.telephony.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.Sound;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.ChannelMover;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriConnection;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.engine.Company;
import org.switchboard.telephony.engine.HandMadePbx;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;

/** Supervisors at a talk on the real Asterisk, with real phones: who hears whom is told by the tone that each of them sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSupervisionTest {

    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Set<SpyMode> ALL = Set.of(SpyMode.values());
    private static final int CUSTOMER = 440;
    private static final int AGENT = 1000;
    private static final int SUPERVISOR = 1700;
    private static final int OTHER = 2500;

    private final UUID agentId = UUID.randomUUID();
    private final UUID queueId = UUID.randomUUID();
    private final List<String> takenOver = new CopyOnWriteArrayList<>();
    private HandMadePbx pbx;
    private ChannelMover mover;
    private Supervision supervision;
    private AriConnection events;
    private JdbcClient database;
    private Company acme;
    private BaresipPhone customer;
    private BaresipPhone agent;
    private BaresipPhone supervisor;
    private BaresipPhone other;

    @BeforeAll
    void startAll(@TempDir Path folder) {
        pbx = new HandMadePbx(folder);
        acme = pbx.company("acme");
        acme.extension("101", "Customer");
        acme.extension("102", "Agent");
        acme.extension("103", "Supervisor");
        acme.extension("104", "Other");
        customer = pbx.phone("customer", acme.device("101", "desk"), CUSTOMER);
        agent = pbx.phone("agent", acme.device("102", "desk"), AGENT);
        supervisor = pbx.phone("supervisor", acme.device("103", "desk"), SUPERVISOR);
        other = pbx.phone("other", acme.device("104", "desk"), OTHER);
        database = JdbcClient.create(database("switchboard", pbx.stack().secrets().databaseOwner()));
        database.sql("insert into agent (id, tenant_id, name, number) values (?, ?, 'Kim', '102')").params(agentId, acme.id()).update();
        database.sql("insert into queue (id, tenant_id, name) values (?, ?, 'Sales')").params(queueId, acme.id()).update();
        mover = new ChannelMover(new AmiConfig("127.0.0.1", pbx.stack().settings().amiPort(), "pbx", pbx.stack().secrets().ami()));
        supervision = new Supervision(pbx.ari(), mover, database("pbx_engine", pbx.stack().secrets().databaseEngine()), Clock.systemUTC(),
                (_, agent, by) -> takenOver.add(agent + " by " + by), _ -> { });
        events = new AriConnection(AriConfig.of(URI.create(pbx.stack().settings().ariUrl()), "pbx", pbx.stack().secrets().ari()), "test-events",
                true, supervision);
        events.start();
        Awaitility.await().atMost(SOON).until(events::isUp);
        pbx.eachCallDoes(usual());
    }

    private PGSimpleDataSource database(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(pbx.stack().jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @AfterAll
    void stopAll() {
        events.close();
        supervision.close();
        mover.close();
        pbx.close();
    }

    @AfterEach
    void nothingIsLeft() {
        for (var phone : List.of(customer, agent, supervisor, other)) {
            phone.calls().stream().filter(PhoneCall::isOpen).forEach(phone::hangUp);
        }
        pbx.awaitNothingLeft();
        Awaitility.await().atMost(SOON).until(() -> supervision.sessions(acme.id()).isEmpty());
        Awaitility.await().atMost(SOON).until(() -> database.sql("select count(*) from supervision where ended_at is null").query(Long.class).single() == 0);
        database.sql("delete from supervision").update();
    }

    private void talk(BaresipPhone who) {
        who.dial("102");
        agent.answer(agent.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING));
        who.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
    }

    private AriChannel channelOf(BaresipPhone phone) {
        return pbx.ari().channels().stream().filter(channel -> channel.endpoint().equals(phone.settings().account().username()))
                .findFirst().orElseThrow();
    }

    private SpiedTalk talk() {
        return new SpiedTalk(acme.id(), agentId, "Kim", "102", queueId, "Sales", channelOf(customer).id(), channelOf(agent).id());
    }

    private static Supervisor who(Set<SpyMode> may) {
        return new Supervisor("sue@acme.example", "103", may);
    }

    private UUID joins(BaresipPhone phone, SpyMode mode, Set<SpyMode> may) {
        var session = supervision.ring(talk(), who(may), new DeviceRef(phone.settings().account().username()), mode, "Listening: \"Kim\"");
        var ringing = phone.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING);
        assertThat(ringing.peerName()).startsWith("Listening:").contains("Kim");
        assertThat(ringing.peerNumber()).isEqualTo("102");
        phone.answer(ringing);
        return session.id();
    }

    /** There is a stretch of half a second in which a phone hears just these tones, and none of the others. */
    private static void hears(BaresipPhone phone, Integer... hertz) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(heard(phone)).as("what %s hears", phone.settings().name())
                .containsExactlyInAnyOrder(hertz));
    }

    private static List<Integer> heard(BaresipPhone phone) {
        var mark = phone.ear().mark();
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(SOON)
                .until(() -> phone.ear().since(mark).stream().anyMatch(sound -> sound.seconds() > 0.5));
        var sound = phone.ear().since(mark).stream().filter(heard -> heard.seconds() > 0.5).findFirst().orElseThrow();
        return List.of(CUSTOMER, AGENT, SUPERVISOR, OTHER).stream().filter(tone -> level(sound, tone) > 0.05).toList();
    }

    /** Goertzel's algorithm: how loud one frequency is, as the amplitude of its sine. */
    private static double level(Sound sound, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / sound.rate());
        double before = 0;
        double last = 0;
        for (float sample : sound.samples()) {
            double now = sample + coefficient * last - before;
            before = last;
            last = now;
        }
        return Math.sqrt(Math.max(0, last * last + before * before - coefficient * last * before)) * 2 / sound.samples().length;
    }

    private void awaitTurns(String... modes) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(database.sql("select mode from supervision_turn order by at").query(String.class).list())
                .containsExactly(modes));
    }

    @Test
    void given_a_talk_when_a_supervisor_listens_whispers_and_barges_then_each_hears_what_he_should() {
        talk(customer);
        var session = joins(supervisor, SpyMode.LISTEN, ALL);
        hears(supervisor, CUSTOMER, AGENT);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        awaitTurns("listen");
        supervision.change(acme.id(), session, SpyMode.WHISPER, ALL);
        hears(agent, CUSTOMER, SUPERVISOR);
        hears(customer, AGENT);
        hears(supervisor, CUSTOMER, AGENT);
        supervision.change(acme.id(), session, SpyMode.BARGE, ALL);
        hears(customer, AGENT, SUPERVISOR);
        hears(agent, CUSTOMER, SUPERVISOR);
        awaitTurns("listen", "whisper", "barge");
        assertThat(supervision.sessions(acme.id())).extracting(SupervisionSession::mode).containsExactly(SpyMode.BARGE);
        supervision.end(acme.id(), session);
        hears(customer, AGENT);
        assertThat(database.sql("select by from supervision").query(String.class).list()).containsExactly("sue@acme.example");
    }

    @Test
    void given_a_listening_supervisor_when_he_takes_over_then_he_talks_with_the_customer_and_the_agent_is_free() {
        talk(customer);
        var session = joins(supervisor, SpyMode.LISTEN, ALL);
        hears(supervisor, CUSTOMER, AGENT);
        supervision.change(acme.id(), session, SpyMode.TAKE_OVER, ALL);
        agent.awaitCall(SOON, "the end", call -> !call.isOpen());
        hears(customer, SUPERVISOR);
        hears(supervisor, CUSTOMER);
        awaitTurns("listen", "take_over");
        assertThat(takenOver).contains(agentId + " by sue@acme.example");
        assertThatThrownBy(() -> supervision.change(acme.id(), session, SpyMode.LISTEN, ALL)).isInstanceOf(InvalidInput.class);
        customer.hangUp(customer.awaitCall(SOON, "talk", PhoneCall::isOpen));
        supervisor.awaitCall(SOON, "the end", call -> !call.isOpen());
    }

    @Test
    void given_the_agent_called_the_customer_when_a_supervisor_takes_over_then_he_has_the_customer() {
        var ofCustomer = new DeviceRef(customer.settings().account().username());
        pbx.eachCallDoes(call -> {
            call.ring(List.of(ofCustomer), Duration.ofSeconds(20));
            return call.hangUp(17);
        });
        try {
            agent.dial("101");
            customer.answer(customer.awaitCall(SOON, "ringing", call -> call.state() == PhoneCall.State.RINGING));
            agent.awaitCall(SOON, "an answer", call -> call.state() == PhoneCall.State.TALKING);
            joins(supervisor, SpyMode.TAKE_OVER, ALL);
            agent.awaitCall(SOON, "the end", call -> !call.isOpen());
            hears(customer, SUPERVISOR);
            hears(supervisor, CUSTOMER);
        } finally {
            pbx.eachCallDoes(usual());
        }
    }

    private CallProgram usual() {
        var ofAgent = new DeviceRef(agent.settings().account().username());
        return call -> {
            if (call.dialled().equals("*51102")) {
                return supervision.join(call, talk(), who(ALL), SpyMode.LISTEN);
            }
            call.ring(List.of(ofAgent), Duration.ofSeconds(20));
            return call.hangUp(17);
        };
    }

    @Test
    void given_two_supervisors_at_one_talk_then_both_hear_it_and_both_can_speak_into_it() {
        talk(customer);
        joins(supervisor, SpyMode.BARGE, ALL);
        joins(other, SpyMode.BARGE, ALL);
        hears(agent, CUSTOMER, SUPERVISOR, OTHER);
        hears(customer, AGENT, SUPERVISOR, OTHER);
        agent.hangUp(agent.awaitCall(SOON, "talk", PhoneCall::isOpen));
        supervisor.awaitCall(SOON, "the end", call -> !call.isOpen());
        other.awaitCall(SOON, "the end", call -> !call.isOpen());
    }

    @Test
    void given_two_supervisors_when_one_takes_over_then_the_other_is_let_go() {
        talk(customer);
        joins(other, SpyMode.LISTEN, ALL);
        var session = joins(supervisor, SpyMode.WHISPER, ALL);
        hears(agent, CUSTOMER, SUPERVISOR);
        supervision.change(acme.id(), session, SpyMode.TAKE_OVER, ALL);
        hears(customer, SUPERVISOR);
        other.awaitCall(SOON, "the end", call -> !call.isOpen());
    }

    @Test
    void given_a_supervisor_who_came_by_a_code_then_his_keys_do_what_he_may() {
        talk(customer);
        supervisor.dial("*51102");
        var call = supervisor.awaitCall(SOON, "an answer", one -> one.state() == PhoneCall.State.TALKING);
        hears(supervisor, CUSTOMER, AGENT);
        supervisor.press(call, "5");
        hears(agent, CUSTOMER, SUPERVISOR);
        supervisor.press(call, "6");
        hears(customer, AGENT, SUPERVISOR);
        supervisor.press(call, "7");
        hears(customer, SUPERVISOR);
        agent.awaitCall(SOON, "the end", one -> !one.isOpen());
        awaitTurns("listen", "whisper", "barge", "take_over");
    }

    @Test
    void given_a_supervisor_who_may_only_listen_then_neither_key_nor_command_does_more() {
        talk(customer);
        var only = Set.of(SpyMode.LISTEN);
        var session = joins(supervisor, SpyMode.LISTEN, only);
        hears(supervisor, CUSTOMER, AGENT);
        var call = supervisor.awaitCall(SOON, "talk", PhoneCall::isOpen);
        for (var key : List.of("5", "6", "7")) {
            supervisor.press(call, key);
            // Each key that changes nothing begins the same turn anew.
            hears(supervisor, CUSTOMER, AGENT);
            hears(agent, CUSTOMER);
        }
        assertThatThrownBy(() -> supervision.change(acme.id(), session, SpyMode.WHISPER, only)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> supervision.ring(talk(), who(only), new DeviceRef(other.settings().account().username()), SpyMode.BARGE, "x"))
                .isInstanceOf(InvalidInput.class);
        assertThat(supervisor.calls().getLast().isOpen()).isTrue();
    }

    @Test
    void given_another_company_then_it_neither_sees_nor_ends_a_session() {
        talk(customer);
        var session = joins(supervisor, SpyMode.LISTEN, ALL);
        var stranger = UUID.randomUUID();
        assertThat(supervision.sessions(stranger)).isEmpty();
        assertThatThrownBy(() -> supervision.end(stranger, session)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> supervision.change(stranger, session, SpyMode.BARGE, ALL)).isInstanceOf(NotFound.class);
        hears(supervisor, CUSTOMER, AGENT);
    }

    @Test
    void given_a_talk_that_is_over_then_nobody_is_rung() {
        talk(customer);
        var gone = talk();
        customer.hangUp(customer.awaitCall(SOON, "talk", PhoneCall::isOpen));
        pbx.awaitNothingLeft();
        assertThatThrownBy(() -> supervision.ring(gone, who(ALL), new DeviceRef(supervisor.settings().account().username()), SpyMode.LISTEN, "x"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("taken.supervision.over");
        assertThat(supervisor.calls().stream().filter(PhoneCall::isOpen)).isEmpty();
    }
}

package org.switchboard.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** The record of supervision, the callbacks of a queue and the lamp keys of an agent in a real browser. */
@PageTest
class SupervisionPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    OwnersHands owner;
    @Autowired
    FakeAri ari;
    @Autowired
    LiveCalls calls;
    @Autowired
    DeviceStates devices;
    @Value("${pbx.demo-file}")
    Path demoFile;

    private Chromium chromium;
    private Scenery scenery;
    private UUID queue;
    private UUID agent;

    @BeforeAll
    void openBrowser(Chromium chromium) {
        this.chromium = chromium;
        scenery = new Scenery(owner, ari, calls, devices, demoFile);
        queue = owner.jdbc().sql("select id from queue where tenant_id = :t order by name limit 1").param("t", scenery.tenant()).query(UUID.class).single();
        agent = owner.jdbc().sql("select id from agent where tenant_id = :t order by number limit 1").param("t", scenery.tenant()).query(UUID.class).single();
        owner.jdbc().sql("delete from supervision where tenant_id = :t").param("t", scenery.tenant()).update();
        owner.jdbc().sql("delete from callback where tenant_id = :t").param("t", scenery.tenant()).update();
        session("sue@demo.example", "4 minutes", List.of("listen", "whisper", "take_over"), true);
        session("extension 103", "2 hours", List.of(), true);
        session("sue@demo.example", "20 seconds", List.of("barge"), false);
        callback("+12125550177", "Grace Hopper", null, "null");
        callback("+12125550178", "", "now() + interval '10 minutes'", "null");
        callback("+12125550179", "Ada", null, "'failed'");
    }

    private void session(String by, String ago, List<String> modes, boolean over) {
        UUID id = owner.jdbc().sql("""
                insert into supervision (tenant_id, by, extension, agent_id, agent_name, queue_id, queue_name, linked_id, channel_id, asked_at, ended_at)
                values (:t, :by, '103', :agent, 'Mina Park', :queue, 'Support', 'pbx-1.1', gen_random_uuid()::text, now() - :ago::interval,
                        case when :over then now() - :ago::interval + interval '95 seconds' end) returning id""")
                .param("t", scenery.tenant()).param("by", by).param("agent", agent).param("queue", queue).param("ago", ago).param("over", over)
                .query(UUID.class).single();
        for (int i = 0; i < modes.size(); i++) {
            owner.jdbc().sql("insert into supervision_turn values (:id, :t, now() - :ago::interval + :i * interval '30 seconds', :mode)")
                    .param("id", id).param("t", scenery.tenant()).param("ago", ago).param("i", i).param("mode", modes.get(i)).update();
        }
    }

    private void callback(String number, String name, String notBefore, String result) {
        owner.jdbc().sql("""
                insert into callback (tenant_id, queue_id, visit, number, caller, name, linked_id, entered_at, priority, asked_at, not_before, ended_at, result)
                values (:t, :queue, gen_random_uuid()::text, :number, :number, :name, 'pbx-1.2', now() - interval '5 minutes', 5, now(), %s,
                        case when %s::text is not null then now() end, %s)""".formatted(notBefore, result, result))
                .param("t", scenery.tenant()).param("queue", queue).param("number", number).param("name", name).update();
    }

    private Visitor admin(String language, int width) {
        return chromium.visitor(port, language, width, ColorScheme.LIGHT).signIn(scenery.demo("adminEmail"), scenery.demo("adminPassword"));
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ko, 390"})
    void given_sessions_callbacks_and_lamps_then_each_page_shows_them(String language, int width) {
        try (var visitor = admin(language, width)) {
            visitor.open("/supervision");
            assertThat(visitor.page().locator("tbody tr")).hasCount(3);
            visitor.look("supervision-" + language + "-" + width);
            visitor.open("/queues/" + queue + "/callbacks");
            assertThat(visitor.page().locator("tbody tr")).hasCount(3);
            visitor.look("callbacks-" + language + "-" + width);
            visitor.open("/agents/" + agent);
            assertThat(visitor.page().locator("code").first()).containsText("*45");
            visitor.look("agent-lamps-" + language + "-" + width);
            visitor.open("/wallboard/agents/" + agent + "/supervision");
            assertThat(visitor.page().locator(".supervision")).hasCount(1);
        }
    }
}

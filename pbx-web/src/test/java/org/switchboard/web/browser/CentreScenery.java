package org.switchboard.web.browser;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.web.browser.TestPortal.OwnersHands;

/** A call centre in the middle of its day: two queues, six agents, callers, one of them with a hostile name. */
final class CentreScenery {

    static final String VISIT = "1700000009.1.1";
    private static final List<String> NAMES = List.of("Mina Park", "Daniel Lee", "Jisoo Kim", "Sofia Rossi", "Ethan <b>Choi</b>", "Hana Seo");

    private final OwnersHands owner;
    private final FakeFloor floor;
    private final UUID tenant;
    private UUID support;
    private UUID sales;
    private final List<UUID> agents = new ArrayList<>();

    CentreScenery(OwnersHands owner, FakeFloor floor, UUID tenant) {
        this.owner = owner;
        this.floor = floor;
        this.tenant = tenant;
    }

    /** Makes the queues and agents; the third agent is the demo company's user. */
    void build() {
        clear();
        support = queue("Wallboard support", 2, 60);
        sales = queue("Wallboard sales", null, null);
        for (int i = 0; i < NAMES.size(); i++) {
            UUID agent = owner.jdbc().sql("""
                    insert into agent (tenant_id, name, number, user_id, extension_id) values (:tenant, :name, :number,
                    (select id from app_user where tenant_id = :tenant and email = :email), null) returning id""")
                    .param("tenant", tenant).param("name", NAMES.get(i)).param("number", "88" + i)
                    .param("email", i == 2 ? "user@demo.example" : "").query(UUID.class).single();
            agents.add(agent);
            serve(support, agent);
            if (i % 2 == 0) {
                serve(sales, agent);
            }
        }
        owner.jdbc().sql("insert into disposition_code (tenant_id, name) values (:tenant, 'Complaint of a customer')").param("tenant", tenant).update();
    }

    void clear() {
        agents.clear();
        owner.jdbc().sql("update agent set user_id = null where tenant_id = :tenant").param("tenant", tenant).update();
        owner.jdbc().sql("delete from agent where tenant_id = :tenant and number like '88_'").param("tenant", tenant).update();
        owner.jdbc().sql("delete from queue where tenant_id = :tenant and name like 'Wallboard %'").param("tenant", tenant).update();
        owner.jdbc().sql("delete from disposition_code where tenant_id = :tenant and name = 'Complaint of a customer'").param("tenant", tenant).update();
        floor.put(new FloorView(tenant, Instant.now(), List.of(), List.of()));
    }

    UUID support() {
        return support;
    }

    UUID sales() {
        return sales;
    }

    UUID agent(int which) {
        return agents.get(which);
    }

    /** Three callers wait for support, one of them to be called back; agents do all that agents do. */
    void busy() {
        Instant now = Instant.now();
        AgentStatus[] states = {AgentStatus.FREE, AgentStatus.TALKING, AgentStatus.RINGING, AgentStatus.WRAP_UP, AgentStatus.PAUSED, AgentStatus.SIGNED_OUT};
        List<FloorView.Agent> people = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            boolean call = states[i] == AgentStatus.TALKING || states[i] == AgentStatus.RINGING;
            people.add(new FloorView.Agent(agents.get(i), states[i], now.minusSeconds(40L + 30 * i), states[i] == AgentStatus.WRAP_UP ? now.plusSeconds(20) : null,
                    null, states[i] == AgentStatus.PAUSED, states[i] == AgentStatus.PAUSED ? "Lunch" : "",
                    call ? new FloorView.AgentCall(support, VISIT + i, "1700000009." + i, "+8225550100", "<i>Kim</i>", false) : null));
        }
        floor.put(new FloorView(tenant, now, List.of(
                new FloorView.Queue(support, List.of(
                        caller(1, "+8225550101", "<script>alert(1)</script>", now.minusSeconds(95), false),
                        caller(2, "", "", now.minusSeconds(50), false),
                        caller(3, "+12125550102", "Lee", now.minusSeconds(20), true))),
                new FloorView.Queue(sales, List.of())), people));
    }

    private FloorView.Waiting caller(int position, String number, String name, Instant since, boolean callback) {
        return new FloorView.Waiting("1700000009.7" + position + ".1", "1700000009.7" + position, position, number, name, since, 5, false, callback, List.of());
    }

    /** Today so many callers were answered, in or out of time, and so many gave up. */
    void today(UUID queue, int inTime, int late, int abandoned) {
        Instant now = Instant.now();
        owner.jdbc().sql("select ensure_queue_event_partition(:now)").param("now", now.atOffset(ZoneOffset.UTC)).query(rows -> { });
        for (int i = 0; i < inTime + late; i++) {
            event(queue, now.minusMillis(5000L + i), "answered", "{\"waited\":\"%d\"}".formatted(i < inTime ? 5_000 : 90_000));
            event(queue, now.minusMillis(3000L + i), "talk_ended", "{\"talked\":\"185000\"}");
        }
        for (int i = 0; i < abandoned; i++) {
            event(queue, now.minusMillis(1000L + i), "abandoned", "{\"waited\":\"70000\"}");
        }
    }

    private void event(UUID queue, Instant at, String kind, String detail) {
        owner.jdbc().sql("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, agent_id, visit, detail)
                values (:tenant, gen_random_uuid(), :at, :kind, :queue, :agent, :visit, :detail::jsonb)""")
                .param("tenant", tenant).param("at", Timestamp.from(at)).param("kind", kind).param("queue", queue).param("agent", agents.get(1))
                .param("visit", "past." + UUID.randomUUID()).param("detail", detail).update();
    }

    private UUID queue(String name, Integer waiting, Integer seconds) {
        return owner.jdbc().sql("""
                insert into queue (tenant_id, name, alert_waiting, alert_wait_seconds, alert_abandoned, alert_emails)
                values (:tenant, :name, :waiting, :seconds, true, '{lead@demo.example}') returning id""")
                .param("tenant", tenant).param("name", name).param("waiting", waiting, Types.INTEGER)
                .param("seconds", seconds, Types.INTEGER).query(UUID.class).single();
    }

    private void serve(UUID queue, UUID agent) {
        owner.jdbc().sql("insert into queue_agent (tenant_id, queue_id, agent_id) values (:tenant, :queue, :agent)")
                .param("tenant", tenant).param("queue", queue).param("agent", agent).update();
    }
}

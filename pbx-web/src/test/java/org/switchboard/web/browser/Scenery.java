package org.switchboard.web.browser;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.browser.TestPortal.OwnersHands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company in the middle of its day: two calls on, three phones connected, some calls in the history. */
final class Scenery {

    private final OwnersHands owner;
    private final FakeAri ari;
    private final LiveCalls calls;
    private final DeviceStates devices;
    private final JsonNode demo;

    Scenery(OwnersHands owner, FakeAri ari, LiveCalls calls, DeviceStates devices, Path demoFile) {
        this.owner = owner;
        this.ari = ari;
        this.calls = calls;
        this.devices = devices;
        this.demo = JsonMapper.builder().build().readTree(demoFile);
    }

    /** A value of the demo file. */
    String demo(String key) {
        return demo.get(key).asString();
    }

    /** Nobody talks. */
    void quiet() {
        ari.list("channels", "[]");
        ari.list("bridges", "[]");
        news();
    }

    /** 101 talks with 102, and 103 calls the front desk. */
    void busy() {
        ari.list("endpoints", "[" + String.join(",", endpoint(0), endpoint(1), endpoint(2)) + "]");
        ari.list("channels", "[" + String.join(",",
                channel("1700000001.1", 0, "101", "Mina Park", "Up", "102", 95, "1700000001.1"),
                channel("1700000001.2", 1, "102", "Daniel Lee", "Up", "", 93, "1700000001.1"),
                channel("1700000001.3", 2, "103", "Jisoo Kim <b>", "Ring", "104", 4, "1700000001.3"),
                channel("1700000001.4", 3, "104", "Front desk", "Ringing", "", 4, "1700000001.3")) + "]");
        ari.list("bridges", "[{\"id\":\"b1\",\"technology\":\"simple_bridge\",\"channels\":[\"1700000001.1\",\"1700000001.2\"]}]");
        news();
    }

    /** Makes the portal look at Asterisk's lists, as it does when the connection comes up. */
    private void news() {
        calls.onConnected();
        devices.onConnected();
    }

    private String username(int device) {
        return demo.get("devices").get(device).get("username").asString();
    }

    private String endpoint(int device) {
        return "{\"technology\":\"PJSIP\",\"resource\":\"%s\",\"state\":\"online\",\"channel_ids\":[]}".formatted(username(device));
    }

    private String channel(String id, int device, String number, String name, String state, String dialled, int secondsAgo, String linked) {
        return """
                {"id":"%s","name":"PJSIP/%s-0000000a","state":"%s","caller":{"name":"%s","number":"%s"},"connected":{"name":"","number":""},
                 "dialplan":{"context":"from-device","exten":"%s","priority":1,"app_name":"","app_data":""},"creationtime":"%s",
                 "language":"en","tenantid":"%s","channelvars":{"CHANNEL(linkedid)":"%s"}}""".formatted(id, username(device), state, name,
                number, dialled, Instant.now().minusSeconds(secondsAgo).truncatedTo(ChronoUnit.MILLIS).toString().replace("Z", "+0000"),
                tenant(), linked);
    }

    /** The demo company. */
    UUID tenant() {
        return owner.jdbc().sql("select id from tenant where slug = 'demo'").query(UUID.class).single();
    }

    /**
     * Puts calls into the history: one with two legs and hold, some that were not answered, one with a hostile name.
     *
     * @return the id of the first
     */
    UUID history() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        owner.jdbc().sql("select ensure_call_partition(:now), ensure_call_partition(:yesterday)")
                .param("now", at(now)).param("yesterday", at(now.minus(1, ChronoUnit.DAYS)))
                .query((row, number) -> 0).list();
        UUID first = call(now.minusSeconds(600), 6, 245, "101", "Mina Park", "102", "Daniel Lee", "answered");
        leg(first, now.minusSeconds(600), 0, "caller", "101", "Mina Park", "Desk phone", 6, 245, "answered", """
                [{"at":"%s","kind":"started","detail":""},{"at":"%s","kind":"talking","detail":"102 Daniel Lee"},{"at":"%s","kind":"held","detail":""},{"at":"%s","kind":"resumed","detail":""},{"at":"%s","kind":"hung_up","detail":""}]""", 0, 6, 90, 130, 245);
        leg(first, now.minusSeconds(600), 1, "callee", "102", "Daniel Lee", "Desk phone", 6, 245, "answered", """
                [{"at":"%s","kind":"rang","detail":""},{"at":"%s","kind":"answered","detail":""},{"at":"%s","kind":"hung_up","detail":""}]""", 0, 6, 245);
        call(now.minusSeconds(1500), null, 25, "103", "Jisoo Kim", "104", "Front desk", "no_answer");
        call(now.minusSeconds(2100), null, 3, "102", "Daniel Lee", "199", "", "unknown_number");
        call(now.minusSeconds(5000), 4, 61, "104", "<script>alert(1)</script>", "101", "Mina Park", "answered");
        call(now.minusSeconds(9000), null, 9, "101", "=HYPERLINK(\"x\")", "103", "Jisoo Kim", "cancelled");
        call(now.minus(1, ChronoUnit.DAYS), 3, 700, "103", "Jisoo Kim", "101", "Mina Park", "answered");
        return first;
    }

    private UUID call(Instant began, Integer answered, int ended, String from, String fromName, String to, String toName, String how) {
        UUID id = UUID.randomUUID();
        owner.jdbc().sql("""
                insert into call (tenant_id, id, linked_id, started_at, answered_at, ended_at, caller_number, caller_name, callee_number,
                                  callee_name, caller_extension, callee_extension, disposition, steps)
                values (:tenant, :id, :linked, :began, :answered, :ended, :from, :fromName, :to, :toName, :from, :to, :how, :steps::jsonb)""")
                .param("tenant", tenant()).param("id", id).param("linked", id.toString()).param("began", at(began))
                .param("answered", answered == null ? null : at(began.plusSeconds(answered))).param("ended", at(began.plusSeconds(ended)))
                .param("from", from).param("fromName", fromName).param("to", to).param("toName", toName).param("how", how)
                .param("steps", "[{\"at\":\"%s\",\"kind\":\"route\",\"name\":\"%s\",\"rule\":\"route.extension\",\"reason\":\"\",\"outcome\":\"extension/%s\"}]"
                        .formatted(began, to, to))
                .update();
        return id;
    }

    private void leg(UUID call, Instant began, int position, String role, String number, String name, String device, int answered,
                     int ended, String outcome, String events, int... seconds) {
        Object[] times = Arrays.stream(seconds).mapToObj(began::plusSeconds).toArray();
        owner.jdbc().sql("""
                insert into call_leg (tenant_id, call_id, call_started_at, position, channel, role, number, name, device_name, started_at,
                                      answered_at, ended_at, outcome, events)
                values (:tenant, :call, :began, :position, :channel, :role, :number, :name, :device, :began, :answered, :ended, :outcome,
                        :events::jsonb)""")
                .param("tenant", tenant()).param("call", call).param("began", at(began)).param("position", position)
                .param("channel", call + "." + position).param("role", role).param("number", number).param("name", name)
                .param("device", device).param("answered", at(began.plusSeconds(answered))).param("ended", at(began.plusSeconds(ended)))
                .param("outcome", outcome).param("events", events.formatted(times)).update();
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

}

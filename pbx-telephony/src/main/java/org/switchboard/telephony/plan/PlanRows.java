package org.switchboard.telephony.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.DialForm;
import org.switchboard.telephony.number.RoutePattern;
import org.switchboard.telephony.ringgroup.RingStrategy;

/** Reads the rows of which plans are made, a statement a table. */
final class PlanRows {

    private final JdbcClient jdbc;
    private final UUID[] tenantIds;

    /** For some companies, or for all when the ids are null. */
    PlanRows(JdbcClient jdbc, UUID[] tenantIds) {
        this.jdbc = jdbc;
        this.tenantIds = tenantIds;
    }

    /** What to do with one row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** What to do with one row of a company. */
    @FunctionalInterface
    interface OfCompany {
        void take(ResultSet row, PlanBuilder builder) throws SQLException;
    }

    List<PlannedCompany> companies() {
        var companies = new ArrayList<PlannedCompany>();
        each("select id as tenant_id, language, country, outside_prefix, call_limit from tenant t", "t.id", "", row ->
                companies.add(new PlannedCompany(tenant(row), row.getString("language"), row.getString("country"),
                        row.getString("outside_prefix"), row.getObject("call_limit", Integer.class))));
        return companies;
    }

    void extensions(Map<UUID, PlanBuilder> builders) {
        var devices = new HashMap<UUID, List<DeviceRef>>();
        each("select tenant_id, extension_id, sip_username from device t", " order by created_at, id", row ->
                devices.computeIfAbsent(id(row, "extension_id"), _ -> new ArrayList<>()).add(new DeviceRef(row.getString("sip_username"))));
        ofEach(builders, """
                select t.tenant_id, t.id, t.number, t.name, t.ring_seconds, t.may_call, t.do_not_disturb, t.hide_caller_id, n.number as caller_id
                  from extension t left join phone_number n on n.tenant_id = t.tenant_id and n.id = t.caller_id_number_id""", "", (row, builder) ->
                builder.add(new PlannedExtension(id(row, "id"), row.getString("number"), row.getString("name"), row.getInt("ring_seconds"),
                        CallPermission.of(row.getString("may_call")), row.getBoolean("do_not_disturb"), row.getString("caller_id"),
                        row.getBoolean("hide_caller_id"), devices.getOrDefault(id(row, "id"), List.of()))));
    }

    void numbersAndTrunks(Map<UUID, PlanBuilder> builders) {
        ofEach(builders, "select tenant_id, id, number, name from phone_number t", " order by created_at, id", (row, builder) ->
                builder.add(new PlannedNumber(id(row, "id"), row.getString("number"), row.getString("name"))));
        ofEach(builders, "select tenant_id, id, name, endpoint_id, enabled, number_format, caller_id, call_limit from trunk t", "", (row, builder) ->
                builder.add(new PlannedTrunk(id(row, "id"), row.getString("name"), row.getString("endpoint_id"), row.getBoolean("enabled"),
                        DialForm.of(row.getString("number_format")), row.getString("caller_id"), row.getObject("call_limit", Integer.class))));
        var trunks = new HashMap<UUID, List<UUID>>();
        each("select tenant_id, route_id, trunk_id from outbound_route_trunk t", " order by position", row ->
                trunks.computeIfAbsent(id(row, "route_id"), _ -> new ArrayList<>()).add(id(row, "trunk_id")));
        ofEach(builders, "select tenant_id, id, name, patterns, caller_id from outbound_route t", " order by position", (row, builder) ->
                builder.add(new PlannedRoute(id(row, "id"), row.getString("name"),
                        texts(row, "patterns").stream().flatMap(pattern -> RoutePattern.of(pattern).stream()).toList(), row.getString("caller_id"),
                        trunks.getOrDefault(id(row, "id"), List.of()))));
        ofEach(builders, "select tenant_id, id, action, matches, number, note from caller_rule t", "", (row, builder) ->
                builder.add(new CallerRule(id(row, "id"), CallerRule.Action.of(row.getString("action")),
                        CallerRule.Matches.of(row.getString("matches")), row.getString("number"), row.getString("note"))));
    }

    void flows(Map<UUID, PlanBuilder> builders) {
        ofEach(builders, """
                select tenant_id, id, name, number, prompt_id, wrong_prompt_id, no_input_prompt_id, first_digit_seconds, next_digit_seconds,
                       tries, direct_dial, excluded from menu t""", "", (row, builder) ->
                builder.add(new PlannedMenu(id(row, "id"), row.getString("name"), row.getString("number"), id(row, "prompt_id"),
                        id(row, "wrong_prompt_id"), id(row, "no_input_prompt_id"), row.getInt("first_digit_seconds"),
                        row.getInt("next_digit_seconds"), row.getInt("tries"), row.getBoolean("direct_dial"), Set.copyOf(texts(row, "excluded")))));
        ofEach(builders, "select tenant_id, id, name, prompt_id from announcement t", "", (row, builder) ->
                builder.add(new PlannedAnnouncement(id(row, "id"), row.getString("name"), id(row, "prompt_id"))));
        ofEach(builders, "select tenant_id, id, number, name, extension_id from voicemail_box t", "", (row, builder) ->
                builder.add(new PlannedVoicemail(id(row, "id"), row.getString("number"), row.getString("name"), id(row, "extension_id"))));
        var members = new HashMap<UUID, List<PlannedRingGroup.Member>>();
        each("select tenant_id, group_id, extension_id, outside_number, delay_seconds from ring_group_member t", " order by position", row ->
                members.computeIfAbsent(id(row, "group_id"), _ -> new ArrayList<>()).add(new PlannedRingGroup.Member(
                        id(row, "extension_id"), row.getString("outside_number"), row.getInt("delay_seconds"))));
        ofEach(builders, "select tenant_id, id, name, number, strategy, ring_seconds, skip_busy, confirm_outside from ring_group t", "", (row, builder) ->
                builder.add(new PlannedRingGroup(id(row, "id"), row.getString("name"), row.getString("number"),
                        RingStrategy.of(row.getString("strategy")), row.getInt("ring_seconds"), row.getBoolean("skip_busy"),
                        row.getBoolean("confirm_outside"), members.getOrDefault(id(row, "id"), List.of()))));
        ofEach(builders, "select tenant_id, node_id, exit, to_kind, to_node_id, to_value from flow_exit t", "", (row, builder) ->
                builder.exit(id(row, "node_id"), row.getString("exit"), new PlannedExit(DestinationKind.of(row.getString("to_kind")),
                        id(row, "to_node_id"), row.getString("to_value"))));
    }

    /** Reads a table's rows of the wanted companies; what comes for a company that came between two statements is left out. */
    void ofEach(Map<UUID, PlanBuilder> builders, String select, String order, OfCompany reader) {
        each(select, order, row -> {
            var builder = builders.get(tenant(row));
            if (builder != null) {
                reader.take(row, builder);
            }
        });
    }

    void each(String select, String order, Row reader) {
        each(select, "t.tenant_id", order, reader);
    }

    private void each(String select, String tenantColumn, String order, Row reader) {
        var statement = tenantIds == null ? jdbc.sql(select + order)
                : jdbc.sql(select + " where " + tenantColumn + " = any(:ids)" + order).param("ids", tenantIds);
        statement.query((ResultSet row) -> reader.take(row));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static UUID tenant(ResultSet row) throws SQLException {
        return id(row, "tenant_id");
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}

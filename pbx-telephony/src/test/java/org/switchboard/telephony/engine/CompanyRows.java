package org.switchboard.telephony.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.telephony.plan.PlannedRingGroup;
import org.switchboard.telephony.plan.PlannedRows;
import org.switchboard.telephony.plan.RandomCompany;

/** Writes a drawn company into the database, so that the engine reads back what was drawn. */
final class CompanyRows implements AutoCloseable {

    private final Connection connection;
    private final UUID tenantId;

    CompanyRows(LocalStack stack, UUID tenantId) throws SQLException {
        this.connection = DriverManager.getConnection(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword());
        this.tenantId = tenantId;
        connection.setAutoCommit(false);
        execute("select set_config('pbx.operator', 'on', true), set_config('pbx.tenant', ?, true)", tenantId.toString());
    }

    /** Its trunks lead to a provider each, since an address is one trunk's; the last provider is for calls that come in. */
    void write(RandomCompany company, String slug, List<SipProvider> providers) throws SQLException {
        execute("insert into tenant (id, slug, name, country) values (?, ?, ?, 'KR')", tenantId, slug, slug);
        var rows = PlannedRows.of(company.builder());
        for (var number : rows.numbers()) {
            execute("insert into phone_number (id, tenant_id, number, created_at) values (?, ?, ?, clock_timestamp())", number.id(), tenantId, number.number());
        }
        for (var extension : rows.extensions()) {
            execute("""
                    insert into extension (id, tenant_id, number, name, ring_seconds, may_call, do_not_disturb, hide_caller_id, caller_id_number_id)
                    values (?, ?, ?, ?, ?, ?, ?, ?, (select id from phone_number where number = ?))""", extension.id(), tenantId, extension.number(),
                    extension.name(), extension.ringSeconds(), extension.mayCall().value(), extension.doNotDisturb(), extension.hideCallerId(), extension.callerId());
            for (var device : extension.devices()) {
                execute("insert into device (tenant_id, extension_id, name, sip_username, ha1, created_at) values (?, ?, ?, ?, md5(?), clock_timestamp())", tenantId, extension.id(),
                        device.sipUsername(), device.sipUsername(), device.sipUsername() + ":switchboard:secret-" + device.sipUsername());
            }
        }
        flows(company, rows);
        for (var i = 0; i < rows.trunks().size(); i++) {
            var trunk = rows.trunks().get(i);
            trunk(trunk.id(), trunk.name(), trunk.endpointId(), trunk.enabled(), trunk.numberFormat().value(), trunk.callerId(), providers.get(i));
        }
        trunk(company.id("incoming"), "incoming", ("trunkin" + slug + "xaaaaaaaaaaaaaaa").substring(0, 20), true, "plus", null,
                providers.getLast());
        var position = 0;
        for (var route : rows.routes()) {
            execute("insert into outbound_route (id, tenant_id, name, position, patterns) values (?, ?, ?, ?, ?)", route.id(), tenantId, route.name(), ++position,
                    connection.createArrayOf("text", route.patterns().stream().map(Object::toString).toArray()));
            for (var i = 0; i < route.trunks().size(); i++) {
                execute("insert into outbound_route_trunk (tenant_id, route_id, position, trunk_id) values (?, ?, ?, ?)", tenantId, route.id(), i + 1,
                        route.trunks().get(i));
            }
        }
        for (var rule : rows.rules()) {
            execute("insert into caller_rule (tenant_id, action, matches, number) values (?, ?, ?, ?)", tenantId, rule.action().value(),
                    rule.matches().value(), rule.number());
        }
        for (var exit : rows.exits()) {
            execute("insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id, to_value) values (?, ?, ?, ?, ?, ?)", tenantId, exit.nodeId(),
                    exit.exit(), exit.to().kind().value(), exit.to().nodeId(), exit.to().value());
        }
        connection.commit();
    }

    private void flows(RandomCompany company, PlannedRows rows) throws SQLException {
        for (var menu : rows.menus()) {
            prompt(menu.promptId(), menu.name());
            execute("""
                    insert into menu (id, tenant_id, name, prompt_id, first_digit_seconds, next_digit_seconds, tries, direct_dial, excluded)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", menu.id(), tenantId, menu.name(), menu.promptId(), menu.firstDigitSeconds(),
                    menu.nextDigitSeconds(), menu.tries(), menu.directDial(), connection.createArrayOf("text", menu.excluded().toArray()));
        }
        for (var announcement : rows.announcements()) {
            prompt(announcement.promptId(), announcement.name());
            execute("insert into announcement (id, tenant_id, name, prompt_id) values (?, ?, ?, ?)", announcement.id(), tenantId, announcement.name(),
                    announcement.promptId());
        }
        for (var box : rows.boxes()) {
            execute("insert into voicemail_box (id, tenant_id, number, name) values (?, ?, ?, ?)", box.id(), tenantId, box.number(), box.name());
        }
        for (var hours : company.hours()) {
            var override = hours.override() == null ? "none" : hours.override().open() ? "open" : "closed";
            execute("insert into schedule (id, tenant_id, name, time_zone, override, override_until) values (?, ?, ?, ?, ?, ?)", hours.id(), tenantId,
                    hours.name(), hours.zone(), override, (OffsetDateTime) null);
            for (var row : hours.week()) {
                execute("insert into schedule_hours (tenant_id, schedule_id, day_of_week, opens, closes) values (?, ?, ?, ?, ?)", tenantId, hours.id(),
                        row.day().getValue(), row.hours().opens(), row.hours().closes());
            }
            for (var day : hours.days()) {
                execute("insert into schedule_day (tenant_id, schedule_id, name, kind, first_day, last_day) values (?, ?, ?, 'holiday', ?, ?)", tenantId,
                        hours.id(), day.name(), day.first(), day.last());
            }
        }
        for (var group : rows.groups()) {
            group(group);
        }
    }

    private void group(PlannedRingGroup group) throws SQLException {
        execute("insert into ring_group (id, tenant_id, name, strategy, ring_seconds, skip_busy, confirm_outside) values (?, ?, ?, ?, ?, ?, ?)", group.id(),
                tenantId, group.name(), group.strategy().value(), group.ringSeconds(), group.skipBusy(), group.confirmOutside());
        var position = 0;
        for (var member : group.members()) {
            execute("insert into ring_group_member (tenant_id, group_id, position, extension_id, outside_number, delay_seconds) values (?, ?, ?, ?, ?, ?)",
                    tenantId, group.id(), ++position, member.extensionId(), member.outsideNumber(), member.delaySeconds());
        }
    }

    private void prompt(UUID id, String name) throws SQLException {
        execute("insert into prompt (id, tenant_id, name, origin, seconds, audio_at) values (?, ?, ?, 'upload', 1, now())", id, tenantId, name);
    }

    private void trunk(UUID id, String name, String endpoint, boolean enabled, String form, String callerId, SipProvider provider) throws SQLException {
        execute("""
                insert into trunk (id, tenant_id, name, endpoint_id, enabled, kind, host, port, number_format, caller_id)
                values (?, ?, ?, ?, ?, 'ip', ?, ?, ?, ?)""", id, tenantId, name, endpoint, enabled, provider.address(), provider.port(), form, callerId);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package org.switchboard.telephony.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.hours.HoursState;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantTransactionManager;

/** The day/night switch by star code, for the engine and with its database role. */
public final class ScheduleSwitch {

    /** For how long a switch can be set: longer is a matter for the timetable. */
    static final Duration LONGEST = Duration.ofDays(366);

    private final ScheduleRepository schedules;
    private final TransactionTemplate transaction;

    /**
     * Uses the engine's database role.
     *
     * @param engine connections of the role {@code pbx_engine}
     */
    public ScheduleSwitch(DataSource engine) {
        JdbcClient jdbc = JdbcClient.create(engine);
        this.schedules = new ScheduleRepository(jdbc, new ScheduleRowRepository(jdbc));
        this.transaction = new TransactionTemplate(new TenantTransactionManager(engine));
    }

    /**
     * What somebody who dialled the code is told.
     *
     * @param state    the state from now on
     * @param switched true when the switch holds now, false when it went back to the timetable
     * @param until    when the state changes next; null for not within a year, or not before somebody switches back
     */
    public record Toggled(HoursState state, boolean switched, Instant until) {
    }

    /**
     * Switches: back to the timetable where the switch holds, otherwise to the opposite of what the timetable says, until the
     * timetable itself says the same. So nobody who went home early has to remember to open again in the morning.
     *
     * @param tenantId   the company
     * @param scheduleId its schedule
     * @param actor      who did it, for the record of changes: the extension's number
     * @param now        the time
     * @return how it is from now on
     * @throws NotFound when the company has no such schedule
     */
    public Toggled toggle(UUID tenantId, UUID scheduleId, String actor, Instant now) {
        return TenantScope.tenant(tenantId, actor).call(() -> transaction.execute(status -> {
            Schedule today = schedules.findForUpdate(scheduleId).filter(found -> found.tenantId().equals(tenantId))
                    .orElseThrow(() -> new NotFound("schedule", scheduleId.toString()));
            boolean on = !today.switched(now);
            SwitchPosition position = !on ? SwitchPosition.NONE
                    : today.timetable().at(now).open() ? SwitchPosition.CLOSED : SwitchPosition.OPEN;
            Instant until = on ? nextChange(today, now) : null;
            schedules.updateSwitch(scheduleId, position, until);
            var hours = schedules.find(scheduleId).orElseThrow().openingHours();
            return new Toggled(hours.at(now), on, hours.nextOpenOrClose(now).orElse(null));
        }));
    }

    /**
     * When the timetable itself opens or closes next.
     *
     * @param schedule the schedule
     * @param now      the time
     * @return the moment; null when it never does
     */
    static Instant nextChange(Schedule schedule, Instant now) {
        return schedule.timetable().nextOpenOrClose(now).orElse(null);
    }
}

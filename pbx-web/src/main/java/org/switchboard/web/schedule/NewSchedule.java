package org.switchboard.web.schedule;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.destination.NewDestination;

/** New opening hours from within a picker: a name, and an office's week by the company's clock. Where they lead is said on their page. */
@Component
final class NewSchedule implements NewDestination {

    private final ScheduleService schedules;
    private final TenantService tenants;

    NewSchedule(ScheduleService schedules, TenantService tenants) {
        this.schedules = schedules;
        this.tenants = tenants;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.SCHEDULE;
    }

    @Override
    public String template() {
        return "schedule/quick";
    }

    @Override
    public Destination create(HttpServletRequest request) {
        Schedule made = OfficeWeek.create(schedules, request.getParameter("name"), tenants.current().timeZone(), request.getParameter("opens"),
                request.getParameter("closes"));
        return new Destination(kind(), made.id(), null, null, made.name());
    }
}

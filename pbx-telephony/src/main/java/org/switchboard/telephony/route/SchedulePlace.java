package org.switchboard.telephony.route;

import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.hours.HoursStatus;
import org.switchboard.telephony.plan.PlannedSchedule;

/** Opening hours send a caller on by the time of day. */
final class SchedulePlace {

    private static final String KIND = "schedule";
    private static final String RULE = "schedule.";

    private SchedulePlace() {
    }

    static Move enter(Scene scene, PlannedSchedule schedule) {
        var state = schedule.hours().at(scene.around().now());
        var exit = exitOf(scene, schedule, state.status());
        var step = new RouteStep(KIND, schedule.name(), RULE + state.rule().substring(state.rule().indexOf('.') + 1), state.args(), exit, scene.otherThan(schedule.id(), exit));
        return scene.plan().exit(schedule.id(), exit)
                .map(to -> Move.on(step, Goal.of(to)))
                .orElseGet(() -> Move.refuse(state.open() ? Refusal.NO_ANSWER : Refusal.CLOSED, step));
    }

    /** A holiday is like any time when it is closed, unless it leads somewhere of its own. */
    private static String exitOf(Scene scene, PlannedSchedule schedule, HoursStatus status) {
        return status == HoursStatus.HOLIDAY && scene.plan().exit(schedule.id(), status.value()).isEmpty()
                ? HoursStatus.CLOSED.value() : status.value();
    }
}

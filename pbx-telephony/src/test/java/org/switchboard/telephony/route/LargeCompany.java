package org.switchboard.telephony.route;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.hours.OpeningHours;
import org.switchboard.telephony.hours.WeeklyHours;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.PlannedSchedule;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.plan.TestPlans;

/** A company of 10,000 extensions, 1,000 menus that lead to each other, and 5,000 numbers. */
final class LargeCompany {

    static final int EXTENSIONS = 10_000;
    static final int MENUS = 1_000;
    static final int NUMBERS = 5_000;

    private LargeCompany() {
    }

    static TenantPlan plan() {
        var builder = TestPlans.builder(new UUID(0, 1));
        for (var i = 0; i < EXTENSIONS; i++) {
            builder.add(new PlannedExtension(TestPlans.id(extension(i)), extension(i), "Name " + i, 25, CallPermission.NATIONAL, false, null,
                    false, List.of(new DeviceRef("device%010d".formatted(i)))));
        }
        var week = Arrays.stream(DayOfWeek.values()).map(day -> new WeeklyHours(day, new OpenInterval(540, 1080))).toList();
        builder.add(new PlannedSchedule(TestPlans.id("hours"), "hours", null, new OpeningHours(ZoneId.of("Asia/Seoul"), week, List.of(), null)));
        builder.exit(TestPlans.id("hours"), "closed", TestPlans.hangup("unavailable"));
        builder.exit(TestPlans.id("hours"), "open", TestPlans.to(DestinationKind.MENU, "menu0"));
        for (var i = 0; i < MENUS; i++) {
            builder.add(new PlannedMenu(TestPlans.id("menu" + i), "menu" + i, null, TestPlans.id("prompt"), null, null, 5, 3, 3, true, Set.of()));
            for (var key = 0; key < 9; key++) {
                var next = (i * 9 + key + 1) % MENUS;
                builder.exit(TestPlans.id("menu" + i), "key_" + key, key < 5 ? TestPlans.to(DestinationKind.MENU, "menu" + next)
                        : TestPlans.to(DestinationKind.EXTENSION, extension(next)));
            }
        }
        for (var i = 0; i < NUMBERS; i++) {
            builder.add(new PlannedNumber(TestPlans.id(number(i)), number(i), ""));
            builder.exit(TestPlans.id(number(i)), "to", TestPlans.to(DestinationKind.SCHEDULE, "hours"));
        }
        return builder.build();
    }

    static String extension(int i) {
        return Integer.toString(10_000 + i);
    }

    static String number(int i) {
        return "+8227%07d".formatted(i);
    }
}

package org.switchboard.telephony.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.hours.HoursSwitch;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.hours.OpeningHours;
import org.switchboard.telephony.hours.SpecialDay;
import org.switchboard.telephony.hours.WeeklyHours;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.DialForm;
import org.switchboard.telephony.number.RoutePattern;
import org.switchboard.telephony.ringgroup.RingStrategy;

/** Draws companies in which everything may lead to everything, circles and loose ends among them. */
public final class RandomCompany {

    private static final List<String> OUTSIDE = List.of("+8221234567", "+821012345678", "+442079460000", "+8260700123", "+12125550123");
    private static final List<String> ZONES = List.of("Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");

    private final Random random;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> extensions = new ArrayList<>();
    private final List<PlannedExit> targets = new ArrayList<>();
    private final List<DrawnHours> hours = new ArrayList<>();
    private final PlanBuilder builder;
    private final int serial;

    /** The serial number, 0 to 999, keeps ids, devices and numbers of several companies apart. */
    public RandomCompany(UUID tenantId, int serial, Random random) {
        this.random = random;
        this.serial = serial;
        this.builder = TestPlans.builder(tenantId);
    }

    /** What a schedule was made of, which it does not tell itself. */
    public record DrawnHours(UUID id, String name, String zone, List<WeeklyHours> week, List<SpecialDay> days, HoursSwitch override) {
    }

    /** The id of one of the company's things. */
    public UUID id(String name) {
        return TestPlans.id(serial + " " + name);
    }

    /** The company as it was drawn, piece by piece. */
    public PlanBuilder builder() {
        return builder;
    }

    /** What the schedules were made of. */
    public List<DrawnHours> hours() {
        return hours;
    }

    /** The company; its device numbers begin with its extension's. */
    public TenantPlan draw() {
        var drawn = new HashSet<String>();
        IntStream.range(0, 3 + random.nextInt(8)).forEach(_ -> drawn.add(Integer.toString(random.nextInt(4) == 0 ? 10 + random.nextInt(90) : 100 + random.nextInt(60))));
        extensions.addAll(drawn.stream().sorted().toList());
        extensions.forEach(number -> target(DestinationKind.EXTENSION, number));
        var menus = names("menu", 1 + random.nextInt(4), DestinationKind.MENU);
        var schedules = names("schedule", 1 + random.nextInt(3), DestinationKind.SCHEDULE);
        var groups = names("group", 1 + random.nextInt(3), DestinationKind.RING_GROUP);
        var announcements = names("announcement", 1 + random.nextInt(2), DestinationKind.ANNOUNCEMENT);
        var boxes = names("box", 1 + random.nextInt(2), DestinationKind.VOICEMAIL);
        OUTSIDE.forEach(number -> targets.add(TestPlans.outside(number)));
        List.of("normal", "busy", "unavailable", "rejected", "not_found").forEach(word -> targets.add(TestPlans.hangup(word)));
        extensions.forEach(this::extension);
        menus.forEach(this::menu);
        schedules.forEach(this::schedule);
        groups.forEach(this::group);
        announcements.forEach(name -> {
            builder.add(new PlannedAnnouncement(id(name), name, id("prompt of " + name)));
            exits(name, 0.5, "next");
        });
        boxes.forEach(name -> builder.add(new PlannedVoicemail(id(name), name.substring(3), name, null)));
        trunks();
        IntStream.range(0, 2).forEach(i -> number(e164(i)));
        if (random.nextInt(3) == 0) {
            builder.add(new CallerRule(id("rule"), random.nextBoolean() ? CallerRule.Action.BLOCK : CallerRule.Action.ALLOW,
                    CallerRule.Matches.PREFIX, "+8210", ""));
            builder.add(new CallerRule(id("nobody"), CallerRule.Action.BLOCK, CallerRule.Matches.ANONYMOUS, null, ""));
        }
        return builder.build();
    }

    /** The numbers that the world dials. */
    public List<String> numbers() {
        return numbers;
    }

    /** The extensions' numbers. */
    public List<String> extensions() {
        return extensions;
    }

    /** An opaque name for a device of an extension. */
    public DeviceRef device(String extension, int which) {
        return new DeviceRef(("d" + extension + "x" + which + "x" + serial + "xaaaaaaaaaaaaaaa").substring(0, 16));
    }

    private List<String> names(String kind, int count, DestinationKind as) {
        var names = IntStream.range(0, count).mapToObj(i -> kind + (200 + i)).toList();
        names.forEach(name -> target(as, name));
        return names;
    }

    private void target(DestinationKind kind, String name) {
        targets.add(new PlannedExit(kind, id(name), null));
    }

    private void exits(String node, double share, String... exits) {
        for (var exit : exits) {
            if (random.nextDouble() < share) {
                builder.exit(id(node), exit, any(targets));
            }
        }
    }

    private void extension(String number) {
        var devices = IntStream.range(0, random.nextInt(3)).mapToObj(i -> device(number, i)).toList();
        builder.add(new PlannedExtension(id(number), number, "Name " + number, 20, any(List.of(CallPermission.values())),
                random.nextInt(6) == 0, random.nextInt(4) == 0 ? e164(1) : null, random.nextInt(4) == 0, devices));
        exits(number, 0.15, "always", "outside_always");
        exits(number, 0.4, "busy", "no_answer", "not_registered", "outside_busy", "outside_no_answer", "outside_not_registered");
    }

    private void menu(String name) {
        var excluded = random.nextBoolean() ? Set.<String>of() : Set.of(any(extensions));
        builder.add(new PlannedMenu(id(name), name, null, id("prompt of " + name), null, null, 3, 2, 1 + random.nextInt(3),
                random.nextBoolean(), excluded));
        exits(name, 0.5, "key_0", "key_1", "key_2", "key_3", "key_9", "key_star", "key_hash", "no_input", "wrong_input");
    }

    private void schedule(String name) {
        var week = IntStream.rangeClosed(1, 7).filter(_ -> random.nextInt(4) > 0)
                .mapToObj(day -> new WeeklyHours(DayOfWeek.of(day), new OpenInterval(random.nextInt(700), 701 + random.nextInt(739)))).toList();
        var first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        var days = List.of(new SpecialDay("Holiday", true, first, first.plusDays(random.nextInt(30)), null));
        var override = random.nextInt(5) == 0 ? new HoursSwitch(random.nextBoolean(), null) : null;
        var zone = any(ZONES);
        hours.add(new DrawnHours(id(name), name, zone, week, days, override));
        builder.add(new PlannedSchedule(id(name), name, null, new OpeningHours(ZoneId.of(zone), week, days, override)));
        exits(name, 0.9, "open", "closed");
        exits(name, 0.5, "holiday");
    }

    private void group(String name) {
        var members = new ArrayList<PlannedRingGroup.Member>();
        extensions.stream().filter(_ -> random.nextBoolean()).forEach(number ->
                members.add(new PlannedRingGroup.Member(id(number), null, random.nextInt(3) * 5)));
        if (random.nextInt(3) == 0) {
            members.add(new PlannedRingGroup.Member(null, any(OUTSIDE), 0));
        }
        builder.add(new PlannedRingGroup(id(name), name, null, any(List.of(RingStrategy.values())), 20, random.nextBoolean(),
                random.nextBoolean(), members));
        exits(name, 0.7, "no_answer");
    }

    private void trunks() {
        var ids = IntStream.range(0, random.nextInt(3)).mapToObj(i -> "trunk" + i).toList();
        ids.forEach(name -> builder.add(new PlannedTrunk(id(name), name, (name + "x" + serial + "xaaaaaaaaaaaaaaaaaaaa").substring(0, 20),
                random.nextInt(5) > 0, any(List.of(DialForm.values())), random.nextBoolean() ? "+8221234999" : null, null)));
        if (!ids.isEmpty() && random.nextInt(5) > 0) {
            var pattern = random.nextBoolean() ? "+" : "+82";
            builder.add(new PlannedRoute(id("route"), "route", RoutePattern.of(pattern).stream().toList(), null,
                    ids.stream().map(this::id).toList()));
        }
    }

    private String e164(int which) {
        return "+82212%03d%d00".formatted(serial, which);
    }

    private void number(String e164) {
        numbers.add(e164);
        builder.add(new PlannedNumber(id(e164), e164, ""));
        exits(e164, 0.95, "to");
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}

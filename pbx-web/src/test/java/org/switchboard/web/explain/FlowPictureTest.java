package org.switchboard.web.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.hours.OpeningHours;
import org.switchboard.telephony.hours.WeeklyHours;
import org.switchboard.telephony.plan.PlanBuilder;
import org.switchboard.telephony.plan.PlannedCompany;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.PlannedRingGroup;
import org.switchboard.telephony.plan.PlannedSchedule;
import org.switchboard.telephony.ringgroup.RingStrategy;

/** The picture of the way: what belongs to it, what can happen now, and that nothing lies on anything else. */
class FlowPictureTest {

    private static final Instant MONDAY_10 = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant MONDAY_20 = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void given_office_hours_when_open_and_when_closed_then_only_that_way_can_happen_now() {
        var plan = office();
        var open = new FlowReader(plan.build(), MONDAY_10).from(id("number")).orElseThrow();
        var closed = new FlowReader(office().build(), MONDAY_20).from(id("number")).orElseThrow();
        assertThat(now(open)).containsExactlyInAnyOrder("02-123-4567 Main", "Hours", "Menu", "Sales");
        assertThat(now(closed)).containsExactlyInAnyOrder("02-123-4567 Main", "Hours");
    }

    @Test
    void given_ways_that_end_then_they_end_in_their_box_and_loose_ends_hang_up() {
        var picture = picture(office(), MONDAY_20);
        var hours = picture.boxes().stream().filter(box -> box.name().equals("Hours")).findFirst().orElseThrow();
        assertThat(hours.rows()).extracting(Picture.Row::words, Picture.Row::ends, Picture.Row::chosen).containsExactly(
                tuple("open", null, false), tuple("closed", "busy", true));
        var sales = picture.boxes().stream().filter(box -> box.name().equals("Sales")).findFirst().orElseThrow();
        assertThat(sales.rows()).extracting(Picture.Row::ends).containsExactly("null");
    }

    @Test
    void given_a_menu_that_leads_back_then_the_line_leads_back_and_the_list_says_so() {
        var picture = picture(office(), MONDAY_10);
        assertThat(picture.lines()).filteredOn(Drawing.Line::back).hasSize(1);
        assertThat(flat(picture.list()).filter(Picture.Branch::seen).map(Picture.Branch::name)).containsExactly("Hours");
    }

    @Test
    void given_a_long_name_then_it_is_cut_to_fit_by_the_width_of_its_letters() {
        assertThat(Picture.fitted("Main menu", 27)).isEqualTo("Main menu");
        assertThat(Picture.fitted("A menu with a very long name indeed", 27)).isEqualTo("A menu with a very long na…");
        assertThat(Picture.fitted("아주 긴 이름을 가진 자동응답 메뉴입니다", 27)).hasSizeLessThan(18).endsWith("…");
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void given_any_sixty_things_when_drawn_then_all_are_there_and_no_box_lies_on_another(int seed) {
        var graph = sixty(new Random(seed));
        var drawing = Drawing.of(graph);
        assertThat(drawing.boxes()).hasSameSizeAs(graph.nodes());
        assertThat(drawing.lines()).hasSize((int) graph.nodes().stream().mapToLong(node -> FlowLayers.edges(node).size()).sum());
        for (var one : drawing.boxes()) {
            assertThat(one.x()).isNotNegative();
            assertThat(one.y()).isNotNegative();
            assertThat(one.x() + Drawing.WIDTH).isLessThanOrEqualTo(drawing.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(drawing.height());
            for (var other : drawing.boxes()) {
                assertThat(one == other || one.x() != other.x() || one.y() + one.height() <= other.y() || other.y() + other.height() <= one.y())
                        .as("%s and %s", one, other).isTrue();
            }
        }
        for (var line : drawing.lines()) {
            assertThat(line.back() || drawing.boxes().stream().anyMatch(box -> box.x() == line.x())).isTrue();
        }
    }

    @Test
    void given_sixty_things_when_drawn_then_it_takes_no_time_that_anybody_notices() {
        var graph = sixty(new Random(1));
        Drawing.of(graph);
        var began = System.nanoTime();
        Drawing.of(graph);
        var took = (System.nanoTime() - began) / 1_000_000;
        System.out.println("a picture of 60 things: " + took + " ms");
        assertThat(took).isLessThan(500);
    }

    private static Stream<String> nowNames(FlowGraph graph) {
        return graph.nodes().stream().filter(FlowGraph.Node::now).map(FlowGraph.Node::name);
    }

    private static List<String> now(FlowGraph graph) {
        return nowNames(graph).toList();
    }

    private static Stream<Picture.Branch> flat(Picture.Branch branch) {
        return Stream.concat(Stream.of(branch), branch.then().stream().flatMap(FlowPictureTest::flat));
    }

    private static Picture picture(PlanBuilder plan, Instant at) {
        return Picture.of(new FlowReader(plan.build(), at).from(id("number")).orElseThrow(), exit -> exit, exit -> exit, String::valueOf);
    }

    /** Every thing leads to up to four others, circles among them; all can be reached from the first. */
    private static FlowGraph sixty(Random random) {
        return new FlowGraph(IntStream.range(0, 60).mapToObj(i -> {
            var exits = new ArrayList<FlowGraph.Exit>();
            exits.add(new FlowGraph.Exit("key_0", i < 59 ? "n" + (i + 1 + (i % 3 == 0 && i < 57 ? random.nextInt(2) : 0)) : null, null, true, false, true));
            if (i < 57) {
                exits.add(new FlowGraph.Exit("key_1", "n" + (i + 1), null, true, false, true));
            }
            IntStream.range(2, 2 + random.nextInt(3)).forEach(key -> exits.add(
                    new FlowGraph.Exit("key_" + key, "n" + random.nextInt(60), null, true, false, random.nextBoolean())));
            return new FlowGraph.Node("n" + i, "menu", "Menu " + i, "/menus/" + i, exits, true);
        }).toList(), false);
    }

    /** A number, office hours, a menu with sales and a way back, busy when closed. */
    private static PlanBuilder office() {
        var weekly = Stream.of(DayOfWeek.values()).map(day -> new WeeklyHours(day, new OpenInterval(9 * 60, 18 * 60))).toList();
        return new PlanBuilder(new PlannedCompany(id("company"), "en", "KR", "", null))
                .add(new PlannedNumber(id("number"), "+8221234567", "Main"))
                .add(new PlannedSchedule(id("hours"), "Hours", null, new OpeningHours(ZoneId.of("Asia/Seoul"), weekly, List.of(), null)))
                .add(new PlannedMenu(id("menu"), "Menu", null, id("prompt"), null, null, 5, 3, 3, false, Set.of()))
                .add(new PlannedRingGroup(id("sales"), "Sales", null, RingStrategy.RING_ALL, 20, true, true, List.of()))
                .exit(id("number"), "to", to(DestinationKind.SCHEDULE, "hours"))
                .exit(id("hours"), "open", to(DestinationKind.MENU, "menu"))
                .exit(id("hours"), "closed", new PlannedExit(DestinationKind.HANGUP, null, "busy"))
                .exit(id("menu"), "key_1", to(DestinationKind.RING_GROUP, "sales"))
                .exit(id("menu"), "key_star", to(DestinationKind.SCHEDULE, "hours"));
    }

    private static PlannedExit to(DestinationKind kind, String name) {
        return new PlannedExit(kind, id(name), null);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

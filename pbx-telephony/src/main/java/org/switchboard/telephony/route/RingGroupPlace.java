package org.switchboard.telephony.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedRingGroup;
import org.switchboard.telephony.plan.PlannedRingGroup.Member;

/** A ring group rings its members by its strategy until one answers. */
final class RingGroupPlace {

    private static final String KIND = "ring_group";

    private RingGroupPlace() {
    }

    static Move enter(Scene scene, PlannedRingGroup group, Place place) {
        return switch (group.strategy()) {
            case RING_ALL -> together(scene, group, place);
            case IN_ORDER, ROUND_ROBIN, RANDOM, LEAST_RECENT -> from(scene, group, place, place.position());
        };
    }

    static Move after(Scene scene, PlannedRingGroup group, Place place, Happened happened) {
        if (!(happened instanceof Happened.Rang)) {
            throw new IllegalArgumentException("not what a ring group waits for: " + happened);
        }
        return switch (group.strategy()) {
            case RING_ALL -> nobody(scene, group, "ring_group.no_answer");
            case IN_ORDER, ROUND_ROBIN, RANDOM, LEAST_RECENT -> from(scene, group, place, place.position() + 1);
        };
    }

    private static Move together(Scene scene, PlannedRingGroup group, Place place) {
        var ringing = new ArrayList<Act.Member>();
        var names = new ArrayList<String>();
        for (var member : group.members()) {
            ready(scene, group, member).ifPresent(one -> {
                ringing.add(one);
                names.add(name(scene, member));
            });
        }
        if (ringing.isEmpty()) {
            return nobody(scene, group, "ring_group.nobody_free");
        }
        return Move.stay(RouteStep.of(KIND, group.name(), "ring_group.rings_all", "rings", String.join(", ", names),
                Integer.toString(group.ringSeconds())), new Act.Ring(ringing, group.ringSeconds()), place);
    }

    /** Rings the first member from a position on who may ring now. */
    private static Move from(Scene scene, PlannedRingGroup group, Place place, int position) {
        var members = inOrder(scene, group);
        for (var i = position; i < members.size(); i++) {
            var ringing = ready(scene, group, members.get(i)).map(RingGroupPlace::atOnce);
            if (ringing.isPresent()) {
                var names = members.stream().skip(i + 1L).map(member -> name(scene, member)).collect(Collectors.joining(", "));
                return Move.stay(RouteStep.of(KIND, group.name(), "ring_group.rings", "rings", name(scene, members.get(i)),
                        Integer.toString(group.ringSeconds()), names), new Act.Ring(List.of(ringing.get()), group.ringSeconds()), place.at(i));
            }
        }
        return nobody(scene, group, position == 0 ? "ring_group.nobody_free" : "ring_group.no_answer");
    }

    private static Act.Member atOnce(Act.Member member) {
        return switch (member) {
            case Act.Member.Devices(var id, var devices, _) -> new Act.Member.Devices(id, devices, 0);
            case Act.Member.Outside(var way, _, var confirm) -> new Act.Member.Outside(way, 0, confirm);
        };
    }

    private static List<Member> inOrder(Scene scene, PlannedRingGroup group) {
        var members = new ArrayList<>(group.members());
        switch (group.strategy()) {
            case RING_ALL, IN_ORDER -> { }
            case ROUND_ROBIN -> Collections.rotate(members, members.isEmpty() ? 0 : -(scene.around().memory().calls(group.id()) % members.size()));
            case RANDOM -> Collections.shuffle(members, new Random(scene.around().seed()));
            // A phone outside has no talks that we know of, so it is asked last.
            case LEAST_RECENT -> members.sort(Comparator.comparing((Member member) -> member.extensionId() == null)
                    .thenComparing(member -> member.extensionId() == null ? null
                            : scene.around().memory().lastTalk(member.extensionId()), Comparator.nullsLast(Comparator.naturalOrder())));
        }
        return members;
    }

    /** The phones of a member, unless it must not or cannot ring: its do-not-disturb is on, it is on the phone, or has no phone. */
    private static Optional<Act.Member> ready(Scene scene, PlannedRingGroup group, Member member) {
        if (member.outsideNumber() != null) {
            return OutsidePlace.forMember(scene, member.outsideNumber())
                    .map(way -> new Act.Member.Outside(way, member.delaySeconds(), group.confirmOutside()));
        }
        return scene.plan().extension(member.extensionId())
                .filter(extension -> !extension.doNotDisturb())
                .filter(extension -> !group.skipBusy() || extension.devices().stream().noneMatch(scene.around().onCall()))
                .map(extension -> new Act.Member.Devices(extension.id(), scene.origin().others(extension.devices()), member.delaySeconds()))
                .filter(devices -> !devices.devices().isEmpty())
                .map(devices -> devices);
    }

    private static String name(Scene scene, Member member) {
        return member.outsideNumber() != null ? member.outsideNumber()
                : scene.plan().extension(member.extensionId()).map(PlannedExtension::label).orElse("");
    }

    private static Move nobody(Scene scene, PlannedRingGroup group, String rule) {
        return scene.plan().exit(group.id(), "no_answer")
                .map(to -> Move.on(RouteStep.of(KIND, group.name(), rule, "no_answer", scene.label(to)), Goal.of(to)))
                .orElseGet(() -> Move.refuse(Refusal.NO_ANSWER, RouteStep.of(KIND, group.name(), rule, "no_answer")));
    }
}

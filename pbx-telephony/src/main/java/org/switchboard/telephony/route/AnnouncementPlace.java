package org.switchboard.telephony.route;

import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.plan.PlannedAnnouncement;

/** An announcement is played to its end, and then sends the caller on. */
final class AnnouncementPlace {

    private static final String KIND = "announcement";

    private AnnouncementPlace() {
    }

    static Move enter(PlannedAnnouncement announcement, Place place) {
        return Move.stay(RouteStep.of(KIND, announcement.name(), "announcement.plays", "plays"), new Act.Play(announcement.promptId()), place);
    }

    static Move after(Scene scene, PlannedAnnouncement announcement) {
        return scene.plan().exit(announcement.id(), "next")
                .map(to -> Move.on(RouteStep.of(KIND, announcement.name(), "announcement.played", "next", scene.label(to)), Goal.of(to)))
                .orElseGet(() -> Move.stay(RouteStep.of(KIND, announcement.name(), "announcement.ends", "end"),
                        new Act.HangUp(HangupKind.NORMAL, false), null));
    }
}

package org.switchboard.telephony.route;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.plan.PlannedAnnouncement;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.PlannedRingGroup;
import org.switchboard.telephony.plan.PlannedSchedule;
import org.switchboard.telephony.plan.PlannedVoicemail;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * All that a decision depends on.
 *
 * @param plan   the company
 * @param origin who calls
 * @param around everything else
 */
record Scene(TenantPlan plan, Origin origin, Surroundings around) {

    /** Where an extension's way out leads for this caller: outside callers may have one of their own. */
    Optional<PlannedExit> exit(PlannedExtension extension, String key) {
        return Optional.of(origin).filter(Origin.Outside.class::isInstance)
                .flatMap(_ -> plan.exit(extension.id(), "outside_" + key))
                .or(() -> plan.exit(extension.id(), key));
    }

    /** The ways out of a thing that were not taken, in the order of their keys. */
    List<Step.Alternative> otherThan(UUID nodeId, String taken) {
        return plan.exits(nodeId).entrySet().stream().filter(exit -> !exit.getKey().equals(taken))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(exit -> new Step.Alternative(exit.getKey(), label(exit.getValue()))).toList();
    }

    /** What people read of a destination. */
    String label(PlannedExit exit) {
        return label(exit.kind(), exit.nodeId(), exit.value());
    }

    String label(Goal goal) {
        return label(goal.kind(), goal.nodeId(), goal.value());
    }

    private String label(DestinationKind kind, UUID id, String value) {
        return (switch (kind) {
            case EXTENSION -> plan.extension(id).map(PlannedExtension::label);
            case MENU -> plan.menu(id).map(PlannedMenu::name);
            case SCHEDULE -> plan.schedule(id).map(PlannedSchedule::name);
            case RING_GROUP -> plan.ringGroup(id).map(PlannedRingGroup::name);
            case QUEUE -> plan.queue(id).map(PlannedQueue::name);
            case VOICEMAIL -> plan.voicemail(id).map(PlannedVoicemail::label);
            case ANNOUNCEMENT -> plan.announcement(id).map(PlannedAnnouncement::name);
            case OUTSIDE_NUMBER, HANGUP -> Optional.of(value);
        }).orElse("");
    }
}

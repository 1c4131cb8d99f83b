package org.switchboard.telephony.plan;

import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.number.CallerRule;

/** What a plan was built of. */
public record PlannedRows(List<PlannedExtension> extensions, List<PlannedNumber> numbers, List<PlannedMenu> menus, List<PlannedRingGroup> groups,
                          List<PlannedVoicemail> boxes, List<PlannedAnnouncement> announcements, List<PlannedTrunk> trunks, List<PlannedRoute> routes,
                          List<CallerRule> rules, List<Exit> exits) {

    /** A way out. */
    public record Exit(UUID nodeId, String exit, PlannedExit to) {
    }

    public static PlannedRows of(PlanBuilder from) {
        return new PlannedRows(from.extensions, from.numbers, from.menus, from.ringGroups, from.voicemails, from.announcements, from.trunks, from.routes,
                from.callerRules, from.exits.entrySet().stream().flatMap(node -> node.getValue().entrySet().stream()
                        .map(exit -> new Exit(node.getKey(), exit.getKey(), exit.getValue()))).toList());
    }
}

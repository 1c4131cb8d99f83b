package org.switchboard.web.destination;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.destination.FlowLoops;
import org.switchboard.web.change.ChangeService;

/** Gathers what stands beside the settings of every thing of a call flow: what leads to it, whether it goes round, recent changes. */
@Component
public final class FlowSide {

    private static final int CHANGES_AT_THE_SIDE = 6;

    private final FlowExits exits;
    private final ChangeService changes;

    /**
     * Wires the component.
     *
     * @param exits   what leads where
     * @param changes what was changed recently
     */
    public FlowSide(FlowExits exits, ChangeService changes) {
        this.exits = exits;
        this.changes = changes;
    }

    /**
     * Fills the model for the fragments {@code usedBy}, {@code delete} and {@code loop}, and for recent changes.
     *
     * @param model  what to fill: {@code usedBy}, {@code loop}, {@code changes}
     * @param nodeId the thing
     */
    public void fill(Model model, UUID nodeId) {
        model.addAttribute("usedBy", exits.usedBy(nodeId));
        model.addAttribute("loop", FlowLoops.find(exits.all(), nodeId).orElse(List.of()));
        model.addAttribute("changes", changes.of(List.of(nodeId), CHANGES_AT_THE_SIDE));
    }
}

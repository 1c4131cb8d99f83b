package org.switchboard.web.trunk;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.trunk.Trunk;
import org.switchboard.telephony.trunk.TrunkService;
import org.switchboard.telephony.trunk.TrunkStates;

/** Puts trunks, their states and their calls together. */
@Component
public final class TrunkRows {

    private final TrunkService trunks;
    private final TrunkStates states;
    private final DeviceStates calls;

    /**
     * Wires the component.
     *
     * @param trunks the trunks
     * @param states how they are
     * @param calls  calls that are up
     */
    public TrunkRows(TrunkService trunks, TrunkStates states, DeviceStates calls) {
        this.trunks = trunks;
        this.states = states;
        this.calls = calls;
    }

    /**
     * All trunks of the company.
     *
     * @return in the order of their names
     */
    public List<TrunkRow> all() {
        return trunks.all().stream().map(this::of).toList();
    }

    /**
     * One trunk.
     *
     * @param trunk the trunk
     * @return with how it is
     */
    public TrunkRow of(Trunk trunk) {
        return new TrunkRow(trunk, states.of(trunk), calls.callsOf(trunk.endpointId()));
    }

    /**
     * The trunks that somebody should do something about.
     *
     * @return those that need it most first
     */
    public List<TrunkRow> attention() {
        return all().stream().filter(row -> row.state().health().needsAttention())
                .sorted(Comparator.comparing(row -> row.state().health())).toList();
    }
}

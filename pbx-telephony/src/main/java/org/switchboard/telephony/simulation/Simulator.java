package org.switchboard.telephony.simulation;

import java.time.Instant;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.figures.QueueFigures;

/** Plays days. */
public final class Simulator {

    private Simulator() {
    }

    /**
     * Plays a day; the same setup and traffic always give the same result.
     *
     * @param setup   who serves, and by which rules
     * @param traffic who calls
     * @param from    the first moment of the day
     * @param to      the moment after its last; what happens later is played but not counted
     * @return what came of it, hour by hour
     */
    public static SimulationResult run(SimulationSetup setup, Traffic traffic, Instant from, Instant to) {
        QueueFigures figures = new QueueFigures(setup.figures(), Grain.HOUR, from, to);
        new SimulatedDay(setup, figures).play(from, traffic);
        return new SimulationResult(figures, to);
    }
}

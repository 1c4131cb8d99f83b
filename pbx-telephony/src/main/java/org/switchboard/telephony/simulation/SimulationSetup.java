package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.util.List;
import org.switchboard.telephony.distribution.AgentRules;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.QueueRules;
import org.switchboard.telephony.figures.FigureRules;

/**
 * Who serves a simulated day, and by which rules.
 *
 * @param queues  the queues
 * @param agents  the agents
 * @param comings when agents sign in and out, pause and resume, in any order
 * @param answer  how long an agent's phone rings before he answers
 * @param figures what counting goes by
 * @param seed    what the strategy "random" draws from
 */
public record SimulationSetup(List<QueueRules> queues, List<AgentRules> agents, List<Event> comings, Duration answer, FigureRules figures, long seed) {

    /** Keeps unchangeable copies. */
    public SimulationSetup {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        comings = List.copyOf(comings);
    }
}

package org.switchboard.telephony.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.plan.PlanNews;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.route.Origin;

/** Lets callers wait in queues until an agent has them. It hears of plans before the calls that follow them. */
@FunctionalInterface
public interface QueueWaiting extends PlanNews {

    /** Queues that nobody serves, for an engine without a call centre: whoever comes leaves again. */
    QueueWaiting UNSERVED = (_, _, _, _, _) -> new Result.Left(QueueExit.NO_AGENTS);

    /**
     * Lets a caller wait; comes back when the waiting is over.
     *
     * @param call     the caller
     * @param plan     the company as it was when the call came
     * @param origin   who calls
     * @param queue    where to wait
     * @param priority 1 to 10, the higher, the earlier; for who waits here already, the priority kept on the channel counts
     * @return how it ended
     * @throws org.switchboard.telephony.call.CallEnded when the caller has hung up
     */
    Result waitIn(Call call, TenantPlan plan, Origin origin, PlannedQueue queue, int priority);

    @Override
    default void read(Set<UUID> tenantIds, Map<UUID, TenantPlan> plans) {
        // Not everybody needs to know.
    }

    /** How waiting ended. */
    sealed interface Result {

        /**
         * The caller goes on by one of the queue's ways out.
         *
         * @param exit its key, see {@link QueueExit}
         */
        record Left(String exit) implements Result {
        }

        /**
         * Our part is over: an agent has the caller, or the caller will be called back.
         *
         * @param reason how it ended
         */
        record Over(EndReason reason) implements Result {
        }
    }
}

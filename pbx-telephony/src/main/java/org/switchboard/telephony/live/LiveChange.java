package org.switchboard.telephony.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** News for somebody who watches a company's calls. */
public sealed interface LiveChange {

    /**
     * All that is on: the first news, and again when a watcher was too slow to hear of each change.
     *
     * @param calls the calls, oldest first
     */
    record Everything(List<LiveCall> calls) implements LiveChange {

        /** Keeps an unchangeable copy of the calls. */
        public Everything {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A call began or changed.
     *
     * @param call as it is now
     */
    record Updated(LiveCall call) implements LiveChange {
    }

    /**
     * A call ended.
     *
     * @param id the call
     */
    record Ended(UUID id) implements LiveChange {
    }

    /**
     * The connection to Asterisk came up or went down. While it is down the calls are shown as they were.
     *
     * @param up       whether it is up
     * @param lastNews when Asterisk was last heard of
     */
    record Connection(boolean up, Instant lastNews) implements LiveChange {
    }
}

package org.switchboard.telephony.queuelog;

/** Wants to know of each event of a queue at once. */
@FunctionalInterface
public interface QueueEventListener {

    /**
     * Something happened; it is written down already. Called on the thread that runs the company's queues: must return at once and
     * throw nothing.
     *
     * @param event what happened
     */
    void happened(QueueEvent event);
}

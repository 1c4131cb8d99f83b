package org.switchboard.telephony.queuelog;

/** Takes down what happens in queues and to agents. */
@FunctionalInterface
public interface QueueLog {

    /**
     * Takes an event down. Returns once it would survive the end of this process; never waits for the database.
     *
     * @param event what happened
     */
    void append(QueueEvent event);
}

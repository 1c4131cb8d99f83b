package org.switchboard.telephony.call;

/** The threads that calls live on, and how such a thread waits for news. In tests time itself is in its hands. */
public interface CallThreads {

    /**
     * A thread for a call, which is to be started at once.
     *
     * @param work what it does
     * @return not yet started
     */
    Thread unstarted(Runnable work);

    /**
     * A bell for one waiting thread.
     *
     * @return silent
     */
    Bell bell();

    /** Wakes the one thread that waits at it. */
    interface Bell {

        /** There is news. Nobody need wait now: it is remembered until somebody does. */
        void ring();

        /**
         * Waits until it rings or the time is up.
         *
         * @param nanos how long
         * @return how much of that is left; 0 or less when the time is up
         * @throws InterruptedException when the thread is interrupted
         */
        long await(long nanos) throws InterruptedException;
    }
}

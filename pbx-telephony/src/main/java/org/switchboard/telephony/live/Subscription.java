package org.switchboard.telephony.live;

/** Somebody's wish to hear of changes. */
public interface Subscription extends AutoCloseable {

    /** Ends it. Nothing is delivered afterwards, except a change whose delivery has begun. Can be called more than once. */
    @Override
    void close();
}

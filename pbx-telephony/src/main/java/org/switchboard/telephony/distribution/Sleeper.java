package org.switchboard.telephony.distribution;

/** Who is to be woken at a time of his own. */
sealed interface Sleeper permits Agent, Caller, OpenOffer {

    /** By which he is woken; always the same. */
    Alarm alarm();
}

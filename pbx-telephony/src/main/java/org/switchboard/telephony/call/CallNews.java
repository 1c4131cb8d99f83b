package org.switchboard.telephony.call;

/** Something that another part of the engine tells a call that waits. What it may be, only those two know. */
public interface CallNews {
}

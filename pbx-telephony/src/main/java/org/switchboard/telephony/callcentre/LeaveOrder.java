package org.switchboard.telephony.callcentre;

import org.switchboard.telephony.call.CallNews;

/**
 * Tells a waiting call that it waits no longer.
 *
 * @param visit the stay that is over: a call may be told too late, when it waits elsewhere
 * @param exit  the queue's way out that it takes
 */
record LeaveOrder(String visit, String exit) implements CallNews {
}

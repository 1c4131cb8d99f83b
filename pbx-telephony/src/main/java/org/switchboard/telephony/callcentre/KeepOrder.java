package org.switchboard.telephony.callcentre;

import org.switchboard.telephony.call.CallNews;

/**
 * Tells a waiting call what its channel is to carry from now on.
 *
 * @param place the place in the queue
 */
record KeepOrder(KeptPlace place) implements CallNews {
}

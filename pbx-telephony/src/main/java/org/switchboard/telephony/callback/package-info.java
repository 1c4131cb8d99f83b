/** Callers who hung up and are called back at the place that they had: asking for it, keeping it, and making the calls. */
package org.switchboard.telephony.callback;

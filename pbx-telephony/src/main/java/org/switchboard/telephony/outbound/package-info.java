/** Outbound routes: by which trunks calls to the world go, by what was dialled. */
package org.switchboard.telephony.outbound;

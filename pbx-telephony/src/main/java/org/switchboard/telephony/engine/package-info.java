/** Puts the call engine together: connections, plans, calls. */
package org.switchboard.telephony.engine;

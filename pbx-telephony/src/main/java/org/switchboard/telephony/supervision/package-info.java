/** Supervisors at the talks of agents: listening, whispering, barging in, taking over, and the record of it. */
package org.switchboard.telephony.supervision;

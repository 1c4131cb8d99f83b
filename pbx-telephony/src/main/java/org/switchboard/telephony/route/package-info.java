/**
 * What happens to a caller: a pure function of plan, caller, time and digits. It yields one act after the other; reality, or
 * a question, answers with what came of it. No I/O.
 */
package org.switchboard.telephony.route;

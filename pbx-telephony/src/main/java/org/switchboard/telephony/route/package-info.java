/** From what was dialled to where the call goes: a pure function of plan, caller and digits. No I/O. */
package org.switchboard.telephony.route;

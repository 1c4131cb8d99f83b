/** What agents and supervisors do by phone: star codes, and the lamp keys that show whether an agent works. */
package org.switchboard.telephony.agentphone;

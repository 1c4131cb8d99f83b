/** Holidays out of iCal files (RFC 5545) and feeds, whoever exported them. */
package org.switchboard.telephony.schedule.ical;

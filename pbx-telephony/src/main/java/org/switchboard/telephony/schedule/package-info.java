/** Opening hours as admins keep them: weekly hours, holidays, exceptions, iCal feeds and the day/night switch. */
package org.switchboard.telephony.schedule;

/** Announcements: a prompt that is played to its end, and where the call goes then. */
package org.switchboard.telephony.announcement;

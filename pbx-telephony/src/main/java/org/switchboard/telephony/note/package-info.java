/** What agents write down about their calls: a note and what the call was about. */
package org.switchboard.telephony.note;

/** Ring groups: several phones, in and outside the company, that ring for one caller by a strategy. */
package org.switchboard.telephony.ringgroup;

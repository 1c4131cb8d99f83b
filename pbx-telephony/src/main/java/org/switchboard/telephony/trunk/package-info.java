/** SIP trunks: the lines to providers, by which calls of the world come in and go out. */
package org.switchboard.telephony.trunk;

/** Where a call goes next: what every way out of a number, menu, schedule … can lead to, and the one store of it. */
package org.switchboard.telephony.destination;

/** Where an extension's calls go when it does not take them: set by its user, an admin, or a star code. */
package org.switchboard.telephony.forwarding;

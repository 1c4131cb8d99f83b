/** How bad input is refused: with the field's name and what would be accepted, in words the portal translates. */
package org.switchboard.telephony.input;

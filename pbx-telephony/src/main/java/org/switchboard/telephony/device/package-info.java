/** Devices: the phones of an extension, each with a SIP account of its own. */
package org.switchboard.telephony.device;

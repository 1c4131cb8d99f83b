/** Extensions: the numbers people dial inside a company. */
package org.switchboard.telephony.extension;

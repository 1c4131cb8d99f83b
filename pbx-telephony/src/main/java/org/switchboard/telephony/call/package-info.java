/**
 * A call in our hands: its thread, its mailbox, what it hands to Asterisk's dialplan, and its one typed end.
 *
 * <p>Knows Asterisk through {@code ari}; knows no feature.
 */
package org.switchboard.telephony.call;

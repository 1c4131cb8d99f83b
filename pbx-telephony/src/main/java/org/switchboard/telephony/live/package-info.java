/**
 * What happens now: the calls that are on and the devices that are connected, for live pages.
 *
 * <p>{@link org.switchboard.telephony.live.LiveCalls} and {@link org.switchboard.telephony.live.DeviceStates} listen to Asterisk's
 * events, never control anything, and compare with Asterisk's own lists whenever the connection comes up.
 */
package org.switchboard.telephony.live;

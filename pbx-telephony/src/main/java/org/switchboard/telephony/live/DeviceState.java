package org.switchboard.telephony.live;

/**
 * What a device is doing.
 *
 * @param sipUsername the device
 * @param registered  whether a phone is connected with it
 * @param onCall      whether it rings or talks
 */
public record DeviceState(String sipUsername, boolean registered, boolean onCall) {
}

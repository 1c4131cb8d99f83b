package org.switchboard.telephony.device;

/**
 * A device together with its password, at the only moment when the password is known.
 *
 * @param device  the device
 * @param account its SIP user name and password
 */
public record NewDevice(Device device, SipAccount account) {
}

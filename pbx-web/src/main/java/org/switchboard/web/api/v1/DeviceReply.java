package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.device.Device;
import org.switchboard.telephony.device.DeviceEncryption;
import org.switchboard.telephony.device.DeviceKind;

/**
 * A device as the API shows it.
 *
 * @param id         its id
 * @param name       what people call it
 * @param kind       desk phone or browser
 * @param encryption whether its sound must be encrypted
 * @param username   its SIP user name
 * @param createdAt  when it was made
 */
@Schema(name = "Device")
record DeviceReply(UUID id, String name, DeviceKind kind, DeviceEncryption encryption, String username, Instant createdAt) {

    static DeviceReply of(Device device) {
        return new DeviceReply(device.id(), device.name(), device.kind(), device.encryption(), device.sipUsername(), device.createdAt());
    }
}

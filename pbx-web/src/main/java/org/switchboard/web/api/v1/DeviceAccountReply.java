package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.device.DeviceEncryption;
import org.switchboard.telephony.device.DeviceKind;
import org.switchboard.telephony.device.NewDevice;
import org.switchboard.web.config.PortalProperties;

/**
 * Everything that a phone needs to register. The password is shown here and never again.
 *
 * @param id         the device's id
 * @param name       what people call it
 * @param kind       desk phone or browser
 * @param encryption whether its sound must be encrypted
 * @param username   its SIP user name
 * @param password   its SIP password
 * @param host       the SIP server
 * @param port       its port for UDP and TCP
 * @param tlsPort    its port for TLS
 * @param wsUrl      its WebSocket address, for browsers
 */
@Schema(name = "DeviceAccount")
record DeviceAccountReply(UUID id, String name, DeviceKind kind, DeviceEncryption encryption, String username, String password,
                          String host, int port, int tlsPort, String wsUrl) {

    static DeviceAccountReply of(NewDevice made, PortalProperties.Sip sip) {
        return new DeviceAccountReply(made.device().id(), made.device().name(), made.device().kind(), made.device().encryption(),
                made.account().username(), made.account().password(), sip.host(), sip.port(), sip.tlsPort(), sip.wsUrl());
    }
}

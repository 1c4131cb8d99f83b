package org.switchboard.telephony.device;

import java.time.Instant;
import java.util.UUID;

/**
 * A phone of an extension. All devices of an extension ring together.
 *
 * @param id          its id
 * @param tenantId    the company
 * @param extensionId the extension it belongs to
 * @param name        what people call it, unique in its extension
 * @param kind        desk phone or browser
 * @param encryption  whether its sound must be encrypted
 * @param sipUsername its SIP user name: opaque, unique over all companies, never changes
 * @param createdAt   when it was made
 */
public record Device(UUID id, UUID tenantId, UUID extensionId, String name, DeviceKind kind, DeviceEncryption encryption,
                     String sipUsername, Instant createdAt) {

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public DeviceDraft draft() {
        return new DeviceDraft(name, kind, encryption);
    }
}

package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.extension.Extension;

/**
 * An extension as the API shows it.
 *
 * @param id               its id
 * @param number           what people dial
 * @param name             shown on phones
 * @param userId           the user whose extension it is; null when nobody's
 * @param ringSeconds      how long its devices ring
 * @param mayCall          whom it may call
 * @param doNotDisturb     whether its phones stay silent
 * @param callerIdNumberId the number that people outside see; null when that is left to route, trunk or company
 * @param hideCallerId     whether people outside see no number
 * @param createdAt        when it was made
 */
@Schema(name = "Extension")
record ExtensionReply(UUID id, String number, String name, @Schema(types = {"string", "null"}, format = "uuid") UUID userId,
                      int ringSeconds, CallPermission mayCall, boolean doNotDisturb,
                      @Schema(types = {"string", "null"}, format = "uuid") UUID callerIdNumberId, boolean hideCallerId, Instant createdAt) {

    static ExtensionReply of(Extension extension) {
        return new ExtensionReply(extension.id(), extension.number(), extension.name(), extension.userId(), extension.ringSeconds(),
                extension.mayCall(), extension.doNotDisturb(), extension.callerIdNumberId(), extension.hideCallerId(), extension.createdAt());
    }
}

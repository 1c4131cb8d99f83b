package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.supervision.SpyMode;

/**
 * What a supervisor wants to do now.
 *
 * @param mode what
 */
@Schema(name = "SupervisionModeWish")
record SupervisionModeWish(@NotNull(message = "{invalid.supervision.mode}") SpyMode mode) {
}

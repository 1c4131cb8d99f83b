package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.supervision.SpyMode;

/**
 * How somebody wants to supervise.
 *
 * @param mode      what he wants to do
 * @param extension number of the extension whose phone is rung
 */
@Schema(name = "SupervisionWish")
record SupervisionWish(@NotNull(message = "{invalid.supervision.mode}") SpyMode mode,
                       @NotBlank(message = "{invalid.supervision.extension}") String extension) {
}

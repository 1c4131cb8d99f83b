package org.switchboard.web.api.v1;

import jakarta.validation.constraints.Size;

/**
 * Why an agent pauses.
 *
 * @param reason name of a pause reason, or its digit; null for none
 */
record PauseDraft(@Size(max = 40, message = "{invalid.pause.reason}") String reason) {
}

package org.switchboard.web.api.v1;

import jakarta.validation.constraints.Pattern;

/**
 * Where an agent signs in.
 *
 * @param extension number of the phone; null for the agent's own
 */
record SignInDraft(@Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.desk.extension}") String extension) {
}

/** How the API refuses: one format for every error (RFC 9457), in the language of whoever asks. */
package org.switchboard.web.api.problem;

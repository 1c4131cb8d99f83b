/** Voicemail in the portal: boxes and their settings, one's own messages, lamps, and the mail about new ones. */
package org.switchboard.web.voicemail;

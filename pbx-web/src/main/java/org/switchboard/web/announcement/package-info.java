/** Pages of the announcements, and the field in which a prompt is chosen. */
package org.switchboard.web.announcement;

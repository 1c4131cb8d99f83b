/** The devices on an extension's page: added, given a new password, renamed, deleted, all in place. */
package org.switchboard.web.device;

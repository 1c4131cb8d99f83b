/** The groups "Forwarding" and "Do not disturb": on an extension's page for admins, and on one's own for everybody. */
package org.switchboard.web.forwarding;

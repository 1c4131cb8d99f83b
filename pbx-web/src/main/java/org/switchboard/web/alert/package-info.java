/** Alerts of queues as supervisors meet them: a notice on every page, a list at Home, and mail. */
package org.switchboard.web.alert;

/** Pages of the calls of the past: the history, one call with its timeline, and the export. */
package org.switchboard.web.call;

/** The supervisors' wallboard: what is true now in the queues, pushed to browsers as small changes that all of them share. */
package org.switchboard.web.wallboard;

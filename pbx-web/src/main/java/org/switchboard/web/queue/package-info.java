/** Pages of the queues and of what belongs to all of them. */
package org.switchboard.web.queue;

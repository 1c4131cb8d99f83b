/** Pages of the ring groups. */
package org.switchboard.web.ringgroup;

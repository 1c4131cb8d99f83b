/** Pages of the outbound routes. */
package org.switchboard.web.outbound;

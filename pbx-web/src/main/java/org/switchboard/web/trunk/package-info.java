/** Pages of the trunks, and how they are. */
package org.switchboard.web.trunk;

/** Pages and API of the opening hours. */
package org.switchboard.web.schedule;

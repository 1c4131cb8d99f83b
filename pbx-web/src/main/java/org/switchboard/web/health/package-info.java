/** Whether the portal's parts work, each told apart: for monitors at {@code /actuator/health}, for the operator on a page. */
package org.switchboard.web.health;

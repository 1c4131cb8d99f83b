/** Pages of the agents. */
package org.switchboard.web.agent;

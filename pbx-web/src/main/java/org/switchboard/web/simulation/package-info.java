/** The pages on which a supervisor tries other staffing, or another strategy, on a day that was. */
package org.switchboard.web.simulation;

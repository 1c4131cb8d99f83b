/** An agent's own page: state, the call that is on, what is known of the customer, notes, and figures. */
package org.switchboard.web.desk;

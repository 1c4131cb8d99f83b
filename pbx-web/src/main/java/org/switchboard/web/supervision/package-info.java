/** Listening, whispering, barging in and taking over from the browser, and the record of it. */
package org.switchboard.web.supervision;

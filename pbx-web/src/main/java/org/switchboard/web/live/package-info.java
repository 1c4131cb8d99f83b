/** What is happening now, pushed to browsers: live calls, and the state of phones. */
package org.switchboard.web.live;

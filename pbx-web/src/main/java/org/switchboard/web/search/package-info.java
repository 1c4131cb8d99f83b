/** Jumping to a page or a thing by typing a few letters of its name (Ctrl-K). */
package org.switchboard.web.search;

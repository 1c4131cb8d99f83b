/** Callbacks of a queue: who waits to be called back, and giving it up. */
package org.switchboard.web.callback;

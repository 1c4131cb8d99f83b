/**
 * The whole system as people use it: a real Asterisk, a real PostgreSQL, the portal as a process, real telephones and a
 * real browser. Each test reads as a list of what named people do.
 */
package org.switchboard.system;

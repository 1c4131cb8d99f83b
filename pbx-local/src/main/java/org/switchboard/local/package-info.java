/**
 * The {@code ./pbx} command: brings Asterisk, PostgreSQL and the portal up on one machine without root and without
 * containers, and tests and measures them. {@link org.switchboard.local.LocalStack} is what tests use.
 */
package org.switchboard.local;

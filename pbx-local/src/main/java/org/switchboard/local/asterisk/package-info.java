/**
 * Asterisk from Debian's packages: fetched, configured, run.
 */
package org.switchboard.local.asterisk;

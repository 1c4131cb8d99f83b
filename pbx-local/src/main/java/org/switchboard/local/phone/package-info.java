/**
 * Drives real telephones from outside: a soft phone as a process of its own, and the SIPp load generator. For tests and
 * benchmarks; nothing here runs in production.
 */
package org.switchboard.local.phone;

/**
 * Numbers of the world outside: how they are read, shown, dialled and classed (pure, over libphonenumber); the numbers that a
 * company owns; and the callers whom it lets in always or never.
 */
package org.switchboard.telephony.number;

/**
 * When a company is open: pure arithmetic of weekly hours, holidays, exceptions and the day/night switch in a time zone.
 * Reads no clock, no database and nothing of ours, so that routing, "what if" and the pages all ask the same code.
 */
package org.switchboard.telephony.hours;

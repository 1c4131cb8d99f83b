/** Recordings of talks: in the history with a player, at live calls with buttons, and what a company decides about them. */
package org.switchboard.web.recording;

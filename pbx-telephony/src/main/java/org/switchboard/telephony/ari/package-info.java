/**
 * Our client for the Asterisk REST Interface: requests over HTTP, events over a WebSocket, only the operations in use.
 *
 * <p>Knows Asterisk and nothing about phone systems; it imports no other package of this project.
 */
package org.switchboard.telephony.ari;

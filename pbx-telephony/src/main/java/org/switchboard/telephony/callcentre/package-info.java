/**
 * The call centre at work: for each company that has queues a *floor*, which applies {@code distribution} to real calls and real phones,
 * shows what is on, takes commands of supervisors and agents, and writes the record of events.
 */
package org.switchboard.telephony.callcentre;

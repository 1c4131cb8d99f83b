/**
 * Who is asked to take which waiting caller, and when: a pure function of the settings and of what happened so far. No I/O, no threads and no
 * clock; time comes with the events. The engine performs what is decided here, the simulator plays with it, and its rules are proved in tests.
 */
package org.switchboard.telephony.distribution;

/** What happened in queues and to agents: the one record of it, written by the engine, from which wallboard and reports are counted. */
package org.switchboard.telephony.queuelog;

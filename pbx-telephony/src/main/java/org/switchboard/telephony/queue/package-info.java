/** Queues: callers wait in them for an agent, in an order that is fair, and leave them by ways of their own. Settings only; the waiting itself is the call centre's. */
package org.switchboard.telephony.queue;

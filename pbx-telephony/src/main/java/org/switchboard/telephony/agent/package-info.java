/** Agents: people who take the calls of queues, what they know, and why they pause. Settings only; where an agent is now is the call centre's. */
package org.switchboard.telephony.agent;

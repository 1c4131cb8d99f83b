/** What the engine needs to know of each company, as immutable snapshots that follow the database. */
package org.switchboard.telephony.plan;

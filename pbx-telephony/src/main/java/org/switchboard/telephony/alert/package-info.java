/** Queues in trouble: thresholds that are broken and callers who gave up; who is told, and that each is told once. */
package org.switchboard.telephony.alert;

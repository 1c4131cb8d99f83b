/**
 * {@code ./pbx demo}: a half hour of callers and agents at the demo company, so that wallboard and reports can be seen alive
 * without a phone.
 */
package org.switchboard.local.demo;

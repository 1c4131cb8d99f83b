/**
 * Processes of the operating system: who they are, how they are started to outlive us, how they are waited for.
 */
package org.switchboard.local.process;

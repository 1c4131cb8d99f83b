/** Tenants (companies), and who is asking: every query of the portal runs in the scope of one tenant, or of the operator. */
package org.switchboard.telephony.tenant;

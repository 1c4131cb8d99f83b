/** Services of the system itself, reached by star codes. */
package org.switchboard.telephony.service;

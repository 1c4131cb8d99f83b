/**
 * Voicemail: boxes, their messages and greetings, who may listen, and the lamps. Asterisk takes and plays the messages by itself
 * ({@code app_voicemail_odbc}); what is here are the rows it reads and writes.
 */
package org.switchboard.telephony.voicemail;

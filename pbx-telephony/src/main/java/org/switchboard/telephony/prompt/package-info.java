/**
 * Prompts: what callers hear. Made from people's files, from typed words or by phone; kept in the database, and laid out as
 * files where Asterisk reads them. Also the sentences that the system itself says.
 */
package org.switchboard.telephony.prompt;

/**
 * "What happens if…", asked and kept: a question to routing, and questions with the answer that a company relies on. Every
 * change of configuration is weighed against those before it is committed.
 */
package org.switchboard.telephony.assertion;

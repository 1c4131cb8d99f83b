/** What a wallboard must know of a company's queues and agents beside what happens in them. */
package org.switchboard.telephony.board;

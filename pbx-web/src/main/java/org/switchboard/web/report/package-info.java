/** Reports on queues and agents: pages, pictures, files for spreadsheets, and the mails that bring them. */
package org.switchboard.web.report;

/**
 * Reports on queues and agents: {@link org.switchboard.telephony.report.ReportService} counts a period of the record of queues with
 * {@link org.switchboard.telephony.figures.QueueFigures}; {@link org.switchboard.telephony.report.ReportScheduleService} keeps what is
 * mailed when, {@link org.switchboard.telephony.report.ReportMailQueue} sees to it that each mail goes once.
 */
package org.switchboard.telephony.report;

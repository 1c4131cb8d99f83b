package org.switchboard.telephony.schedule.ical;

import java.net.URI;

/** Brings a calendar from elsewhere. */
@FunctionalInterface
public interface FeedFetcher {

    /**
     * Fetches a calendar.
     *
     * @param address an https address
     * @return what stands there
     * @throws CalendarProblem when it cannot be had
     */
    byte[] fetch(URI address) throws CalendarProblem;
}

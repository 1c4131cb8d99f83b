package org.switchboard.web.api.v1;

/** Words and limits that the lists of the API have in common. */
final class ListParameters {

    /** Rows on a page when nobody says how many; {@link org.switchboard.telephony.paging.Page#DEFAULT_LIMIT}. */
    static final String DEFAULT_LIMIT = "50";

    /** Sentence for a limit that is out of bounds. */
    static final String LIMIT = "{api.invalid.limit}";

    /** Sentence for a search that is too long. */
    static final String SEARCH = "{api.invalid.search}";

    /** Most characters of a search. */
    static final int MAX_SEARCH = 100;

    private ListParameters() {
    }
}

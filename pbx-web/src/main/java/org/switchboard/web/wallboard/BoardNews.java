package org.switchboard.web.wallboard;

/**
 * What is sent to browsers.
 *
 * @param event {@code all} or {@code change}
 * @param text  JSON on one line, made once for all browsers
 */
record BoardNews(String event, String text) {

    static final String ALL = "all";
    static final String CHANGE = "change";
}

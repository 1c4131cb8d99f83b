package org.switchboard.telephony.ari;

/**
 * The reply to one request.
 *
 * @param status HTTP status code
 * @param body   JSON body, or the empty string when there is none
 */
public record AriResponse(int status, String body) {
}

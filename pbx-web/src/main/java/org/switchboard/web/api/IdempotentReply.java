package org.switchboard.web.api;

import java.util.Arrays;

/**
 * The stored answer to a request that carried an {@code Idempotency-Key}.
 *
 * @param requestHash SHA-256 of what was asked
 * @param status      HTTP status of the answer
 * @param location    header {@code Location}; null when there was none
 * @param sealedBody  the body, readable only with the token that asked; null when there was none
 */
record IdempotentReply(byte[] requestHash, int status, String location, String sealedBody) {

    boolean isFor(byte[] otherRequestHash) {
        return Arrays.equals(requestHash, otherRequestHash);
    }
}

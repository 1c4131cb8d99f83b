package org.switchboard.telephony.callcentre;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an agent's leg carries in its channel variable {@code PBX_OFFER}: for whom it rings or talks.
 *
 * @param visit   the caller's stay
 * @param queueId the queue
 */
record Mark(String visit, UUID queueId) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,150})_([0-9a-f]{32})");

    static Optional<Mark> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var hex = form.group(2);
        return Optional.of(new Mark(form.group(1), new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16))));
    }

    @Override
    public String toString() {
        return visit + "_" + queueId.toString().replace("-", "");
    }
}

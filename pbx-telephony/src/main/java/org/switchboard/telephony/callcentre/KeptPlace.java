package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a waiting channel carries in its variable {@code PBX_QUEUE}, besides where it stands and since when: as
 * {@code <priority>_<rank>_<milliseconds when the stay began>}.
 *
 * @param priority 1 to 10
 * @param rank     when a supervisor pulled the caller to the front, in milliseconds; 0 for never
 * @param since    to which stay it belongs: what is left over from an earlier one does not count
 */
record KeptPlace(int priority, long rank, long since) {

    static final String VARIABLE = "PBX_QUEUE";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,2})_([0-9]{1,15})_([0-9]{1,15})");

    /** What of a stay that began then is kept; empty for a new stay. */
    static Optional<KeptPlace> of(String text, Instant enteredAt) {
        var form = FORM.matcher(text);
        if (!form.matches() || Long.parseLong(form.group(3)) != enteredAt.toEpochMilli()) {
            return Optional.empty();
        }
        return Optional.of(new KeptPlace(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3))));
    }

    @Override
    public String toString() {
        return priority + "_" + rank + "_" + since;
    }
}

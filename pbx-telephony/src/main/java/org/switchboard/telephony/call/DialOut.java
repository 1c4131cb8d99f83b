package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A call to an outside number by one trunk. Which trunk comes next, if any, is not decided here.
 *
 * @param trunk  the trunk
 * @param number what is sent to it: digits, with or without {@code +}
 * @param atMost how long it rings, in whole seconds
 * @param shown  what the called one sees
 * @param limit  most calls of this trunk at once, both ways; 0 for no limit
 */
public record DialOut(TrunkRef trunk, String number, Duration atMost, ShownCaller shown, int limit) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*]{1,32}");

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is no number
     */
    public DialOut {
        Objects.requireNonNull(trunk);
        Objects.requireNonNull(atMost);
        Objects.requireNonNull(shown);
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("not a number that a trunk could be sent");
        }
    }

    /** How it ended without a talk; an answered call does not come back. */
    public enum Result {
        /** The called one is on the phone or declined. */
        BUSY,
        /** It rang until the time was up. */
        NO_ANSWER,
        /** The other side says that it will not or cannot be: no such number, not allowed. Another trunk would say the same. */
        REJECTED,
        /** The trunk failed, did not react, is not there or is full: another one may do better. */
        FAILED_OVER
    }

    List<Map.Entry<String, String>> variables() {
        var variables = new ArrayList<>(shown.variables());
        variables.add(Map.entry("PBX_TRUNK", trunk.endpoint()));
        variables.add(Map.entry("PBX_NUMBER", number));
        variables.add(Map.entry("PBX_TRUNK_LIMIT", Integer.toString(limit)));
        variables.add(Map.entry("PBX_SECONDS", Long.toString(atMost.toSeconds())));
        return variables;
    }

    /**
     * Reads {@code DIALSTATUS}, the SIP code of the final answer (empty when there was none) and whether it rang. RFC 3261
     * section 21: 486 and 600 are "busy"; 408 and 5xx are about the server, not about the called one. A forwarding to elsewhere
     * (302), which is not followed, comes as busy.
     */
    static Result read(HandedBack back) {
        var status = back.result(0);
        var code = code(back.result(1));
        if (code == 486 || code == 600 || code == 0 && status.equals("BUSY")) {
            return Result.BUSY;
        }
        if (code != 0) {
            return code == 408 || code / 100 == 5 ? Result.FAILED_OVER : Result.REJECTED;
        }
        var timeIsUp = status.equals("NOANSWER") || status.equals("CANCEL");
        return timeIsUp && back.result(2).equals("1") ? Result.NO_ANSWER : Result.FAILED_OVER;
    }

    /** The code of a final answer of the provider's own; 487 only says that we gave up. */
    private static int code(String digits) {
        var code = digits.matches("[3-6][0-9]{2}") ? Integer.parseInt(digits) : 0;
        return code == 487 ? 0 : code;
    }
}

package org.switchboard.telephony.cdr;

/** What Q.850's hang-up causes mean for a record; Asterisk's {@code causes.h} has the numbers. */
final class HangupCause {

    /** Asterisk's own: another phone took the call. */
    static final int ANSWERED_ELSEWHERE = 26;

    private HangupCause() {
    }

    /**
     * What a cause says of a call that nobody answered.
     *
     * @param cause the caller's cause; null when unknown
     * @return how the call ended
     */
    static Disposition disposition(Integer cause) {
        if (cause == null) {
            return Disposition.FAILED;
        }
        return switch (cause) {
            case 17 -> Disposition.BUSY;
            case 18, 19 -> Disposition.NO_ANSWER;
            case 1, 3, 22, 28 -> Disposition.UNKNOWN_NUMBER;
            case 20 -> Disposition.NOT_REGISTERED;
            case 21, 57 -> Disposition.FORBIDDEN;
            case 0, 16, 31, 127 -> Disposition.CANCELLED;
            default -> Disposition.FAILED;
        };
    }

    /**
     * What a cause says of a called phone that did not answer, where no other phone did and the caller stayed.
     *
     * @param cause the phone's cause; null when unknown
     * @return how the leg ended
     */
    static LegOutcome outcome(Integer cause) {
        if (cause == null) {
            return LegOutcome.FAILED;
        }
        return switch (cause) {
            case 17, 21 -> LegOutcome.BUSY;
            case 0, 16, 18, 19, 31, 127 -> LegOutcome.NO_ANSWER;
            case 3, 20, 27 -> LegOutcome.NOT_REGISTERED;
            case ANSWERED_ELSEWHERE -> LegOutcome.ANSWERED_ELSEWHERE;
            default -> LegOutcome.FAILED;
        };
    }
}

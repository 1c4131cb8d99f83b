package org.switchboard.telephony.call;

/** Ringing devices: what can come of it, and how Asterisk's words for it are read. */
public final class Ringing {

    /** Q.850 cause 21, which a phone's 603 Decline becomes. */
    private static final String CALL_REJECTED = "21";

    private Ringing() {
    }

    /** How ringing ended without a talk; an answered call does not come back. */
    public enum Result {
        /** Everybody reached was busy or declined. */
        BUSY,
        /** Nobody answered in time. */
        NO_ANSWER,
        /** No device could be reached. */
        NOT_REGISTERED,
        /** Asterisk could not ring at all, for lack of resources or a defect of ours. */
        FAILED
    }

    /**
     * Reads {@code DIALSTATUS} and {@code HANGUPCAUSE} of {@code Dial()}.
     *
     * <p>A declined call comes as CHANUNAVAIL with cause 21. The caller is to see it as busy, which is what phones show
     * for a callee who does not want to talk; a 403 would blame the caller.
     */
    static Result read(HandedBack back) {
        return switch (back.result(0)) {
            case "BUSY" -> Result.BUSY;
            case "NOANSWER", "CANCEL" -> Result.NO_ANSWER;
            case "CHANUNAVAIL" -> back.result(1).equals(CALL_REJECTED) ? Result.BUSY : Result.NOT_REGISTERED;
            default -> Result.FAILED;
        };
    }
}

package org.switchboard.telephony.prompt;

/** Thrown when something cannot be made into a prompt's sound. Whoever asked says at which field. */
final class SoundRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    enum Reason {
        /** There is nothing in the file. */
        EMPTY("empty"),
        /** More bytes than are taken. */
        TOO_LARGE("tooLarge"),
        /** Not a kind of sound file that is known. */
        KIND("kind"),
        /** It says that it is a sound file, and cannot be read as one. */
        CORRUPT("corrupt"),
        /** It lasts longer than a prompt may. */
        TOO_LONG("tooLong"),
        /** There is nothing to be heard. */
        SILENT("silent"),
        /** Other conversions are running, or it took too long. */
        BUSY("busy");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    SoundRefused(Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Key of the sentence for a field: {@code invalid.prompt.file.corrupt}. */
    String code(String field) {
        return "invalid.prompt." + field + "." + reason.word;
    }
}

package org.switchboard.telephony.prompt;

/** Thrown when something cannot be made into a prompt's sound. Whoever asked says at which field. */
final class SoundRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    enum Reason {
        /** There is nothing in the file. */
        EMPTY("invalid.prompt.file.empty", "invalid.prompt.text"),
        /** More bytes than are taken. */
        TOO_LARGE("invalid.prompt.file.tooLarge", "invalid.prompt.text.tooLong"),
        /** Not a kind of sound file that is known. */
        KIND("invalid.prompt.file.kind", "invalid.prompt.text.corrupt"),
        /** It says that it is a sound file, and cannot be read as one. */
        CORRUPT("invalid.prompt.file.corrupt", "invalid.prompt.text.corrupt"),
        /** It lasts longer than a prompt may. */
        TOO_LONG("invalid.prompt.file.tooLong", "invalid.prompt.text.tooLong"),
        /** There is nothing to be heard. */
        SILENT("invalid.prompt.file.silent", "invalid.prompt.text.silent"),
        /** Other conversions are running, or it took too long. */
        BUSY("invalid.prompt.file.busy", "invalid.prompt.text.busy");

        private final String ofFile;
        private final String ofText;

        Reason(String ofFile, String ofText) {
            this.ofFile = ofFile;
            this.ofText = ofText;
        }

        /** Key of the sentence where a sound file was sent. */
        String ofFile() {
            return ofFile;
        }

        /** Key of the sentence where words were typed. */
        String ofText() {
            return ofText;
        }
    }

    SoundRefused(Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

package org.switchboard.local.phone;

/** How a provider answers a call that the PBX sends out, well or badly. */
public enum ProviderManner {
    /** Rings, and answers at once. */
    ANSWER {
        @Override
        void begin(ProviderCall call) {
            call.reply(180, "Ringing");
            call.answer();
        }
    },
    /** Rings for ever. */
    RING {
        @Override
        void begin(ProviderCall call) {
            call.reply(180, "Ringing");
        }
    },
    /** The callee is on the phone. */
    BUSY {
        @Override
        void begin(ProviderCall call) {
            call.reply(486, "Busy Here");
        }
    },
    /** There is no such number. */
    NOT_FOUND {
        @Override
        void begin(ProviderCall call) {
            call.reply(404, "Not Found");
        }
    },
    /** It cannot take calls now. */
    UNAVAILABLE {
        @Override
        void begin(ProviderCall call) {
            call.reply(503, "Service Unavailable");
        }
    },
    /** It did not reach whom it asked in time. */
    TIMEOUT {
        @Override
        void begin(ProviderCall call) {
            call.reply(408, "Request Timeout");
        }
    },
    /** Never says anything to a call. */
    SILENT {
        @Override
        void begin(ProviderCall call) {
            // That is it.
        }
    },
    /** Answers what is no SIP, then a status that nobody has heard of. */
    NONSENSE {
        @Override
        void begin(ProviderCall call) {
            call.say("SIP/2.0 BANANA\r\nVia: none\r\n\r\n");
            call.say("\u0000\u0001\u0002 HTTP/1.1 200 OK\r\n\r\n");
            call.reply(599, "No Idea");
        }
    },
    /** Rings, and answers only when the PBX has given up. */
    LATE {
        @Override
        void begin(ProviderCall call) {
            call.reply(180, "Ringing");
        }

        @Override
        boolean answersCancel() {
            return true;
        }
    },
    /** Answers twice, from two phones. */
    TWICE {
        @Override
        void begin(ProviderCall call) {
            call.reply(180, "Ringing");
            call.answer();
            call.answerAgain();
        }
    };

    abstract void begin(ProviderCall call);

    /** Whether a CANCEL is answered by taking the call. */
    boolean answersCancel() {
        return false;
    }
}

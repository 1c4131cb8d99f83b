package org.switchboard.telephony.cdr;

import java.time.Instant;
import org.switchboard.telephony.call.Step;

/** One thing that a witness saw of a call. */
public sealed interface CallEvent permits CallEvent.StepTaken, ChannelEvent {

    /**
     * The call it belongs to.
     *
     * @return Asterisk's linked id
     */
    String linkedId();

    /**
     * When it happened.
     *
     * @return the witness's own time
     */
    Instant at();

    /**
     * A step of the engine.
     *
     * @param step the step
     */
    record StepTaken(Step step) implements CallEvent {

        @Override
        public String linkedId() {
            return step.linkedId();
        }

        @Override
        public Instant at() {
            return step.at();
        }
    }
}

package org.switchboard.telephony.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people, phones and trunks do around a {@link FakeAsterisk} in virtual time. */
interface FakeWorld {

    /** How long a sound lasts. */
    default Duration lengthOf(String media) {
        return Duration.ofSeconds(2);
    }

    /** A channel is being played something. A test may let keys be pressed from here on. */
    default void plays(String channelId, List<String> media) {
        // Most worlds only listen.
    }

    /** How long the caller speaks when it is recorded. */
    default Duration speaks(String channelId, String recording) {
        return Duration.ofSeconds(5);
    }

    /** A channel is gone, whoever ended it. */
    default void gone(String channelId) {
        // Most worlds only listen.
    }

    /** What becomes of a channel that is handed to a context of the dialplan, such as {@code pbx-ring}. */
    default Fate handedOver(String channelId, String context, String exten, Map<String, String> variables) {
        return switch (context) {
            case "pbx-ring" -> Fate.back(Duration.ofSeconds(20), "NOANSWER", "0");
            case "pbx-dial-out" -> Fate.back(Duration.ofSeconds(20), "NOANSWER", "", "1");
            default -> new Fate.Ends(Duration.ofSeconds(3));
        };
    }

    /** What becomes of a channel. */
    sealed interface Fate {

        /** It comes back to us with results, as the dialplan reports them. */
        record Back(Duration after, List<String> results) implements Fate {
        }

        /** Somebody answers, and the talk ends after a while. */
        record Answered(Duration after, Duration talk) implements Fate {
        }

        /** It is hung up. */
        record Ends(Duration after) implements Fate {
        }

        /** The world itself says when what happens. */
        record InTheWorldsHands() implements Fate {
        }

        /** Ringing: {@code DIALSTATUS}, {@code HANGUPCAUSE}. Dialling out: {@code DIALSTATUS}, SIP code, {@code 1} when it rang. */
        static Fate back(Duration after, String... results) {
            return new Back(after, List.of(results));
        }
    }
}

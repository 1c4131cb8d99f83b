package org.switchboard.telephony.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;

/**
 * Somebody got to hear a recording.
 *
 * @param actor    e-mail address, or name of a token
 * @param playedAt when
 * @param kind     how
 * @param address  the network address that it was asked from
 */
public record RecordingPlay(String actor, Instant playedAt, Kind kind, String address) {

    /** How. */
    public enum Kind {
        /** In a page's player. */
        @JsonProperty("play")
        PLAY,
        /** As a file. */
        @JsonProperty("download")
        DOWNLOAD,
        /** By a program. */
        @JsonProperty("api")
        API;

        /**
         * As it is stored and as the API spells it.
         *
         * @return the name in small letters
         */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }
}

package org.switchboard.web.explain;

import java.util.List;

/**
 * The way of a call as it is shown: boxes one under the other.
 *
 * @param stops the things that the caller came to, in order
 * @param end   where it ends; null when that is told elsewhere
 */
public record Way(List<Stop> stops, End end) {

    /** Keeps an unchangeable copy of the boxes. */
    public Way {
        stops = List.copyOf(stops);
    }

    /**
     * A thing that the caller came to.
     *
     * @param kind its kind, a key of {@code way.kind}
     * @param name what people read of it
     * @param path its page; null for none
     * @param said what was decided there, in order
     */
    public record Stop(String kind, String name, String path, List<Said> said) {

        /** Keeps an unchangeable copy of the sentences. */
        public Stop {
            said = List.copyOf(said);
        }

        /**
         * What stands for the thing.
         *
         * @return an icon's name in the sprite
         */
        public String icon() {
            return Way.icon(kind);
        }
    }

    /**
     * A decision.
     *
     * @param sentence     which rule decided
     * @param after        how long after the call's begin; null for a question
     * @param alternatives what was not taken
     */
    public record Said(String sentence, String after, List<Alternative> alternatives) {

        /** Keeps an unchangeable copy of the alternatives. */
        public Said {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A way that was not taken.
     *
     * @param exit which
     * @param to   where it leads
     */
    public record Alternative(String exit, String to) {
    }

    /**
     * Where the way ends.
     *
     * @param kind     its kind
     * @param name     its name as routing knows it
     * @param words    what people read of it
     * @param path     its page; null for none
     * @param sentence what the caller then hears; null for nothing to add
     */
    public record End(String kind, String name, String words, String path, String sentence) {

        /**
         * What stands for it.
         *
         * @return an icon's name in the sprite
         */
        public String icon() {
            return Way.icon(kind);
        }
    }

    /**
     * What stands for a kind of thing.
     *
     * @param kind its word in steps
     * @return an icon's name in the sprite
     */
    public static String icon(String kind) {
        return switch (kind) {
            case "route" -> "phone";
            case "number" -> "phone-incoming";
            case "extension" -> "device-landline-phone";
            case "menu" -> "dialpad";
            case "schedule" -> "clock";
            case "ring_group" -> "users-group";
            case "queue" -> "headset";
            case "voicemail" -> "record-mail";
            case "announcement" -> "speakerphone";
            case "outside_number" -> "phone-outgoing";
            case "hangup", "refuse" -> "phone-off";
            case "service" -> "settings";
            default -> "arrow-narrow-right";
        };
    }
}

package org.switchboard.telephony.call;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording that is to be made. All that must be known of it later is in its file's name, so that it needs neither us nor a
 * database while the talk is on. Asterisk adds the call's linked id and the id of the channel that is recorded.
 *
 * @param id        the recording's own id: a file that is met twice is one recording
 * @param tenantId  the company
 * @param party     who is on the channel that is recorded
 * @param reason    why it is recorded
 * @param queueId   for which queue; null when for none
 * @param extension the extension for whose sake it is recorded; null when for none
 */
public record RecordingRef(UUID id, UUID tenantId, Party party, Reason reason, UUID queueId, String extension) {

    /** The channel variable by which the dialplan (context {@code pbx-record}) is told to record. */
    public static final String VARIABLE = "PBX_RECORD";

    private static final Pattern NAME = Pattern.compile(
            "talk_([0-9a-f]{32})_([0-9a-f]{32})_([co])_([qed])_([0-9a-f]{32}|0)_([1-9][0-9]{1,5}|0)_([A-Za-z0-9.-]{1,100})_([A-Za-z0-9.-]{1,100})\\.raw");
    private static final Pattern EXTENSION = Pattern.compile("[1-9][0-9]{1,5}");

    /** Who is on the channel that is recorded, so that each side is always on the same channel of the sound. */
    public enum Party {
        /** The customer, or whoever else is not the one for whose sake it is recorded. */
        CUSTOMER("c"),
        /** One of ours. */
        OURS("o");

        private final String letter;

        Party(String letter) {
            this.letter = letter;
        }
    }

    /** Why a talk is recorded. */
    public enum Reason {
        /** The queue records its talks. */
        QUEUE("q"),
        /** The extension's talks are recorded. */
        EXTENSION("e"),
        /** Somebody asked for it while the talk was on. */
        DEMAND("d");

        private final String letter;

        Reason(String letter) {
            this.letter = letter;
        }
    }

    /**
     * A file as Asterisk named it.
     *
     * @param ref      the recording
     * @param linkedId the call it belongs to
     * @param channel  id of the channel that is, or was, recorded
     */
    public record Named(RecordingRef ref, String linkedId, String channel) {
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the extension is no extension's number
     */
    public RecordingRef {
        Objects.requireNonNull(id);
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(party);
        Objects.requireNonNull(reason);
        if (extension != null && !EXTENSION.matcher(extension).matches()) {
            throw new IllegalArgumentException("not an extension's number");
        }
    }

    /**
     * A new recording of a queue's talk, on the caller's channel.
     *
     * @param tenantId the company
     * @param queueId  the queue
     * @return a recording with an id of its own
     */
    public static RecordingRef ofQueue(UUID tenantId, UUID queueId) {
        return new RecordingRef(UUID.randomUUID(), tenantId, Party.CUSTOMER, Reason.QUEUE, Objects.requireNonNull(queueId), null);
    }

    /**
     * A new recording for an extension's sake.
     *
     * @param tenantId  the company
     * @param party     who is on the channel that is recorded
     * @param extension the extension's number
     * @return a recording with an id of its own
     */
    public static RecordingRef ofExtension(UUID tenantId, Party party, String extension) {
        return new RecordingRef(UUID.randomUUID(), tenantId, party, Reason.EXTENSION, null, extension);
    }

    /**
     * What the dialplan is told, before the channel is handed to it.
     *
     * @return a channel variable, fit for {@link org.switchboard.telephony.ari.AriClient#setVariables}
     */
    public List<Map.Entry<String, String>> variables() {
        return List.of(Map.entry(VARIABLE, name()));
    }

    /**
     * The file's name as far as we make it.
     *
     * @return letters, digits and underscores
     */
    public String name() {
        return String.join("_", "talk", hex(tenantId), hex(id), party.letter, reason.letter, queueId == null ? "0" : hex(queueId),
                extension == null ? "0" : extension);
    }

    /**
     * The whole name of the file.
     *
     * @param linkedId the call's linked id
     * @param channel  id of the channel that is recorded
     * @return as the dialplan makes it
     */
    public String file(String linkedId, String channel) {
        return name() + "_" + linkedId + "_" + channel + ".raw";
    }

    /**
     * Reads a file's name.
     *
     * @param file name without a folder
     * @return empty when it is none of ours
     */
    public static Optional<Named> read(String file) {
        Matcher found = NAME.matcher(file);
        if (!found.matches()) {
            return Optional.empty();
        }
        var ref = new RecordingRef(uuid(found.group(2)), uuid(found.group(1)), found.group(3).equals("c") ? Party.CUSTOMER : Party.OURS,
                switch (found.group(4)) {
                    case "q" -> Reason.QUEUE;
                    case "e" -> Reason.EXTENSION;
                    default -> Reason.DEMAND;
                }, uuid(found.group(5)), found.group(6).equals("0") ? null : found.group(6));
        return Optional.of(new Named(ref, found.group(7), found.group(8)));
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID uuid(String hex) {
        return hex.equals("0") ? null : UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
}

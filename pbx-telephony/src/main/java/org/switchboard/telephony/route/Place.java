package org.switchboard.telephony.route;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.switchboard.telephony.destination.DestinationKind;

/**
 * Where a caller stands, in a form that outlives this process: it is kept on the channel.
 *
 * @param kind     what the caller is at
 * @param key      which one: the id of a thing without hyphens, a number outside without its plus, a hang-up's word
 * @param position how far the caller has come there: the turn of a menu, the member of a ring group, the trunk
 * @param hops     how many things were passed without the caller's own choice
 * @param behalf   number of the extension whose forwarding led here, in whose name outside numbers are dialled; empty for none
 */
public record Place(DestinationKind kind, String key, int position, int hops, String behalf) {

    private static final Pattern FORM = Pattern.compile("([a-z_]{1,20})/([A-Za-z0-9_]{1,40})/([0-9]{1,9})/([0-9]{1,3})/([0-9]{0,6})");

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @param text any text
     * @return empty when it is no place
     */
    public static Optional<Place> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(DestinationKind.of(form.group(1)), form.group(2), Integer.parseInt(form.group(3)),
                    Integer.parseInt(form.group(4)), form.group(5)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The thing's id.
     *
     * @return empty when the key is no id
     */
    Optional<UUID> id() {
        if (!key.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        return Optional.of(new UUID(Long.parseUnsignedLong(key, 0, 16, 16), Long.parseUnsignedLong(key, 16, 32, 16)));
    }

    static String key(UUID id) {
        return id.toString().replace("-", "");
    }

    Place at(int newPosition) {
        return new Place(kind, key, newPosition, hops, behalf);
    }

    /** The caller has chosen: whatever was passed before is not a circle. */
    Place chosen() {
        return new Place(kind, key, position, 0, behalf);
    }

    @Override
    public String toString() {
        return kind.value() + "/" + key + "/" + position + "/" + hops + "/" + behalf;
    }
}

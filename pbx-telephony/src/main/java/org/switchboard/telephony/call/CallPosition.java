package org.switchboard.telephony.call;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.switchboard.telephony.ari.AriChannel;

/**
 * Where a call stands. It is kept on the channel itself, as channel variables, and so lives exactly as long as the call;
 * an engine that finds a channel with a position resumes there.
 *
 * @param linkedId  the call's id in Asterisk's channel events
 * @param node      the node of the flow, as its graph names it
 * @param enteredAt when the call came to that node
 * @param dialled   what was dialled; characters that cannot stand in a channel variable are left out
 */
public record CallPosition(String linkedId, String node, Instant enteredAt, String dialled) {

    private static final Pattern INTERPRETED = Pattern.compile("[^A-Za-z0-9*#+._-]");

    /** Checks that nothing is missing. */
    public CallPosition {
        Objects.requireNonNull(linkedId);
        Objects.requireNonNull(node);
        Objects.requireNonNull(enteredAt);
        dialled = INTERPRETED.matcher(dialled).replaceAll("");
    }

    /**
     * Reads the position that a channel carries.
     *
     * @param channel a channel as ARI describes it, with {@code channelvars}
     * @return empty when it carries none, or none that can be read
     */
    static Optional<CallPosition> of(AriChannel channel) {
        var node = channel.variable("PBX_NODE");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CallPosition(linkedId(channel), node, Instant.parse(channel.variable("PBX_ENTERED")),
                    channel.variable("PBX_DIALLED")));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /**
     * The id of the call that a channel belongs to: what the dialplan noted when the channel was transferred, else the
     * channel's own id, since it then is the call's first.
     */
    static String linkedId(AriChannel channel) {
        var noted = channel.variable("PBX_CALL");
        return noted.isEmpty() ? channel.id() : noted;
    }

    /**
     * The position as channel variables.
     *
     * @return names and values, fit for {@link org.switchboard.telephony.ari.AriClient#setVariables}
     */
    List<Map.Entry<String, String>> variables() {
        return List.of(Map.entry("PBX_CALL", linkedId), Map.entry("PBX_NODE", node),
                Map.entry("PBX_ENTERED", enteredAt.toString()), Map.entry("PBX_DIALLED", dialled));
    }
}

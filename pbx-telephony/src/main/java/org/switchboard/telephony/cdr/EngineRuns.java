package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells one run of Asterisk from the next by its unique ids, {@code <system name>-<second>.<count>}: the count begins anew with
 * each run, so a channel that was made later and has a lower count belongs to a later run.
 */
final class EngineRuns {

    private static final Pattern UNIQUE_ID = Pattern.compile("(?:(.*)-)?(\\d{9,11})\\.(\\d{1,9})");

    private final Map<String, UniqueId> latest = new HashMap<>();

    private record UniqueId(String system, long second, long count) {

        private static Optional<UniqueId> of(String text) {
            Matcher match = UNIQUE_ID.matcher(text);
            return match.matches()
                    ? Optional.of(new UniqueId(match.group(1) == null ? "" : match.group(1), Long.parseLong(match.group(2)),
                            Long.parseLong(match.group(3))))
                    : Optional.empty();
        }

        private boolean isOfLaterRunThan(UniqueId other) {
            return system.equals(other.system) && second > other.second && count <= other.count;
        }
    }

    /**
     * Looks at an event.
     *
     * @param event the event
     * @return whether it is the first that was seen of a new run
     */
    boolean isNewRun(ChannelEvent event) {
        if (event.type() != ChannelEventType.CHAN_START) {
            return false;
        }
        return UniqueId.of(event.uniqueId()).map(id -> {
            UniqueId before = latest.get(id.system());
            if (before == null || id.count() > before.count() || id.isOfLaterRunThan(before)) {
                latest.put(id.system(), id);
            }
            return before == null || id.isOfLaterRunThan(before);
        }).orElse(false);
    }

    /**
     * Whether a call is of a run before the one that an event is of.
     *
     * @param linkedId the call
     * @param event    the first event of a new run
     * @return true when the call can have no further events
     */
    boolean isOfEarlierRun(String linkedId, ChannelEvent event) {
        Optional<UniqueId> call = UniqueId.of(linkedId);
        Optional<UniqueId> first = UniqueId.of(event.uniqueId());
        return call.isPresent() && first.isPresent() && first.get().isOfLaterRunThan(call.get());
    }

    /**
     * Whether a call began before a moment.
     *
     * @param linkedId the call
     * @param moment   the moment
     * @return true when its linked id tells an earlier second
     */
    static boolean isBefore(String linkedId, Instant moment) {
        return UniqueId.of(linkedId).map(id -> id.second() < moment.getEpochSecond()).orElse(false);
    }
}

package org.switchboard.telephony.forwarding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.extension.Extension;

/**
 * Where an extension's calls go.
 *
 * @param extension the extension
 * @param ways      where calls are forwarded; those that are not are missing
 * @param loop      what a call comes by on its way back to the extension without anybody being asked; empty when it does not
 */
public record Forwarding(Extension extension, Map<ForwardWhen, Destination> ways, List<Destination> loop) {

    /** Keeps unchangeable copies. */
    public Forwarding {
        ways = Map.copyOf(ways);
        loop = List.copyOf(loop);
    }

    /**
     * Where calls go, by the name that forms and the API have for it.
     *
     * @return those that are forwarded
     */
    public Map<String, Destination> byField() {
        return ways.entrySet().stream().collect(Collectors.toMap(way -> way.getKey().field(), Map.Entry::getValue));
    }

    /**
     * Whether anything is different for callers from outside.
     *
     * @return true when it is
     */
    public boolean differsOutside() {
        return ways.keySet().stream().anyMatch(when -> when.compareTo(ForwardWhen.OUTSIDE_ALWAYS) >= 0);
    }

    /**
     * The same as it can be edited.
     *
     * @return a draft
     */
    public ForwardingDraft draft() {
        Map<ForwardWhen, DestinationDraft> drafts = new EnumMap<>(ForwardWhen.class);
        ways.forEach((when, to) -> drafts.put(when, to.draft()));
        return ForwardingDraft.of(drafts);
    }
}

package org.switchboard.telephony.flow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a node of a company's graph in a way that outlives this process: it is kept on the channel.
 *
 * @param kind the kind of node, such as {@code extension}
 * @param name which one of its kind, such as the extension's number; letters, digits and underscores
 */
public record NodeRef(String kind, String name) {

    private static final Pattern FORM = Pattern.compile("([a-z_]{1,30})/([A-Za-z0-9_]{1,40})");

    /** Checks the alphabet. */
    public NodeRef {
        if (!FORM.matcher(kind + "/" + name).matches()) {
            throw new IllegalArgumentException("not a node: " + kind + "/" + name);
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @param text any text
     * @return empty when it is no node's name
     */
    public static Optional<NodeRef> parse(String text) {
        return Optional.of(FORM.matcher(text)).filter(Matcher::matches).map(form -> new NodeRef(form.group(1), form.group(2)));
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}

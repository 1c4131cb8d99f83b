package org.switchboard.web.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A graph as a page shows it: drawn, and the same as a list.
 *
 * @param name   of the thing that it begins at
 * @param width  of the drawing
 * @param height of the drawing
 * @param boxes  the things, in reading order
 * @param lines  the ways between them
 * @param list   the same as a list, from the start
 * @param most   how many things are drawn at most; 0 when all are
 */
public record Picture(String name, int width, int height, List<Box> boxes, List<Drawing.Line> lines, Branch list, int most) {

    private static final int MOST_WIDTH = 1100;
    // Widths of letters in the drawing's font, near enough to know what fits: syllables and ideographs are twice as wide.
    private static final int NAME_ROOM = 21;
    private static final int ROW_ROOM = 29;

    /**
     * A thing in the drawing.
     *
     * @param kind   its kind, a key of {@code way.kind}
     * @param icon   what stands for it
     * @param name   what people read of it
     * @param fitted the same, cut to fit
     * @param path   its page; null for none
     * @param now    whether a call that comes now can come to it
     * @param x      its left side
     * @param y      its top
     * @param height its height
     * @param rows   its ways out
     */
    public record Box(String kind, String icon, String name, String fitted, String path, boolean now, int x, int y, int height, List<Row> rows) {
    }

    /**
     * A way out in the drawing.
     *
     * @param words  which, in words
     * @param ends   how the call ends, in words; null when it leads on
     * @param chosen whether the time of day or a setting has chosen it now
     * @param now    whether a call that comes now can take it
     * @param y      where its words stand
     */
    public record Row(String words, String ends, boolean chosen, boolean now, int y) {
    }

    /**
     * A thing in the list.
     *
     * @param exit   by which way it is come to, in words; null for the start
     * @param kind   its kind; null when the call ends there
     * @param icon   what stands for it
     * @param name   what people read of it
     * @param path   its page; null for none
     * @param chosen whether the time of day or a setting has chosen this way now
     * @param now    whether a call that comes now can come here by this way
     * @param seen   whether it stood in the list before, with what follows
     * @param then   what follows
     */
    public record Branch(String exit, String kind, String icon, String name, String path, boolean chosen, boolean now, boolean seen, List<Branch> then) {
    }

    /**
     * Whether a page can show it whole without letters becoming too small; else it is looked at piece by piece.
     *
     * @return true when it may be made smaller to fit
     */
    public boolean fits() {
        return width <= MOST_WIDTH;
    }

    static Picture of(FlowGraph graph, Function<String, String> rowWords, Function<String, String> exitWords, Function<String, String> endWords) {
        var drawing = Drawing.of(graph);
        var boxes = drawing.boxes().stream().map(box -> box(box, rowWords, endWords)).toList();
        var start = graph.nodes().getFirst();
        var list = new Lister(graph, exitWords, endWords).branch(null, start, false, true, new HashSet<>());
        return new Picture(start.name(), drawing.width(), drawing.height(), boxes, drawing.lines(), list, graph.cut() ? FlowReader.MOST_NODES : 0);
    }

    private static Box box(Drawing.Box box, Function<String, String> exitWords, Function<String, String> endWords) {
        var node = box.node();
        var rows = new ArrayList<Row>();
        for (var exit : node.exits()) {
            var ends = exit.to() == null ? endWords.apply(exit.hangup()) : null;
            var words = exitWords.apply(exit.exit());
            var room = ROW_ROOM - (ends == null ? 0 : Math.min(letters(ends), ROW_ROOM / 2) + 2);
            rows.add(new Row(fitted(words, room), ends == null ? null : fitted(ends, ROW_ROOM / 2), exit.chosen(), exit.now(),
                    box.y() + Drawing.HEAD + 3 + Drawing.ROW * rows.size() + 16));
        }
        return new Box(node.kind(), Way.icon(node.kind()), node.name(), fitted(node.name(), NAME_ROOM), node.path(), node.now(), box.x(), box.y(),
                box.height(), List.copyOf(rows));
    }

    /** Cut to what fits, by the letters' widths. */
    static String fitted(String text, int room) {
        if (letters(text) <= room) {
            return text;
        }
        var fitted = new StringBuilder();
        text.codePoints().takeWhile(letter -> letters(fitted + Character.toString(letter)) < room).forEach(fitted::appendCodePoint);
        return fitted.toString().strip() + "…";
    }

    private static int letters(String text) {
        return text.codePoints().map(letter -> Character.isIdeographic(letter)
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL ? 2 : 1).sum();
    }

    /** Makes the list: each thing with what follows where it comes first, and by its name where it comes again. */
    private record Lister(FlowGraph graph, Function<String, String> exitWords, Function<String, String> endWords) {

        Branch branch(String exit, FlowGraph.Node node, boolean chosen, boolean now, Set<String> seen) {
            var again = !seen.add(node.key());
            var then = again ? List.<Branch>of() : node.exits().stream().map(one -> branch(one, seen)).toList();
            return new Branch(exit, node.kind(), Way.icon(node.kind()), node.name(), node.path(), chosen, now, again, then);
        }

        private Branch branch(FlowGraph.Exit exit, Set<String> seen) {
            var words = exitWords.apply(exit.exit());
            return exit.to() == null
                    ? new Branch(words, null, Way.icon("hangup"), endWords.apply(exit.hangup()), null, exit.chosen(), exit.now(), false, List.of())
                    : branch(words, graph.node(exit.to()), exit.chosen(), exit.now(), seen);
        }
    }
}

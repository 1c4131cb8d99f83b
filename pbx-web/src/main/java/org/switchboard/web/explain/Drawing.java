package org.switchboard.web.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A graph with places for everything, in pixels.
 *
 * @param width  of the whole
 * @param height of the whole
 * @param boxes  the nodes, in reading order: from left to right, each layer from top to bottom
 * @param lines  the edges
 */
record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {

    /** Width of a box. */
    static final int WIDTH = 204;
    /** Height of a box's head: kind and name. */
    static final int HEAD = 46;
    /** Height of a row. */
    static final int ROW = 24;

    private static final int GAP = 54;
    private static final int SPACE = 20;
    private static final int PASSING = 10;
    private static final int MARGIN = 12;
    private static final int LANE = 14;
    private static final int SETTLINGS = 10;

    /**
     * A node with its place.
     *
     * @param node   the node
     * @param x      its left side
     * @param y      its top
     * @param height its height
     */
    record Box(FlowGraph.Node node, int x, int y, int height) {
    }

    /**
     * An edge with its way.
     *
     * @param path the way, as SVG's path data
     * @param x    where its tip is
     * @param y    where its tip is
     * @param now  whether a call that comes now can take it
     * @param back whether it leads back
     */
    record Line(String path, int x, int y, boolean now, boolean back) {
    }

    static Drawing of(FlowGraph graph) {
        return new Pen(new FlowLayers(graph), graph).draw();
    }

    /** Finds places: first one under the other, then each towards its neighbours, as far as the order and the room allow. */
    private static final class Pen {

        private final FlowLayers layers;
        private final FlowGraph graph;
        private final Map<String, Double> tops = new HashMap<>();
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<String, FlowLayers.Item> byKey = new HashMap<>();
        private final Map<String, List<FlowLayers.Link>> left;
        private final Map<String, List<FlowLayers.Link>> right;

        Pen(FlowLayers layers, FlowGraph graph) {
            this.layers = layers;
            this.graph = graph;
            this.left = layers.links().stream().collect(Collectors.groupingBy(FlowLayers.Link::to));
            this.right = layers.links().stream().collect(Collectors.groupingBy(FlowLayers.Link::from));
        }

        Drawing draw() {
            stack();
            for (var i = 0; i < SETTLINGS; i++) {
                settle(i % 2 == 0);
            }
            var lift = MARGIN + LANE * layers.back().size() - tops.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
            tops.replaceAll((_, top) -> top + lift);
            var boxes = layers.layers().stream().flatMap(List::stream).filter(item -> item.node() != null)
                    .map(item -> new Box(item.node(), x(item.key()), y(item.key()), height(item))).toList();
            var bottom = boxes.stream().mapToInt(box -> box.y() + box.height()).max().orElse(0);
            var width = layers.layers().size() * (WIDTH + GAP) - GAP + 2 * MARGIN + (layers.back().isEmpty() ? 0 : GAP);
            return new Drawing(width, bottom + MARGIN, boxes, lines());
        }

        private void stack() {
            for (var column = 0; column < layers.layers().size(); column++) {
                var y = 0.0;
                for (var item : layers.layers().get(column)) {
                    columns.put(item.key(), column);
                    byKey.put(item.key(), item);
                    tops.put(item.key(), y);
                    y += height(item) + SPACE;
                }
            }
        }

        private void settle(boolean forward) {
            for (var i = 0; i < layers.layers().size(); i++) {
                var items = layers.layers().get(forward ? i : layers.layers().size() - 1 - i);
                var wanted = new ArrayList<Double>();
                items.forEach(item -> wanted.add(wanted(item, forward).orElse(tops.get(item.key()))));
                place(items, wanted);
            }
        }

        /** Where its edges would be straight. */
        private OptionalDouble wanted(FlowLayers.Item item, boolean forward) {
            return (forward ? left : right).getOrDefault(item.key(), List.of()).stream()
                    .mapToDouble(link -> forward ? out(link) - in(item) : tops.get(link.to()) + in(byKey.get(link.to())) - (out(link) - tops.get(item.key())))
                    .average();
        }

        /** Items that want the same place form a block, which stands where its members want on average. */
        private void place(List<FlowLayers.Item> items, List<Double> wanted) {
            var starts = new ArrayList<Integer>();
            var blocks = new ArrayList<Double>();
            for (var i = 0; i < items.size(); i++) {
                starts.add(i);
                blocks.add(wanted.get(i));
                while (blocks.size() > 1 && blocks.getLast() < blocks.get(blocks.size() - 2)
                        + length(items, starts.get(starts.size() - 2), starts.getLast())) {
                    starts.removeLast();
                    blocks.removeLast();
                    blocks.set(blocks.size() - 1, mean(items, wanted, starts.getLast(), i + 1));
                }
            }
            for (var b = 0; b < blocks.size(); b++) {
                var y = blocks.get(b);
                var end = b + 1 < starts.size() ? starts.get(b + 1) : items.size();
                for (var i = (int) starts.get(b); i < end; i++) {
                    tops.put(items.get(i).key(), y);
                    y += height(items.get(i)) + SPACE;
                }
            }
        }

        private double length(List<FlowLayers.Item> items, int from, int to) {
            return items.subList(from, to).stream().mapToDouble(item -> height(item) + SPACE).sum();
        }

        private double mean(List<FlowLayers.Item> items, List<Double> wanted, int from, int to) {
            var sum = 0.0;
            for (var i = from; i < to; i++) {
                sum += wanted.get(i) - length(items, from, i);
            }
            return sum / (to - from);
        }

        private static int height(FlowLayers.Item item) {
            return item.node() == null ? PASSING : HEAD + ROW * item.node().exits().size() + (item.node().exits().isEmpty() ? 0 : 6);
        }

        private static double in(FlowLayers.Item item) {
            return item.node() == null ? PASSING / 2.0 : HEAD / 2.0;
        }

        private double out(FlowLayers.Link link) {
            return link.from().equals(link.edge().from()) ? out(link.edge()) : tops.get(link.from()) + PASSING / 2.0;
        }

        private double out(FlowLayers.Edge edge) {
            var exits = graph.node(edge.from()).exits();
            var row = 0;
            while (!exits.get(row).exit().equals(edge.exit())) {
                row++;
            }
            return tops.get(edge.from()) + HEAD + 3 + ROW * (row + 0.5);
        }

        private int x(String key) {
            return MARGIN + columns.get(key) * (WIDTH + GAP) + (layers.back().isEmpty() ? 0 : GAP / 2);
        }

        private int y(String key) {
            return (int) Math.round(tops.get(key));
        }

        private List<Line> lines() {
            var lines = new ArrayList<Line>();
            var ways = new HashMap<FlowLayers.Edge, StringBuilder>();
            for (var link : layers.links()) {
                var way = ways.computeIfAbsent(link.edge(), edge -> new StringBuilder(move(x(edge.from()) + WIDTH, out(edge))));
                var x1 = x(link.from()) + WIDTH;
                var x2 = x(link.to());
                var y2 = tops.get(link.to()) + in(byKey.get(link.to()));
                way.append(curve(x1 + GAP / 2, out(link), x2 - GAP / 2, y2, x2, y2));
                if (link.to().equals(link.edge().to())) {
                    lines.add(new Line(way.toString(), x2, (int) Math.round(y2), isNow(link.edge()), false));
                } else {
                    way.append(line(x2 + WIDTH, y2));
                }
            }
            var lane = 0;
            for (var edge : new HashSet<>(layers.back())) {
                lines.add(back(edge, MARGIN + LANE * lane++));
            }
            return lines;
        }

        /** Over everything and down again, between the layers. */
        private Line back(FlowLayers.Edge edge, int lane) {
            var x1 = x(edge.from()) + WIDTH;
            var x2 = x(edge.to());
            var y2 = tops.get(edge.to()) + HEAD / 2.0;
            var way = move(x1, out(edge)) + curve(x1 + GAP / 2, out(edge), x1 + GAP / 2, lane, x1, lane) + line(x2, lane)
                    + curve(x2 - GAP / 2, lane, x2 - GAP / 2, y2, x2, y2);
            return new Line(way, x2, (int) Math.round(y2), isNow(edge), true);
        }

        private boolean isNow(FlowLayers.Edge edge) {
            return graph.node(edge.from()).exits().stream().anyMatch(exit -> exit.exit().equals(edge.exit()) && exit.now());
        }

        private static String move(double x, double y) {
            return String.format(Locale.ROOT, "M%.0f %.1f", x, y);
        }

        private static String line(double x, double y) {
            return String.format(Locale.ROOT, "L%.0f %.1f", x, y);
        }

        private static String curve(double x1, double y1, double x2, double y2, double x3, double y3) {
            return String.format(Locale.ROOT, "C%.0f %.1f %.0f %.1f %.0f %.1f", x1, y1, x2, y2, x3, y3);
        }
    }
}

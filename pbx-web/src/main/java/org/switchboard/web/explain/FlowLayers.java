package org.switchboard.web.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a graph's nodes into layers from left to right, so that edges lead to the right (after Sugiyama, Tagawa and Toda, 1981):
 * edges that close a circle are taken aside, each node stands behind all that lead to it, an edge over several layers gets a
 * place of its own in each, and layers are sorted by where their neighbours stand, until fewer crossings are not found.
 */
final class FlowLayers {

    private static final int SWEEPS = 12;

    private final FlowGraph graph;
    private final Set<Edge> back = new HashSet<>();
    private final Map<String, Integer> layer = new HashMap<>();
    private final List<List<Item>> layers = new ArrayList<>();
    /** The pieces by the layer at their left. */
    private final List<List<Link>> links = new ArrayList<>();

    /**
     * An edge of the graph.
     *
     * @param from node that it leaves
     * @param exit by which way out
     * @param to   node that it leads to
     */
    record Edge(String from, String exit, String to) {
    }

    /**
     * What takes a place in a layer.
     *
     * @param key  the node's key, or one of a passing edge's own
     * @param node the node; null for an edge that passes
     */
    record Item(String key, FlowGraph.Node node) {
    }

    /**
     * A piece of an edge between two neighbouring layers.
     *
     * @param edge which edge
     * @param from key of the item at its left
     * @param to   key of the item at its right
     * @param port how far down in its box the edge begins, from 0 to less than 1: boxes have a row for each way out
     */
    record Link(Edge edge, String from, String to, double port) {
    }

    FlowLayers(FlowGraph graph) {
        this.graph = graph;
        findCircles(graph.nodes().getFirst().key(), new HashSet<>(), new HashSet<>());
        graph.nodes().forEach(node -> depth(node.key()));
        fill();
        sort();
    }

    /** The layers from left to right, their items from top to bottom. */
    List<List<Item>> layers() {
        return layers;
    }

    /** The pieces of all edges that lead to the right. */
    List<Link> links() {
        return links.stream().flatMap(List::stream).toList();
    }

    /** The edges that lead back. */
    Set<Edge> back() {
        return back;
    }

    static List<Edge> edges(FlowGraph.Node node) {
        return node.exits().stream().filter(exit -> exit.to() != null).map(exit -> new Edge(node.key(), exit.exit(), exit.to())).toList();
    }

    private void findCircles(String key, Set<String> onTheWay, Set<String> done) {
        onTheWay.add(key);
        for (var edge : edges(graph.node(key))) {
            if (onTheWay.contains(edge.to())) {
                back.add(edge);
            } else if (!done.contains(edge.to())) {
                findCircles(edge.to(), onTheWay, done);
            }
        }
        onTheWay.remove(key);
        done.add(key);
    }

    /** One more than the deepest of those that lead here. */
    private int depth(String key) {
        var known = layer.get(key);
        if (known != null) {
            return known;
        }
        var depth = graph.nodes().stream().flatMap(node -> edges(node).stream())
                .filter(edge -> edge.to().equals(key) && !back.contains(edge)).mapToInt(edge -> depth(edge.from()) + 1).max().orElse(0);
        layer.put(key, depth);
        return depth;
    }

    private void fill() {
        var deepest = layer.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var i = 0; i <= deepest; i++) {
            layers.add(new ArrayList<>());
            links.add(new ArrayList<>());
        }
        graph.nodes().forEach(node -> layers.get(layer.get(node.key())).add(new Item(node.key(), node)));
        for (var node : graph.nodes()) {
            for (var edge : edges(node)) {
                if (!back.contains(edge)) {
                    lay(edge);
                }
            }
        }
    }

    private void lay(Edge edge) {
        var from = edge.from();
        var port = port(edge);
        for (var i = layer.get(edge.from()) + 1; i < layer.get(edge.to()); i++) {
            var passing = new Item(edge.from() + " " + edge.exit() + " " + i, null);
            layers.get(i).add(passing);
            links.get(i - 1).add(new Link(edge, from, passing.key(), port));
            from = passing.key();
            port = 0;
        }
        links.get(layer.get(edge.to()) - 1).add(new Link(edge, from, edge.to(), port));
    }

    private void sort() {
        var best = copy();
        var fewest = crossings();
        for (var sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            var forward = sweep % 2 == 0;
            for (var i = 1; i < layers.size(); i++) {
                sort(forward ? i : layers.size() - 1 - i, forward);
            }
            var crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (var i = 0; i < layers.size(); i++) {
            layers.set(i, best.get(i));
        }
    }

    private List<List<Item>> copy() {
        return layers.stream().<List<Item>>map(ArrayList::new).toList();
    }

    /** Each item where its neighbours of the layer before (or behind) stand on average; without neighbours it stays. */
    private void sort(int index, boolean forward) {
        var neighbours = places(index + (forward ? -1 : 1));
        var means = links.get(forward ? index - 1 : index).stream().collect(Collectors.groupingBy(link -> forward ? link.to() : link.from(),
                Collectors.averagingDouble(link -> forward ? neighbours.get(link.from()) + link.port() : neighbours.get(link.to()))));
        var rank = new HashMap<String, Double>();
        var items = layers.get(index);
        for (var i = 0; i < items.size(); i++) {
            rank.put(items.get(i).key(), means.getOrDefault(items.get(i).key(), (double) i));
        }
        items.sort(Comparator.comparingDouble(item -> rank.get(item.key())));
    }

    private Map<String, Integer> places(int index) {
        var places = new LinkedHashMap<String, Integer>();
        layers.get(index).forEach(item -> places.put(item.key(), places.size()));
        return places;
    }

    private double port(Edge edge) {
        var exits = graph.node(edge.from()).exits();
        var row = 0;
        while (!exits.get(row).exit().equals(edge.exit())) {
            row++;
        }
        return row / (exits.size() + 1.0);
    }

    private int crossings() {
        var crossings = 0;
        for (var i = 0; i + 1 < layers.size(); i++) {
            var left = places(i);
            var right = places(i + 1);
            var sorted = links.get(i).stream().sorted(Comparator.comparingDouble(link -> left.get(link.from()) + link.port()))
                    .mapToInt(link -> right.get(link.to())).toArray();
            for (var one = 0; one < sorted.length; one++) {
                for (var other = one + 1; other < sorted.length; other++) {
                    crossings += sorted[one] > sorted[other] ? 1 : 0;
                }
            }
        }
        return crossings;
    }
}

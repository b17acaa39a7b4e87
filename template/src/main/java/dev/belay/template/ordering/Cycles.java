package dev.belay.template.ordering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Circles among things that need each other. */
public final class Cycles {

    private Cycles() {}

    private record Open<T>(T node, Iterator<T> needs) {}

    /**
     * The first circle that is met when walking from the top: each node needs the next, the last
     * one needs the first.
     */
    public static <T> Optional<List<T>> first(
            Collection<T> nodes, Function<T, ? extends Collection<T>> needs) {
        Set<T> finished = new HashSet<>();
        for (T start : nodes) {
            Optional<List<T>> found = from(start, needs, finished);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<List<T>> from(
            T start, Function<T, ? extends Collection<T>> needs, Set<T> finished) {
        if (finished.contains(start)) {
            return Optional.empty();
        }
        Deque<Open<T>> open = new ArrayDeque<>();
        LinkedHashSet<T> path = new LinkedHashSet<>();
        push(start, needs, open, path);
        while (!open.isEmpty()) {
            Open<T> top = open.peek();
            if (!top.needs().hasNext()) {
                finished.add(top.node());
                path.remove(top.node());
                open.pop();
                continue;
            }
            T next = top.needs().next();
            if (path.contains(next)) {
                List<T> circle = new ArrayList<>(path);
                return Optional.of(
                        List.copyOf(circle.subList(circle.indexOf(next), circle.size())));
            }
            if (!finished.contains(next)) {
                push(next, needs, open, path);
            }
        }
        return Optional.empty();
    }

    private static <T> void push(
            T node, Function<T, ? extends Collection<T>> needs, Deque<Open<T>> open, Set<T> path) {
        open.push(new Open<>(node, List.<T>copyOf(needs.apply(node)).iterator()));
        path.add(node);
    }
}

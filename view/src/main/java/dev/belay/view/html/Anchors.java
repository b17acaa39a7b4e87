package dev.belay.view.html;

import java.util.HashMap;
import java.util.Map;

/** Hands out ids of a page: {@code step-1}, {@code step-2}, {@code rollback-1} … */
final class Anchors {

    private final Map<String, Integer> used = new HashMap<>();

    String next(String kind) {
        return kind + "-" + used.merge(kind, 1, Integer::sum);
    }
}

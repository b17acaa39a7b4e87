package dev.belay.workflow.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant who wrote a word that means nothing. */
final class Nearest {

    private Nearest() {}

    /** "Did you mean 'x'?" if one of the words is near enough, else the other sentence. */
    static String hint(String word, Collection<String> words, String otherwise) {
        return of(word, words).map(near -> "Did you mean '" + near + "'?").orElse(otherwise);
    }

    /** The nearest word, if at most a third of the letters differ. */
    static Optional<String> of(String word, Collection<String> words) {
        Optional<String> nearest = Optional.empty();
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : words) {
            int distance = distance(folded(word), folded(candidate));
            if (distance < least) {
                least = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
    private static int distance(String one, String two) {
        int[][] cost = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(one, two, cost, i, j);
            }
        }
        return cost[one.length()][two.length()];
    }

    private static int step(String one, String two, int[][] cost, int i, int j) {
        boolean same = one.charAt(i - 1) == two.charAt(j - 1);
        int least = cost[i - 1][j - 1] + (same ? 0 : 1);
        least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == two.charAt(j - 2)
                        && one.charAt(i - 2) == two.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}

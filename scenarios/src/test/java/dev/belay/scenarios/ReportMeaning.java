package dev.belay.scenarios;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text conveys a meaning that is given in other words: three lines in a row hold most of
 * the words that carry it. A person has the last word; this finds texts that do not speak of it at
 * all.
 */
final class ReportMeaning {

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Set<String> EMPTY =
            Set.of(
                    "the", "and", "that", "this", "what", "which", "with", "was", "were", "are",
                    "has", "have", "had", "not", "for", "from", "its", "but", "been", "will",
                    "would", "could", "can", "cannot", "may", "must", "should", "before", "after",
                    "because", "than", "then", "there", "when", "who", "did", "does", "being",
                    "one", "any", "some", "into", "only", "also", "still", "makes");
    private static final int STEM = 5;
    private static final int LINES = 3;

    private ReportMeaning() {}

    static boolean conveyed(String meaning, String printed) {
        Set<String> wanted = stems(meaning);
        List<String> lines = printed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Set<String> said =
                    stems(String.join(" ", lines.subList(i, Math.min(lines.size(), i + LINES))));
            long found = wanted.stream().filter(said::contains).count();
            if (3 * found >= 2L * wanted.size()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        for (Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT)); word.find(); ) {
            if (!EMPTY.contains(word.group())) {
                stems.add(word.group().substring(0, Math.min(STEM, word.group().length())));
            }
        }
        return stems;
    }
}

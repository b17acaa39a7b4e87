package dev.belay.emulator.export;

import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code options} of an export, a list parted by commas. Evidence: documented (REST reference
 * of {@code exportTemplate}); {@code SkipAllParameterization} recorded.
 *
 * @param defaultValues parameters get the values they stand for as defaults
 * @param comments resources say what they were made from
 * @param names names of resources become parameters
 * @param externalIds ids of what is not exported become parameters
 */
public record ExportOptions(
        boolean defaultValues, boolean comments, boolean names, boolean externalIds) {

    /** Words that are not known are passed over: inferred. */
    public static ExportOptions of(String options) {
        Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String word : options.split(",", -1)) {
            words.add(word.strip());
        }
        boolean literal = words.contains("SkipAllParameterization");
        return new ExportOptions(
                words.contains("IncludeParameterDefaultValue"),
                words.contains("IncludeComments"),
                !literal && !words.contains("SkipResourceNameParameterization"),
                !literal);
    }
}

package dev.belay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

/** Holds all source files of the repository to the budgets and manners of the house. */
class FilesTest {

    private static final House HOUSE = House.here();
    private static final List<Source> SOURCES = HOUSE.sources();
    private static final List<Parsed> PARSED = Parsed.all(SOURCES);
    private static final List<Parsed> TESTS =
            PARSED.stream().filter(file -> file.source().isTest()).toList();

    @Test
    void every_source_was_read() {
        assertThat(SOURCES).isNotEmpty();
        assertThat(PARSED).hasSameSizeAs(SOURCES);
    }

    @Test
    void no_file_is_longer_than_300_lines() {
        assertThat(SourceRules.shortFiles(SOURCES)).isEmpty();
    }

    @Test
    void no_method_is_longer_than_60_lines() {
        assertThat(SourceRules.shortMethods(PARSED)).isEmpty();
    }

    @Test
    void every_note_of_work_to_do_names_its_issue() {
        assertThat(SourceRules.noOpenEnds(SOURCES)).isEmpty();
    }

    @Test
    void no_import_has_a_wildcard() {
        assertThat(SourceRules.noWildcardImports(PARSED)).isEmpty();
    }

    @Test
    void no_test_sleeps() {
        assertThat(SourceRules.testsDoNotSleep(TESTS)).isEmpty();
    }

    @Test
    void every_skipped_test_says_why() {
        assertThat(SourceRules.skippedTestsSayWhy(TESTS)).isEmpty();
    }

    @Test
    void every_test_that_the_invariants_name_exists() {
        String invariants = House.text(HOUSE.root().resolve("INVARIANTS.md"));
        List<String> files = SOURCES.stream().map(Source::name).toList();

        var named =
                Pattern.compile("`(\\w+Test)`")
                        .matcher(invariants)
                        .results()
                        .map(match -> match.group(1))
                        .distinct();

        assertThat(named)
                .isNotEmpty()
                .allMatch(test -> files.stream().anyMatch(file -> file.endsWith(test + ".java")));
    }
}

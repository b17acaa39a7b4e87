package dev.belay.template.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.expression.ExpressionPrinter;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parser and the printer against all expressions of real templates. */
class ArchiveExpressionsTest {

    /** Distinct texts in brackets that are no expressions: regular expressions, samples, typos. */
    private static final int KNOWN_INVALID = 6;

    @Test
    void every_expression_of_the_archive_parses_but_the_known_invalid_ones() throws IOException {
        Set<String> expressions = TemplateArchive.read().distinct();

        List<String> invalid = new ArrayList<>();
        for (String expression : expressions) {
            try {
                ExpressionParser.parse(expression);
            } catch (TemplateFault fault) {
                invalid.add(fault.diagnostic().message());
            }
        }

        assertThat(expressions).hasSizeGreaterThan(20_000);
        assertThat(invalid).hasSizeLessThanOrEqualTo(KNOWN_INVALID);
    }

    @Test
    void what_is_printed_parses_to_the_same_tree() throws IOException {
        List<String> changed = new ArrayList<>();

        for (String expression : TemplateArchive.read().distinct()) {
            try {
                Expression tree = ExpressionParser.parse(expression);
                String printed = ExpressionPrinter.print(tree);
                if (!ExpressionParser.parse(printed).equals(tree)) {
                    changed.add(expression + " -> " + printed);
                }
            } catch (TemplateFault invalid) {
                assertThat(invalid.diagnostic().message()).contains(expression);
            }
        }

        assertThat(changed).isEmpty();
    }
}

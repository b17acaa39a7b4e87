package dev.belay.template.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionParser;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which functions real templates need, and that we have them. */
class MostUsedFunctionsTest {

    private static final Path KEPT = Path.of("src/test/golden/most-used-functions.txt");

    private static final double SHARE = 0.95;

    @Test
    void the_functions_that_95_percent_of_real_templates_need_are_all_here() throws IOException {
        Collection<Set<String>> templates = functionsOfTemplates();

        List<String> needed = smallestPrefix(templates);

        assertThat(needed).allSatisfy(name -> assertThat(Functions.find(name)).isPresent());
        String list = String.join("\n", needed) + "\n";
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(KEPT, list);
        }
        assertThat(KEPT).hasContent(list);
    }

    @Test
    void every_function_of_the_archive_is_here_but_in_templates_that_are_wrong()
            throws IOException {
        Set<String> unknown = new HashSet<>();

        for (Set<String> functions : functionsOfTemplates()) {
            functions.stream().filter(name -> Functions.find(name).isEmpty()).forEach(unknown::add);
        }

        assertThat(unknown).isSubsetOf(Set.of("like", "mylistudf", "variable", "distinct"));
    }

    private static Collection<Set<String>> functionsOfTemplates() throws IOException {
        List<Set<String>> templates = new ArrayList<>();
        for (Set<String> expressions : TemplateArchive.read().expressions().values()) {
            Set<String> functions = new HashSet<>();
            for (String expression : expressions) {
                try {
                    collect(ExpressionParser.parse(expression), functions);
                } catch (TemplateFault invalid) {
                    assertThat(invalid.diagnostic().message()).contains(expression);
                }
            }
            templates.add(functions);
        }
        return templates;
    }

    /** The most used functions, by number of templates, as many as the share of them needs. */
    private static List<String> smallestPrefix(Collection<Set<String>> templates) {
        Map<String, Integer> uses = new HashMap<>();
        templates.forEach(each -> each.forEach(name -> uses.merge(name, 1, Integer::sum)));
        List<String> byUse =
                uses.keySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (String name) -> -uses.getOrDefault(name, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        Set<String> prefix = new HashSet<>();
        for (int at = 0; at < byUse.size(); at++) {
            prefix.add(byUse.get(at));
            long covered = templates.stream().filter(prefix::containsAll).count();
            if (covered >= SHARE * templates.size()) {
                return byUse.subList(0, at + 1);
            }
        }
        return byUse;
    }

    private static void collect(Expression expression, Set<String> functions) {
        switch (expression) {
            case StringLiteral _, IntegerLiteral _, Carried _ -> {}
            case Property(var base, _) -> collect(base, functions);
            case Index(var base, var index) -> {
                collect(base, functions);
                collect(index, functions);
            }
            case Call(var name, var arguments) -> {
                if (name.indexOf('.') < 0) {
                    functions.add(name.toLowerCase(Locale.ROOT));
                }
                arguments.forEach(argument -> collect(argument, functions));
            }
        }
    }
}

package dev.belay.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Rules about source texts. Each returns one text per breach, sorted; none is good. */
final class SourceRules {

    static final int LINES_OF_A_FILE = 300;
    static final int LINES_OF_A_METHOD = 60;

    private static final Pattern OPEN_END =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b(?!\\s*\\(?#\\d+)");
    private static final Set<String> SLEEPS = Set.of("sleep", "parkNanos", "parkUntil");

    private SourceRules() {}

    static Set<String> shortFiles(List<Source> sources) {
        var broken = new TreeSet<String>();
        for (Source source : sources) {
            long lines = source.text().lines().count();
            if (lines > LINES_OF_A_FILE) {
                broken.add(source.name() + " has " + lines + " lines");
            }
        }
        return broken;
    }

    static Set<String> noOpenEnds(List<Source> sources) {
        var broken = new TreeSet<String>();
        for (Source source : sources) {
            if (OPEN_END.matcher(source.text()).find()) {
                broken.add(source.name() + " holds a note of work to do without an issue number");
            }
        }
        return broken;
    }

    static Set<String> shortMethods(List<Parsed> files) {
        var broken = new TreeSet<String>();
        each(
                files,
                MethodTree.class,
                (file, method) -> {
                    long lines = file.lines(method);
                    if (lines > LINES_OF_A_METHOD) {
                        broken.add(
                                at(file, method) + method.getName() + " has " + lines + " lines");
                    }
                });
        return broken;
    }

    static Set<String> noWildcardImports(List<Parsed> files) {
        var broken = new TreeSet<String>();
        for (Parsed file : files) {
            for (ImportTree each : file.tree().getImports()) {
                if (each.getQualifiedIdentifier().toString().endsWith(".*")) {
                    broken.add(at(file, each) + each.toString().strip());
                }
            }
        }
        return broken;
    }

    static Set<String> testsDoNotSleep(List<Parsed> files) {
        var broken = new TreeSet<String>();
        each(
                files,
                MethodInvocationTree.class,
                (file, call) -> {
                    if (SLEEPS.contains(methodName(call))) {
                        broken.add(at(file, call) + call + " waits in real time");
                    }
                });
        return broken;
    }

    static Set<String> skippedTestsSayWhy(List<Parsed> files) {
        var broken = new TreeSet<String>();
        each(
                files,
                MethodInvocationTree.class,
                (file, call) -> {
                    if (isSilentAssumption(call)) {
                        broken.add(at(file, call) + call + " skips without a reason");
                    }
                });
        each(
                files,
                AnnotationTree.class,
                (file, each) -> {
                    boolean disabled = each.getAnnotationType().toString().endsWith("Disabled");
                    if (disabled && each.getArguments().isEmpty()) {
                        broken.add(at(file, each) + "disabled without a reason");
                    }
                });
        return broken;
    }

    private static boolean isSilentAssumption(MethodInvocationTree call) {
        int arguments = call.getArguments().size();
        return switch (methodName(call)) {
            case "assumeTrue", "assumeFalse" -> arguments < 2;
            case "abort" -> arguments == 0;
            default -> false;
        };
    }

    private static <T extends Tree> void each(
            List<Parsed> files, Class<T> kind, BiConsumer<Parsed, T> visitor) {
        for (Parsed file : files) {
            var scanner =
                    new TreeScanner<@Nullable Object, @Nullable Object>() {
                        @Override
                        public @Nullable Object scan(@Nullable Tree node, @Nullable Object none) {
                            if (kind.isInstance(node)) {
                                visitor.accept(file, kind.cast(node));
                            }
                            return super.scan(node, none);
                        }
                    };
            scanner.scan(file.tree(), null);
        }
    }

    private static String methodName(MethodInvocationTree call) {
        String select = call.getMethodSelect().toString();
        return select.substring(select.lastIndexOf('.') + 1);
    }

    private static String at(Parsed file, Tree node) {
        return file.source().name() + ":" + file.line(node) + ": ";
    }
}

package dev.belay.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This repository as the rules see it: its modules, sources and door plates. */
record House(Path root, List<Module> modules) {

    /** One module of the root POM. */
    record Module(String name, Path folder) {

        Path classes() {
            return folder.resolve("target/classes");
        }

        Path main() {
            return folder.resolve("src/main/java");
        }
    }

    /** Classes and texts that break rules on purpose. */
    static final String FIXTURES = "dev.belay.rules.fixture";

    private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");

    /** The checkout that the running test stands in. */
    static House here() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path pom = at.resolve("pom.xml");
            if (Files.isRegularFile(pom) && text(pom).contains("<modules>")) {
                return of(at, text(pom));
            }
        }
        throw new IllegalStateException("There is no POM with modules above the working directory");
    }

    private static House of(Path root, String pom) {
        var modules = new ArrayList<Module>();
        MODULE.matcher(pom)
                .results()
                .map(match -> match.group(1))
                .forEach(name -> modules.add(new Module(name, root.resolve(name))));
        return new House(root, List.copyOf(modules));
    }

    /** All Java files of the repository but the fixtures. */
    List<Source> sources() {
        var sources = new ArrayList<Source>();
        for (Path top : roots()) {
            for (Path file : javaFiles(top)) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.contains(FIXTURES.replace('.', '/'))) {
                    sources.add(new Source(name, text(file)));
                }
            }
        }
        return List.copyOf(sources);
    }

    private List<Path> roots() {
        var roots = new ArrayList<Path>();
        roots.add(root.resolve("build"));
        modules.forEach(module -> roots.add(module.folder().resolve("src")));
        return roots;
    }

    /** Package name to the text of its package-info, for every package with a main source. */
    Map<String, String> plateTexts() {
        var texts = new TreeMap<String, String>();
        for (Module module : modules) {
            for (Path file : javaFiles(module.main())) {
                Path folder = file.resolveSibling("package-info.java");
                String name = module.main().relativize(file.resolveSibling("")).toString();
                texts.put(
                        name.replace('/', '.').replace('\\', '.'),
                        Files.isRegularFile(folder) ? text(folder) : "");
            }
        }
        return texts;
    }

    private static List<Path> javaFiles(Path top) {
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

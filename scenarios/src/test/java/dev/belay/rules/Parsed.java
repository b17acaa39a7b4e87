package dev.belay.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source with its syntax tree, as javac reads it. */
record Parsed(Source source, CompilationUnitTree tree, SourcePositions positions) {

    /** Parses all sources in one run of javac; nothing is resolved. */
    static List<Parsed> all(List<Source> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        var files = new ArrayList<JavaFileObject>();
        Map<URI, Source> byUri = new HashMap<>();
        for (Source source : sources) {
            var file = new InMemory(source);
            files.add(file);
            byUri.put(file.toUri(), source);
        }
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, List.of("-proc:none"), null, files);
        var parsed = new ArrayList<Parsed>();
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                Source source = byUri.get(tree.getSourceFile().toUri());
                if (source != null) {
                    parsed.add(new Parsed(source, tree, positions));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(parsed);
    }

    /** Number of lines from the first to the last character of a node. */
    long lines(Tree node) {
        var lines = tree.getLineMap();
        return lines.getLineNumber(positions.getEndPosition(tree, node)) - line(node) + 1;
    }

    long line(Tree node) {
        return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, node));
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        private InMemory(Source source) {
            super(URI.create("string:///" + source.name()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

/**
 * Checks or applies the format of all Java files of the repository, run once at the root by Maven
 * with the toolchain's java and google-java-format on the class path.
 *
 * <p>Arguments: {@code check|apply ROOT}. Digests of files once found well formatted are kept in
 * {@code target/formatted.txt}, so that a second run reads only what changed.
 */
final class Format {

    private final Path root;
    private final Path memory;

    private Format(Path root) {
        this.root = root;
        this.memory = root.resolve("target/formatted.txt");
    }

    public static void main(String[] args) throws Exception {
        var format = new Format(Path.of(args[1]).toAbsolutePath().normalize());
        System.exit(format.run(args[0].equals("apply")));
    }

    private int run(boolean apply) throws Exception {
        List<Path> all = javaFiles();
        Set<String> known =
                Files.exists(memory) ? new TreeSet<>(Files.readAllLines(memory)) : Set.of();
        var unknown = new ArrayList<Path>();
        for (Path file : all) {
            if (!known.contains(digest(file))) {
                unknown.add(file);
            }
        }
        if (!unknown.isEmpty() && format(unknown, apply) != 0) {
            System.err.println("The files named above are not formatted; apply the format with:");
            System.err.println("    mvn -B -ntp -N -Dformat initialize");
            return 1;
        }
        remember(all);
        System.out.printf("format: %d files, %d read anew%n", all.size(), unknown.size());
        return 0;
    }

    private static int format(List<Path> files, boolean apply) {
        var arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(
                apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        files.forEach(file -> arguments.add(file.toString()));
        PrintStream out = System.out;
        return ToolProvider.findFirst("google-java-format")
                .orElseThrow()
                .run(out, System.err, arguments.toArray(String[]::new));
    }

    private void remember(List<Path> files) throws Exception {
        var digests = new TreeSet<String>();
        for (Path file : files) {
            digests.add(digest(file));
        }
        Files.createDirectories(memory.getParent());
        Files.write(memory, digests);
    }

    private List<Path> javaFiles() throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        String name = dir.getFileName().toString();
                        boolean skip =
                                !dir.equals(root)
                                        && (name.equals("target") || name.startsWith("."));
                        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(null);
        return found;
    }

    private static String digest(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}

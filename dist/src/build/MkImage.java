import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the image of Belay: a trimmed Java, the jars, the launcher and an AOT cache. Run by Maven
 * with the toolchain's java.
 *
 * <p>Arguments: the folder of module dist, its target folder (holding {@code classpath.txt}), and
 * when the build began. Each image is a folder of its own, {@code target/images/N}; the link {@code
 * target/belay} moves to it in one step when it is whole, so that a start of Belay never meets half
 * an image. The image before it stays for those who are just starting it.
 */
final class MkImage {

    private static final String MODULES =
            "java.base,java.logging,java.management,java.naming,java.net.http,"
                    + "jdk.crypto.ec,jdk.unsupported,jdk.zipfs";

    private final Path dist;
    private final Path target;
    private final Instant began;

    private MkImage(Path dist, Path target, Instant began) {
        this.dist = dist;
        this.target = target;
        this.began = began;
    }

    public static void main(String[] args) throws Exception {
        Path dist = Path.of(args[0]).toAbsolutePath();
        Path target = Path.of(args[1]).toAbsolutePath();
        new MkImage(dist, target, Instant.parse(args[2])).make();
    }

    private void make() throws Exception {
        Path jre = jre();
        Path image = newFolder();
        link(jre, image.resolve("jre"));
        jars(image.resolve("lib"));
        Path launcher = image.resolve("bin/belay");
        Files.createDirectories(launcher.getParent());
        Files.copy(dist.resolve("src/main/bin/belay"), launcher);
        launcher.toFile().setExecutable(true, false);
        train(launcher, image.resolve("lib/belay.aot"));
        Run smoke = run(launcher, Map.of(), "--version");
        if (smoke.exit() != 0) {
            System.err.print(smoke.output());
            throw new IllegalStateException("'belay --version' exits " + smoke.exit());
        }
        Path stamp = Files.createFile(image.resolve(".built"));
        Files.setLastModifiedTime(stamp, FileTime.from(began));
        publish(image);
        System.out.printf("image: %d MB, %s", size(image) >> 20, smoke.output());
    }

    /**
     * The trimmed Java, kept until the JDK or the modules change, for it takes seconds. It is made
     * beside its place and put there in one step.
     */
    private Path jre() throws IOException {
        String from = System.getProperty("java.home") + " " + Runtime.version() + " " + MODULES;
        Path jre = target.resolve("jre-" + Integer.toHexString(from.hashCode()));
        if (Files.isDirectory(jre)) {
            return jre;
        }
        Path fresh = target.resolve(jre.getFileName() + "." + ProcessHandle.current().pid());
        List<String> options =
                List.of(
                        "--add-modules",
                        MODULES,
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-6",
                        "--generate-cds-archive",
                        "--output",
                        fresh.toString());
        int exit =
                ToolProvider.findFirst("jlink")
                        .orElseThrow()
                        .run(System.out, System.err, options.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("jlink exits " + exit);
        }
        try {
            Files.move(fresh, jre, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            // another build was quicker; the same Java stands there
            delete(fresh);
        }
        return jre;
    }

    /** The next number that is free; another build may be taking one at this moment. */
    private Path newFolder() throws IOException {
        Path images = Files.createDirectories(target.resolve("images"));
        for (int number = newest(images) + 1; ; number++) {
            try {
                return Files.createDirectory(images.resolve(Integer.toString(number)));
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
    }

    private static int newest(Path images) throws IOException {
        try (Stream<Path> folders = Files.list(images)) {
            return folders.mapToInt(MkImage::number).max().orElse(0);
        }
    }

    private static int number(Path image) {
        return Integer.parseInt(image.getFileName().toString());
    }

    /** Hard links where the file system has them: the trimmed Java is most of an image. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copy = to.resolve(from.relativize(each));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                    continue;
                }
                try {
                    Files.createLink(copy, each);
                } catch (IOException | UnsupportedOperationException noLinks) {
                    Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private void jars(Path lib) throws IOException {
        Files.createDirectories(lib);
        String classpath = Files.readString(target.resolve("classpath.txt")).strip();
        for (String jar : classpath.split(File.pathSeparator)) {
            Path from = Path.of(jar);
            Files.copy(from, lib.resolve(from.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Without a cache Belay starts in more time and works the same, so a failure is only told. */
    private void train(Path launcher, Path cache) throws Exception {
        Path example = dist.resolveSibling("examples").resolve("webshop");
        List<String> training =
                Files.isDirectory(example) ? List.of("try", example.toString()) : List.of("--help");
        Run run = run(launcher, Map.of("BELAY_AOT", "train"), training.toArray(String[]::new));
        if (run.exit() != 0 || !Files.exists(cache)) {
            Files.deleteIfExists(cache);
            System.out.println(run.output());
            System.out.printf(
                    "image: WITHOUT an AOT cache, because 'belay %s' exits %d (its output above)%n",
                    String.join(" ", training), run.exit());
        }
    }

    private void publish(Path image) throws IOException {
        Path link = target.resolve("belay");
        Path fresh = target.resolve("belay." + image.getFileName());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target.relativize(image));
        if (Files.isDirectory(link) && !Files.isSymbolicLink(link)) {
            delete(link);
        }
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> all = Files.list(image.getParent())) {
            for (Path old : all.filter(each -> number(each) < number(image) - 1).toList()) {
                delete(old);
            }
        }
    }

    private record Run(int exit, String output) {}

    private static Run run(Path launcher, Map<String, String> environment, String... arguments)
            throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(each -> each.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        }
    }
}

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how long Belay takes to start, as whole processes of the built image, against {@code
 * java -version} of the same Java: medians of runs that take turns, so that a busy machine is busy
 * for all of them.
 *
 * <p>Arguments: the root of the checkout and, if the run is to fail where {@code ./belay --version}
 * takes more times as long as {@code java -version}, that number. Run by any Java from 17 on.
 */
final class StartUp {

    private static final int ROUNDS = 15;
    private static final String BASE = "java -version";
    private static final String CHECKED = "./belay --version";
    private static final String TEMPLATE =
            "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
                    + "deploymentTemplate.json#\", \"contentVersion\": \"1.0.0.0\","
                    + " \"resources\": [{\"type\": \"Microsoft.Network/networkSecurityGroups\","
                    + " \"apiVersion\": \"2023-09-01\", \"name\": \"a\","
                    + " \"location\": \"westus\"}]}";

    private final Path folder;

    private StartUp(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path image = root.resolve("dist/target/belay");
        if (!Files.isDirectory(image)) {
            System.err.println("There is no image; './belay --version' builds it.");
            System.exit(1);
        }
        double most = args.length > 1 ? Double.parseDouble(args[1]) : Double.MAX_VALUE;
        double ratio = new StartUp(Files.createTempDirectory("start-up")).measure(root, image);
        if (ratio > most) {
            System.err.printf(
                    Locale.ROOT,
                    "'%s' takes %.1f times as long as '%s'; %.1f is the most.%n",
                    CHECKED,
                    ratio,
                    BASE,
                    most);
            System.exit(1);
        }
    }

    /** Prints the figures; returns the ratio that is checked. */
    private double measure(Path root, Path image) throws Exception {
        Files.writeString(folder.resolve("main.json"), TEMPLATE);
        Files.writeString(
                folder.resolve("world.json"), "{resourceGroups:[{name:'rg',location:'westus'}]}");
        String belay = image.resolve("bin/belay").toString();
        Process emulator =
                process(List.of(belay, "emulator", "--world", "world.json"))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            String arm = listening(emulator);
            Map<String, List<String>> commands = new LinkedHashMap<>();
            commands.put(BASE, List.of(image.resolve("jre/bin/java").toString(), "-version"));
            commands.put(CHECKED, List.of(root.resolve("belay").toString(), "--version"));
            commands.put("image, --version", List.of(belay, "--version"));
            commands.put("image, list", List.of(belay, "list", "--store", "store"));
            commands.put(
                    "image, deploy of one resource over HTTP",
                    List.of(
                            belay,
                            "deploy",
                            "-g",
                            "rg",
                            "-f",
                            "main.json",
                            "--arm",
                            arm,
                            "--store",
                            "store"));
            return figures(commands);
        } finally {
            emulator.destroy();
            emulator.waitFor();
        }
    }

    private static String listening(Process emulator) throws IOException {
        var out =
                new BufferedReader(
                        new InputStreamReader(emulator.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The emulator does not listen.");
        }
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private double figures(Map<String, List<String>> commands) throws Exception {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                long time = run(command.getValue());
                if (round > 0) { // the first fills the system's caches
                    times.computeIfAbsent(command.getKey(), name -> new ArrayList<>()).add(time);
                }
            }
        }
        double base = median(times.get(BASE));
        times.forEach(
                (name, all) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-42s %7.1f ms  %5.1f times%n",
                                name,
                                median(all),
                                median(all) / base));
        return median(times.get(CHECKED)) / base;
    }

    private long run(List<String> command) throws Exception {
        long begun = System.nanoTime();
        Process process =
                process(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int exit = process.waitFor();
        long time = System.nanoTime() - begun;
        if (exit != 0) {
            throw new IllegalStateException(command + " exits " + exit);
        }
        return time;
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private static double median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}

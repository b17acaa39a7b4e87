package dev.belay.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of shared material: recordings, facts, specifications. It stands beside a checkout, is
 * read at run time and never copied into the repository.
 *
 * <p>It is the folder named by the system property {@code belay.shared}, else the first folder
 * {@code shared} holding {@code seed.md} in the working directory or one of its ancestors.
 */
public final class Shared {

    private Shared() {}

    /**
     * A file or folder of the shared material, e.g. {@code data/types/catalog.json.gz}. Where it is
     * absent the running test is skipped and says so; under continuous integration ({@code
     * CI=true}) it fails, so that no run is green by skipping.
     */
    public static Path path(String relative) {
        Optional<Path> found =
                folder().map(folder -> folder.resolve(relative)).filter(Files::exists);
        if (found.isPresent()) {
            return found.get();
        }
        String message = "shared/" + relative + " is not beside this checkout";
        if (Boolean.getBoolean("belay.ci")) {
            return Assertions.fail(message + ", but CI=true demands it.");
        }
        return Assumptions.abort(message + "; skipped.");
    }

    /** The root of the shared material, absolute; empty where it is not beside this checkout. */
    public static Optional<Path> folder() {
        return find(System.getProperty("belay.shared"), Path.of(""));
    }

    static Optional<Path> find(@Nullable String named, Path start) {
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named).toAbsolutePath()).filter(Shared::isShared);
        }
        for (Path at = start.toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared");
            if (isShared(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isShared(Path folder) {
        return Files.isRegularFile(folder.resolve("seed.md"));
    }
}

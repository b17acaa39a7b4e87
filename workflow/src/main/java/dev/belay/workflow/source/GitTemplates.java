package dev.belay.workflow.source;

import dev.belay.workflow.source.Fetched.Unavailable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of Git repositories, fetched one revision deep into a temporary folder by the {@code git}
 * program, with whatever credentials it has; it never asks for any. What a ref named when it was
 * first fetched holds for good.
 */
final class GitTemplates {

    private static final int LARGEST = 4 << 20;

    /** Git's rules for names of refs, and nothing that it would read as more than one name. */
    private static final Pattern REF =
            Pattern.compile("(?!-)(?!.*(\\.\\.|@\\{|//))[^\\s~^:?*\\[\\\\+\\p{Cntrl}]{1,250}");

    private static final Pattern ELSEWHERE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*|[^/]+:.*");

    private record Ref(String repository, String name) {}

    private final Path folder;
    private final Path temporary;
    private final Duration timeout;
    private final GitPins pins;
    private final Map<Ref, String> commits = new ConcurrentHashMap<>();

    /**
     * @param folder where relative repositories lie
     * @param temporary where temporary folders are made
     * @param timeout of one run of git
     * @param pins what was found before, by this process or another
     */
    GitTemplates(Path folder, Path temporary, Duration timeout, GitPins pins) {
        this.folder = folder;
        this.temporary = temporary;
        this.timeout = timeout;
        this.pins = pins;
    }

    /** A fetch cannot go on. */
    private static final class GitFault extends Exception {
        private final transient Unavailable unavailable;
        private final boolean noRef;

        private GitFault(Unavailable unavailable, boolean noRef) {
            super(unavailable.message());
            this.unavailable = unavailable;
            this.noRef = noRef;
        }

        GitFault(String message) {
            this(Unavailable.of(message), false);
        }

        GitFault(String message, String hint) {
            this(Unavailable.of(message, hint), false);
        }

        static GitFault noRef(String repository, String ref) {
            return new GitFault(
                    Unavailable.of(
                            "The Git repository '" + repository + "' has no ref '" + ref + "'.",
                            "Name a branch, a tag or the full id of a commit."),
                    true);
        }
    }

    Fetched fetch(String repository, String ref, String path) {
        String shown = Addresses.shown(repository);
        if (!REF.matcher(ref).matches()) {
            return Unavailable.of("'" + ref + "' cannot be a ref of a Git repository.");
        }
        Optional<String> known = known(new Ref(shown, ref));
        Optional<Fetched> kept =
                known.map(commit -> new GitFile(shown, ref, path, commit))
                        .flatMap(file -> pins.text(file).map(text -> template(text, file)));
        return kept.orElseGet(() -> fetch(repository, new Ref(shown, ref), path, known));
    }

    private Optional<String> known(Ref ref) {
        return Optional.ofNullable(commits.get(ref))
                .or(() -> pins.commit(ref.repository(), ref.name()));
    }

    private static Fetched template(String text, GitFile file) {
        return new Fetched.Template(
                text,
                file.repository() + " " + file.path() + " at " + file.ref(),
                Optional.of(file));
    }

    private Fetched fetch(String repository, Ref ref, String path, Optional<String> known) {
        String shown = ref.repository();
        try (GitFolder git = GitFolder.create(temporary, timeout)) {
            String commit = pinned(git, located(repository), ref, known);
            String text = file(git, shown, ref.name(), path);
            return template(text, new GitFile(shown, ref.name(), path, commit));
        } catch (GitFault fault) {
            return fault.unavailable;
        } catch (IOException e) {
            return Unavailable.of(
                    "The Git repository '" + shown + "' cannot be fetched: " + e.getMessage() + ".",
                    "The program 'git' must be on the path.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Unavailable.of("Fetching '" + shown + "' was interrupted.");
        }
    }

    /** Fetches what the ref named first; of two fetches at the same time one is first. */
    private String pinned(GitFolder git, String address, Ref ref, Optional<String> known)
            throws IOException, InterruptedException, GitFault {
        if (known.isEmpty()) {
            String commit = fetch(git, address, ref.repository(), ref.name());
            String first = commits.putIfAbsent(ref, commit);
            if (first == null || first.equals(commit)) {
                return commit;
            }
        }
        String commit = known.orElseGet(() -> commits.getOrDefault(ref, ""));
        try {
            return fetch(git, address, ref.repository(), commit);
        } catch (GitFault fault) {
            throw fault.noRef
                    ? new GitFault(
                            "The Git repository '"
                                    + ref.repository()
                                    + "' has no commit '"
                                    + commit
                                    + "' any more, which '"
                                    + ref.name()
                                    + "' was when this run first fetched it.",
                            "A run deploys one commit of a ref; begin a new run for another.")
                    : fault;
        }
    }

    private String located(String repository) {
        return ELSEWHERE.matcher(repository).matches()
                ? repository
                : folder.resolve(repository).toAbsolutePath().normalize().toString();
    }

    private String fetch(GitFolder git, String repository, String shown, String ref)
            throws IOException, InterruptedException, GitFault {
        git.run("init", "--quiet");
        GitFolder.Result fetched =
                git.run("fetch", "--quiet", "--depth=1", "--no-tags", "--", repository, ref);
        if (!fetched.ended()) {
            throw new GitFault(
                    "Fetching '"
                            + shown
                            + "' took longer than "
                            + timeout.toSeconds()
                            + " seconds.");
        }
        if (fetched.error().contains("couldn't find remote ref")
                || fetched.error().contains("not our ref")) {
            throw GitFault.noRef(shown, ref);
        }
        if (fetched.code() != 0) {
            throw new GitFault(
                    "The Git repository '" + shown + "' cannot be fetched: " + fetched.reason());
        }
        return git.run("rev-parse", "--verify", "FETCH_HEAD^{commit}").text().strip();
    }

    private static String file(GitFolder git, String shown, String ref, String path)
            throws IOException, InterruptedException, GitFault {
        String object = "FETCH_HEAD:" + (path.startsWith("/") ? path.substring(1) : path);
        GitFolder.Result type = git.run("cat-file", "-t", object);
        if (type.code() != 0 || !type.text().strip().equals("blob")) {
            throw new GitFault(
                    "The Git repository '"
                            + shown
                            + "' has no file '"
                            + path
                            + "' at '"
                            + ref
                            + "'.");
        }
        long size = Long.parseLong(git.run("cat-file", "-s", object).text().strip());
        if (size > LARGEST) {
            throw new GitFault("'" + path + "' has more than " + LARGEST + " bytes.");
        }
        try {
            return DiskFiles.text(git.run("cat-file", "blob", object).output());
        } catch (CharacterCodingException _) {
            throw new GitFault("'" + path + "' at '" + ref + "' is no text in UTF-8.");
        }
    }
}

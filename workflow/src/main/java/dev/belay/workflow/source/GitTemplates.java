package dev.belay.workflow.source;

import dev.belay.workflow.source.Fetched.Unavailable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of Git repositories, fetched one revision deep into a temporary folder by the {@code git}
 * program, with whatever credentials it has; it never asks for any.
 *
 * @param folder where relative repositories lie
 * @param temporary where temporary folders are made
 * @param timeout of one run of git
 */
record GitTemplates(Path folder, Path temporary, Duration timeout) {

    private static final int LARGEST = 4 << 20;

    /** Git's rules for names of refs, and nothing that it would read as more than one name. */
    private static final Pattern REF =
            Pattern.compile("(?!-)(?!.*(\\.\\.|@\\{|//))[^\\s~^:?*\\[\\\\+\\p{Cntrl}]{1,250}");

    private static final Pattern ELSEWHERE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*|[^/]+:.*");

    /** A fetch cannot go on. */
    private static final class GitFault extends Exception {
        private final transient Unavailable unavailable;

        GitFault(String message) {
            super(message);
            this.unavailable = Unavailable.of(message);
        }

        GitFault(String message, String hint) {
            super(message);
            this.unavailable = Unavailable.of(message, hint);
        }
    }

    Fetched fetch(String repository, String ref, String path) {
        String shown = Addresses.shown(repository);
        if (!REF.matcher(ref).matches()) {
            return Unavailable.of("'" + ref + "' cannot be a ref of a Git repository.");
        }
        try (GitFolder git = GitFolder.create(temporary, timeout)) {
            String commit = fetch(git, located(repository), shown, ref);
            String text = file(git, shown, ref, path);
            return new Fetched.Template(
                    text, shown + " " + path + " at " + ref, Optional.of(commit));
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
            throw new GitFault(
                    "The Git repository '" + shown + "' has no ref '" + ref + "'.",
                    "Name a branch, a tag or the full id of a commit.");
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

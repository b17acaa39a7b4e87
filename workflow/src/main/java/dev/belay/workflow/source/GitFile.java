package dev.belay.workflow.source;

import static java.util.Objects.requireNonNull;

/**
 * A file of a Git repository at the commit that a ref named when it was first fetched.
 *
 * @param repository its address as it may be shown, without credentials
 * @param ref a branch, a tag or a commit, as the workflow says
 * @param path of the file in the repository
 * @param commit the full id
 */
public record GitFile(String repository, String ref, String path, String commit) {

    public GitFile {
        requireNonNull(repository);
        requireNonNull(ref);
        requireNonNull(path);
        requireNonNull(commit);
    }
}

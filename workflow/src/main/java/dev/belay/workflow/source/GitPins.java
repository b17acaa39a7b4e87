package dev.belay.workflow.source;

import java.util.Optional;

/** What a run found in Git before: it finds the same again, however far a branch has moved. */
public interface GitPins {

    /** Nothing was found yet. */
    GitPins NONE =
            new GitPins() {
                @Override
                public Optional<String> commit(String repository, String ref) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> text(GitFile file) {
                    return Optional.empty();
                }
            };

    /**
     * The commit that the ref named.
     *
     * @param repository as of {@link GitFile}
     */
    Optional<String> commit(String repository, String ref);

    /** What stood in the file, if it was kept: the repository need not be asked for it. */
    Optional<String> text(GitFile file);
}

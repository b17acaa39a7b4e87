package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import dev.belay.json.JsonObject;

/** Where a template comes from. */
public sealed interface TemplateSource {

    /**
     * A file.
     *
     * @param path relative to the workflow file's folder or absolute
     */
    record OfFile(Templated path) implements TemplateSource {
        public OfFile {
            requireNonNull(path);
        }
    }

    /** A template that stands in the workflow itself; {@code ${{ }}} means nothing in it. */
    record Inline(JsonObject template) implements TemplateSource {
        public Inline {
            requireNonNull(template);
        }
    }

    /** An {@code http} or {@code https} address. */
    record OfUrl(Templated url) implements TemplateSource {
        public OfUrl {
            requireNonNull(url);
        }
    }

    /**
     * A file of a Git repository.
     *
     * @param repository an address or a folder, as {@code git clone} takes it
     * @param ref a branch, a tag or a commit's full id
     * @param path inside the repository
     */
    record OfGit(Templated repository, Templated ref, Templated path) implements TemplateSource {
        public OfGit {
            requireNonNull(repository);
            requireNonNull(ref);
            requireNonNull(path);
        }
    }

    /**
     * A version of a template spec.
     *
     * @param id {@code
     *     /subscriptions/…/resourceGroups/…/providers/Microsoft.Resources/templateSpecs/…/versions/…}
     */
    record OfSpec(Templated id) implements TemplateSource {
        public OfSpec {
            requireNonNull(id);
        }
    }
}

package dev.belay.workflow.event;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Scope;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Fields;

import java.util.Optional;

/**
 * What an attempt of a provisioning step deploys.
 *
 * @param transaction the id of its transaction
 * @param scope the root scope
 * @param mode {@code Incremental} or {@code Complete}
 * @param deployment the deployment's name
 * @param git where the template stood in Git, if it did
 */
public record Provisioning(
        String transaction,
        Scope scope,
        String mode,
        String deployment,
        Optional<GitTemplate> git) {

    /**
     * A template from Git.
     *
     * @param repository its address without credentials
     * @param ref as the workflow says
     * @param path of the file in the repository
     * @param commit the full id of what the ref named when the run first fetched it
     * @param template the blob of the file's text
     */
    public record GitTemplate(
            String repository, String ref, String path, String commit, Digest template) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("repository", repository)
                    .put("ref", ref)
                    .put("path", path)
                    .put("commit", commit)
                    .put("template", template.text())
                    .build();
        }

        static GitTemplate of(Fields fields) {
            return new GitTemplate(
                    fields.text("repository"),
                    fields.text("ref"),
                    fields.text("path"),
                    fields.text("commit"),
                    fields.digest("template"));
        }
    }

    public Provisioning {
        requireNonNull(transaction);
        requireNonNull(scope);
        requireNonNull(mode);
        requireNonNull(deployment);
        requireNonNull(git);
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("transaction", transaction)
                .put("scope", scope.path())
                .put("mode", mode)
                .put("deployment", deployment)
                .put("git", git.map(GitTemplate::toJson))
                .build();
    }

    /**
     * Reads a stored one.
     *
     * @throws IllegalStateException if it is none
     */
    public static Provisioning of(Fields fields) {
        String path = fields.text("scope");
        return new Provisioning(
                fields.text("transaction"),
                Scope.parse(path)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Not a stored scope: '" + path + "'.")),
                fields.text("mode"),
                fields.text("deployment"),
                fields.optional("git").map(Fields::of).map(GitTemplate::of));
    }
}
